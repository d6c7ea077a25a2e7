UPDATE casework_signpost_place SET retired = 1 WHERE agency = ? AND id = ? AND retired = 0
