-- Each family by the child, the case or the one contact by which it is known.
SELECT told.child, COALESCE(told.child, told.case_id, post.contact) AS family, latest.result, COUNT(*) AS signposts
FROM casework_signpost AS post
JOIN casework_contact AS told ON told.agency = post.agency AND told.id = post.contact
LEFT JOIN casework_signpost_result AS latest ON latest.agency = post.agency AND latest.signpost = post.id
    AND latest.number = (
        SELECT MAX(every.number) FROM casework_signpost_result AS every
        WHERE every.agency = post.agency AND every.signpost = post.id)
WHERE post.agency = ? AND post.given_at >= ? AND post.given_at < ?
GROUP BY told.child, COALESCE(told.child, told.case_id, post.contact), latest.result
