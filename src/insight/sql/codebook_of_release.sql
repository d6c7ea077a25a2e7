SELECT name, role, read_as, label, unit, known, suppressed, not_available, not_applicable, other FROM insight_codebook
WHERE release = ? ORDER BY position
