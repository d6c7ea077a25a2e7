-- What somebody may do, and for whom they stand in on a day: in one question, for it is asked with every request.
SELECT 'role' AS kind, role AS word
FROM access_user_role
WHERE agency = ? AND user_id = ?
UNION ALL
SELECT 'team' AS kind, team AS word
FROM access_user_team
WHERE agency = ? AND user_id = ?
UNION ALL
SELECT 'cover' AS kind, absent AS word
FROM access_cover
WHERE agency = ? AND covered_by = ? AND first_day <= ? AND last_day >= ?
ORDER BY kind, word
