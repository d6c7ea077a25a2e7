INSERT INTO casework_notice (agency, id, thread, to_whom, channel, link, state, tries, made_at, changed_at, reason,
    reference)
VALUES (?, ?, ?, ?, ?, NULL, 'waiting', 0, ?, ?, '', '')
