SELECT post.id, post.contact, post.place_name, post.why, post.given_at, post.given_by, NULL AS result, NULL AS note
FROM casework_signpost AS post
WHERE post.agency = ? AND NOT EXISTS (
    SELECT 1 FROM casework_signpost_result AS learnt WHERE learnt.agency = post.agency AND learnt.signpost = post.id)
ORDER BY post.given_at, post.id
LIMIT ? OFFSET ?
