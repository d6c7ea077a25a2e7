INSERT INTO people_import (
    agency, id, state, file_name, file_hash, original, created, updated, unchanged, rejected, held, sent_at, sent_by
) VALUES (?, ?, 'sent', ?, ?, ?, 0, 0, 0, 0, 0, ?, ?)
