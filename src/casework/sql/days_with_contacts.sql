-- Days on which anybody was in touch.
SELECT DISTINCT taken_on
FROM casework_contact
WHERE agency = ? AND taken_on >= ? AND taken_on < ?
ORDER BY taken_on
