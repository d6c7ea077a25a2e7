SELECT post.id, post.contact, post.place_name, post.why, post.given_at, post.given_by, latest.result, latest.note
FROM casework_contact AS told
JOIN casework_signpost AS post ON post.agency = told.agency AND post.contact = told.id
LEFT JOIN casework_signpost_result AS latest ON latest.agency = post.agency AND latest.signpost = post.id
    AND latest.number = (
        SELECT MAX(every.number) FROM casework_signpost_result AS every
        WHERE every.agency = post.agency AND every.signpost = post.id)
WHERE told.agency = ? AND told.case_id = ?
ORDER BY post.given_at, post.id
