INSERT INTO people_counted (agency, id, birth_year, sex, sen_status, made_in) VALUES (?, ?, ?, ?, ?, ?)
