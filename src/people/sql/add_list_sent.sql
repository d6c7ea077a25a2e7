INSERT INTO people_list_sent (agency, id, program, sent_at) VALUES (?, ?, ?, ?)
