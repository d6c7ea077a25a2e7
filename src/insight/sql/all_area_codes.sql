SELECT ons_code, number FROM insight_area_code ORDER BY ons_code
