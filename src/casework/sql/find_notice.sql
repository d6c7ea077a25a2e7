SELECT id, thread, to_whom, channel, link, state, tries, made_at, changed_at, reason, reference
FROM casework_notice
WHERE agency = ? AND id = ?
