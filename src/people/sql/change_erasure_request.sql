UPDATE people_erasure_request
SET identity_shown_on = ?, complex = ?, why_complex = ?, decision = ?, parts = ?, refusals = ?, words = ?, decided_on = ?, decided_by = ?,
    answered_on = ?, carried_out_on = ?, carried_out_by = ?, version = version + 1
WHERE agency = ? AND id = ? AND version = ?
