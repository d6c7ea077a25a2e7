SELECT post.id, post.contact, post.place_name, post.why, post.given_at, post.given_by, latest.result, latest.note,
    latest.learned_at, latest.number
FROM casework_signpost post
LEFT JOIN casework_signpost_result latest ON latest.agency = post.agency AND latest.signpost = post.id
    AND latest.number = (
        SELECT MAX(every.number) FROM casework_signpost_result every
        WHERE every.agency = post.agency AND every.signpost = post.id)
WHERE post.agency = ? AND post.contact = ?
ORDER BY post.given_at, post.id
