SELECT id, name, kind, help, reach
FROM casework_signpost_place
WHERE agency = ? AND retired = 0
ORDER BY name, id
