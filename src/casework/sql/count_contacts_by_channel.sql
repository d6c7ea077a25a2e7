SELECT channel, count(*) AS contacts
FROM casework_contact
WHERE agency = ? AND taken_at >= ? AND taken_at < ?
GROUP BY channel
