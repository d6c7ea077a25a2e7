INSERT INTO places_import (
    imported_at, what, encoding, rows_created, rows_updated, rows_unchanged, rows_rejected, rows_left_out
) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
