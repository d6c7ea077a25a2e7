INSERT INTO casework_profile (agency, case_id, version, saved_at, saved_by, strengths, child_aims, family_aims, what_helps,
                              trusted_adult, trusted_role, trusted_chosen_by, needs, needs_note)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, case_id, version) DO NOTHING
