SELECT COALESCE(SUM(bytes), 0) AS bytes FROM casework_attachment WHERE agency = ?
