DELETE FROM casework_contact WHERE agency = ? AND id = ?
