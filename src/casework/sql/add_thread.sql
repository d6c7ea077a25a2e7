INSERT INTO casework_thread (agency, id, case_id, kind, person, school_contact, school_email, agreed, agreed_on,
    begun_at, begun_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
