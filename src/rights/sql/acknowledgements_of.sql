SELECT agency, version, text_print, acknowledged_by, acknowledged_by_name, acknowledged_at
FROM rights_acknowledgement
WHERE agency = ?
ORDER BY acknowledged_at, version
