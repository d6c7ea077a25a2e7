SELECT version, saved_at, saved_by, strengths, child_aims, family_aims, what_helps, trusted_adult, trusted_role,
       trusted_chosen_by, needs, needs_note
FROM casework_profile
WHERE agency = ? AND case_id = ?
ORDER BY version DESC
LIMIT 1
