SELECT count(*) AS contacts FROM casework_contact WHERE agency = ?
