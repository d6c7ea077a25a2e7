DELETE FROM people_safe_contact WHERE agency = ? AND person = ?
