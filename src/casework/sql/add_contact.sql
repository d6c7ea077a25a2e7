INSERT INTO casework_contact
    (agency, id, taken_at, taken_by, channel, caller, caller_name, child_name, story, version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
