SELECT post.place_name, latest.result, count(*) AS signposts
FROM casework_signpost post
LEFT JOIN casework_signpost_result latest ON latest.agency = post.agency AND latest.signpost = post.id
    AND latest.number = (
        SELECT MAX(every.number) FROM casework_signpost_result every
        WHERE every.agency = post.agency AND every.signpost = post.id)
WHERE post.agency = ?
GROUP BY post.place_name, latest.result
ORDER BY post.place_name
