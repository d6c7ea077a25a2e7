INSERT INTO casework_contact_before
    (agency, id, version, changed_at, changed_by, channel, caller, caller_name, child_name, story)
SELECT agency, id, version, ?, ?, channel, caller, caller_name, child_name, story
FROM casework_contact
WHERE agency = ? AND id = ? AND version = ?
