INSERT INTO rights_acknowledgement (
    agency, version, text_print, acknowledged_by, acknowledged_by_name, acknowledged_at
) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, version, text_print) DO NOTHING
