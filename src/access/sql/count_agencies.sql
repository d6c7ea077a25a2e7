SELECT COUNT(*) AS agencies FROM access_agency
