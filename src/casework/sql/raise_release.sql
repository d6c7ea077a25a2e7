UPDATE casework_release SET version = version + 1
WHERE agency = ? AND id = ? AND state = 'preparing'
