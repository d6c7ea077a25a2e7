-- Tables of an area's own records that were given out, so that a later one can be held against them.
-- Counts by combination only: no record, no name.
CREATE TABLE insight_table_given_out (
    series TEXT NOT NULL,
    number INTEGER NOT NULL,
    given_out_at TEXT NOT NULL,
    request TEXT NOT NULL,
    records TEXT NOT NULL,
    shown TEXT NOT NULL,
    PRIMARY KEY (series, number)
) STRICT;
