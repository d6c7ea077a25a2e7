INSERT INTO casework_reminder_choice (agency, worker, by_mail, feed_number, feed_open, reminded_on)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, worker) DO UPDATE SET
    by_mail = excluded.by_mail, feed_number = excluded.feed_number, feed_open = excluded.feed_open,
    reminded_on = excluded.reminded_on
