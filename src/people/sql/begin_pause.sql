INSERT INTO people_request_pause (agency, request, starts_on) VALUES (?, ?, ?)
