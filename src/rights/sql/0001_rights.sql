-- Acknowledgements of the code of rights. The agency leads each key. Rows are only ever added.
CREATE TABLE rights_acknowledgement (
    agency TEXT NOT NULL,
    version TEXT NOT NULL,
    text_print TEXT NOT NULL,
    acknowledged_by TEXT NOT NULL,
    acknowledged_by_name TEXT NOT NULL,
    acknowledged_at TEXT NOT NULL,
    PRIMARY KEY (agency, version, text_print)
) STRICT;
