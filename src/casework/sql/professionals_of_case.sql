SELECT id, name, role, organisation
FROM casework_professional
WHERE agency = ? AND case_id = ?
ORDER BY name, id
