UPDATE casework_notice SET state = ?, tries = tries + ?, changed_at = ?, reason = ?, link = ?, reference = ?
WHERE agency = ? AND id = ?
