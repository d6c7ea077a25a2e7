DELETE FROM people_contact WHERE agency = ? AND person = ?
