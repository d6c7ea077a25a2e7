SELECT id, taken_at, taken_by, channel, caller, caller_name, child_name, story, version
FROM casework_contact
WHERE agency = ? AND id = ?
