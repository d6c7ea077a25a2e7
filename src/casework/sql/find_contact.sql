SELECT contact.id, contact.taken_at, contact.taken_on, contact.taken_by, contact.version,
    contact.child, contact.case_id, work.caseworker, work.opened_by, work.state,
    contact.channel, contact.caller, contact.caller_name, contact.child_name, contact.story,
    contact.happened, contact.first_day, contact.school, contact.school_name, contact.safe,
    contact.phone, contact.safe_how, contact.minutes, contact.enquiry, contact.source,
    contact.source_name, contact.advice
FROM casework_contact contact
LEFT JOIN casework_case work ON work.agency = contact.agency AND work.id = contact.case_id
WHERE contact.agency = ? AND contact.id = ?
