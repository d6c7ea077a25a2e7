UPDATE people_import SET state = 'made', created = ?, updated = ?, unchanged = ?, rejected = ?, held = ?, made_at = ?
WHERE agency = ? AND id = ? AND state = 'sent'
