INSERT INTO people_import (
    agency, id, file_name, file_hash, original, created, updated, unchanged, rejected, held, made_at, made_by
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
