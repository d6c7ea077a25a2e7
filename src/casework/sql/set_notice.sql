UPDATE casework_notice SET state = ?, tries = tries + ?, changed_at = ?, reason = ?, link = ?
WHERE agency = ? AND id = ?
