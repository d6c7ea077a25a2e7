SELECT number FROM insight_area_code WHERE ons_code = ?
