-- Names are compared by sound, which no database does: the newest are read, and no more of each than is compared and shown.
SELECT id, taken_on, taken_by, child_name, caller_name, phone
FROM casework_contact
WHERE agency = ? AND case_id IS NULL AND enquiry = 'about_a_child'
ORDER BY taken_at DESC, id DESC
LIMIT ?
