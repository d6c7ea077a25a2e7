DELETE FROM casework_message_mark
WHERE agency = ? AND message IN (
    SELECT id FROM casework_message
    WHERE agency = ? AND thread IN (SELECT id FROM casework_thread WHERE agency = ? AND case_id = ?))
