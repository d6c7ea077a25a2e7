INSERT INTO insight_codebook (release, position, name, role, read_as, label, unit, known, suppressed, not_available,
    not_applicable, other)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
