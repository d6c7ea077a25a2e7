SELECT post.given_at, latest.result
FROM casework_signpost AS post
LEFT JOIN casework_signpost_result AS latest ON latest.agency = post.agency AND latest.signpost = post.id
    AND latest.number = (
        SELECT MAX(every.number) FROM casework_signpost_result AS every
        WHERE every.agency = post.agency AND every.signpost = post.id)
WHERE post.agency = ? AND post.contact = ?
