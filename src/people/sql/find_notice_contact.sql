SELECT officer, email, telephone, post FROM people_notice_contact WHERE agency = ?
