SELECT done.done_on, work.number, done.kind, done.stage, done.minutes, done.worker
FROM casework_action done
JOIN casework_case work ON work.agency = done.agency AND work.id = done.case_id
WHERE done.agency = ? AND done.done_on >= ? AND done.done_on < ? AND (? = '' OR done.worker = ?)
ORDER BY done.done_on, work.number, done.id
LIMIT ?
