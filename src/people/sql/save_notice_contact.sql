INSERT INTO people_notice_contact (agency, officer, email, telephone, post) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (agency) DO UPDATE SET officer = excluded.officer, email = excluded.email, telephone = excluded.telephone,
    post = excluded.post
