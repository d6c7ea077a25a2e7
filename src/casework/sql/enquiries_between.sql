SELECT taken_on, channel, caller, enquiry, source, source_name,
    CASE WHEN case_id IS NULL THEN 0 ELSE 1 END AS has_case,
    count(*) AS contacts, CAST(COALESCE(SUM(minutes), 0) AS BIGINT) AS minutes
FROM casework_contact
WHERE agency = ? AND taken_on >= ? AND taken_on <= ?
GROUP BY taken_on, channel, caller, enquiry, source, source_name,
    CASE WHEN case_id IS NULL THEN 0 ELSE 1 END
ORDER BY taken_on
