INSERT INTO audit_entry (agency, sequence, at, kind, act, actor, role, relation, purpose, record_kind, record, fields, origin,
                         request, outcome, salt, content_hash, hash, erased)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
