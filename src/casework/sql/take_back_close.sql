UPDATE casework_close SET taken_back = 1
WHERE agency = ? AND case_id = ? AND place = (SELECT MAX(place) FROM casework_close WHERE agency = ? AND case_id = ?)
