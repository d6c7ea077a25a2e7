INSERT INTO casework_counted (agency, case_id, school, days) VALUES (?, ?, ?, ?)
ON CONFLICT (agency, case_id, school) DO UPDATE SET days = excluded.days
