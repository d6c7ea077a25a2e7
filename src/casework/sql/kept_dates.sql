SELECT name, event, words, due_on, ends
FROM casework_date
WHERE agency = ? AND case_id = ? AND follows = 1
ORDER BY COALESCE(due_on, '9999-12-31'), name
