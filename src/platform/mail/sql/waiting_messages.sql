SELECT agency, message, sealed, made_at, tries
FROM mail_message
WHERE state = 'waiting' AND try_after <= ?
ORDER BY made_at, message
LIMIT 50
