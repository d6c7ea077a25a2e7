UPDATE mail_message SET state = 'left', left_at = ?, sealed = ?
WHERE agency = ? AND message = ?
