SELECT link.id, link.case_id, link.purpose, link.person, link.thread, link.about, link.made_at, link.ends_at,
    link.opened_at, link.ended_at, link.made_by, link.event
FROM casework_visit AS visit
JOIN casework_link AS link ON link.agency = visit.agency AND link.id = visit.link
WHERE visit.agency = ? AND visit.digest = ? AND visit.ends_at > ?
