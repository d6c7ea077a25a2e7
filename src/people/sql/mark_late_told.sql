UPDATE people_share SET late_told_on = ? WHERE agency = ? AND id = ?
