SELECT by_mail, feed_number, feed_open, reminded_on
FROM casework_reminder_choice
WHERE agency = ? AND worker = ?
