INSERT INTO casework_batch_line (agency, batch, place, case_id, person, why_not, thread, message, note, version_after,
                                 state_before, waiting_since_before, waiting_reason_before)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
