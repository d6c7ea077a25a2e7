SELECT story.contact, story.made_on, story.taken_at, story.taken_by, story.answers
FROM casework_hand_over story
JOIN casework_contact contact ON contact.agency = story.agency AND contact.id = story.contact
WHERE story.agency = ? AND contact.case_id = ?
ORDER BY story.taken_at DESC, story.contact
