SELECT message.id, message.said_at, message.said_by, message.adviser, message.words, message.held, message.reason,
    let_go.marked_at AS let_go_at, family.marked_at AS read_by_family_at, school.marked_at AS read_by_school_at,
    adviser.marked_at AS read_by_adviser_at, taken_back.marked_at AS taken_back_at
FROM casework_message AS message
LEFT JOIN casework_message_mark AS let_go
    ON let_go.agency = message.agency AND let_go.message = message.id AND let_go.mark = 'let_go'
LEFT JOIN casework_message_mark AS family
    ON family.agency = message.agency AND family.message = message.id AND family.mark = 'read_by_family'
LEFT JOIN casework_message_mark AS school
    ON school.agency = message.agency AND school.message = message.id AND school.mark = 'read_by_school'
LEFT JOIN casework_message_mark AS adviser
    ON adviser.agency = message.agency AND adviser.message = message.id AND adviser.mark = 'read_by_adviser'
LEFT JOIN casework_message_mark AS taken_back
    ON taken_back.agency = message.agency AND taken_back.message = message.id AND taken_back.mark = 'taken_back'
WHERE message.agency = ? AND message.thread = ?
ORDER BY message.said_at, message.id
