INSERT INTO casework_release (agency, id, case_id, person, recipient, purpose, audience, state, begun_at,
    begun_by, version)
VALUES (?, ?, ?, ?, ?, ?, ?, 'preparing', ?, ?, 1)
