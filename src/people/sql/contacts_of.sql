SELECT channel, value FROM people_contact WHERE agency = ? AND person = ? ORDER BY position
