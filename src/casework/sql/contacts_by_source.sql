-- How many contacts each source sent from a day until a day, and how many of them from a day between.
SELECT source, source_name, count(*) AS contacts,
    CAST(COALESCE(SUM(CASE WHEN taken_on >= ? THEN 1 ELSE 0 END), 0) AS BIGINT) AS lately
FROM casework_contact
WHERE agency = ? AND taken_on >= ? AND taken_on < ? AND source IS NOT NULL
GROUP BY source, source_name
