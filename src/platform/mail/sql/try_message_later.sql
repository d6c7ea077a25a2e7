UPDATE mail_message SET tries = tries + 1, try_after = ?
WHERE agency = ? AND message = ?
