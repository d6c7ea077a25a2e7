SELECT id, thread, to_whom, channel, link, state, tries, made_at, changed_at, reason, reference
FROM casework_notice
WHERE agency = ? AND state = 'sent' AND changed_at > ?
ORDER BY changed_at, id
