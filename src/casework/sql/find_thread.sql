SELECT id, case_id, kind, person, school_contact, school_email, agreed, agreed_on, begun_at, ended_at
FROM casework_thread
WHERE agency = ? AND id = ?
