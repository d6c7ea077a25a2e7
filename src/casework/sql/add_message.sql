INSERT INTO casework_message (agency, id, thread, said_at, said_by, adviser, words, held, reason)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
