-- Cases whose notes, or whose contacts' stories, hold the words; those said last first. Of the caseloads in `.id.id.`, or of all.
SELECT c.id, c.number, c.child, c.state, c.level, c.caseworker, c.opened_on, c.opened_by, c.closed_on, c.priority, c.waiting_since,
    c.waiting_reason, c.version
FROM casework_case c
JOIN (
    SELECT case_id, MAX(said_on) AS said_on FROM (
        SELECT case_id, about_on AS said_on FROM casework_note WHERE agency = ? AND LOWER(words) LIKE ? ESCAPE '!'
        UNION ALL
        SELECT case_id, taken_on AS said_on FROM casework_contact
        WHERE agency = ? AND case_id IS NOT NULL AND LOWER(story) LIKE ? ESCAPE '!'
    ) one
    GROUP BY case_id
) said ON said.case_id = c.id
WHERE c.agency = ?
  AND (? = '' OR ? LIKE '%' || COALESCE(c.caseworker, c.opened_by) || '%')
ORDER BY said.said_on DESC, c.number DESC
LIMIT ?
