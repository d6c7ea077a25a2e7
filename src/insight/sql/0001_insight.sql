-- Official statistics: areas, releases (files imported), and figures by series. Public facts: no agency owns them.
CREATE TABLE insight_area (
    level TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    ons_code TEXT NOT NULL,
    region INTEGER,
    authority INTEGER,
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL,
    PRIMARY KEY (level, number)
) STRICT;
CREATE INDEX insight_area_by_authority ON insight_area (authority);

-- Every ONS code that an authority had in any year.
CREATE TABLE insight_area_code (
    ons_code TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (ons_code)
) STRICT;

CREATE TABLE insight_area_change (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    from_areas TEXT NOT NULL,
    to_areas TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    words TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (id)
) STRICT;

-- A file. `takes_effect` is the day it was published where that is known, else the day it was imported; the later one
-- of two supplies the figures that both have.
CREATE TABLE insight_release (
    id INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL,
    title TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    encoding TEXT NOT NULL,
    licence TEXT NOT NULL,
    source TEXT NOT NULL,
    published_on TEXT,
    takes_effect TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    file_rows INTEGER NOT NULL,
    cells INTEGER NOT NULL,
    periods TEXT NOT NULL,
    superseded INTEGER NOT NULL CHECK (superseded IN (0, 1))
) STRICT;

CREATE TABLE insight_codebook (
    release INTEGER NOT NULL REFERENCES insight_release (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    read_as TEXT NOT NULL,
    label TEXT NOT NULL,
    unit TEXT NOT NULL,
    known INTEGER NOT NULL,
    suppressed INTEGER NOT NULL,
    not_available INTEGER NOT NULL,
    not_applicable INTEGER NOT NULL,
    other INTEGER NOT NULL,
    PRIMARY KEY (release, position)
) STRICT;

CREATE TABLE insight_series (
    id INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL,
    indicator TEXT NOT NULL,
    breakdown TEXT NOT NULL,
    period TEXT NOT NULL,
    UNIQUE (dataset, indicator, breakdown, period)
) STRICT;

-- The cells of one series at one level in one file, packed (store_cells.h): a page asks for whole series. `authority` is 0
-- but for schools, whose cells are kept by authority.
CREATE TABLE insight_figures (
    series INTEGER NOT NULL REFERENCES insight_series (id),
    level TEXT NOT NULL,
    authority INTEGER NOT NULL,
    release INTEGER NOT NULL REFERENCES insight_release (id),
    periods TEXT NOT NULL,
    cells BLOB NOT NULL,
    PRIMARY KEY (series, level, authority, release)
) STRICT;
CREATE INDEX insight_figures_by_release ON insight_figures (release);

CREATE TABLE insight_neighbour (
    list INTEGER NOT NULL,
    area INTEGER NOT NULL,
    place INTEGER NOT NULL,
    neighbour INTEGER NOT NULL,
    closeness TEXT NOT NULL,
    PRIMARY KEY (list, area, place)
) STRICT;

CREATE TABLE insight_boundary (
    area INTEGER NOT NULL,
    rings TEXT NOT NULL,
    PRIMARY KEY (area)
) STRICT;

CREATE TABLE insight_revision (
    one INTEGER NOT NULL CHECK (one = 1),
    revision INTEGER NOT NULL,
    PRIMARY KEY (one)
) STRICT;
INSERT INTO insight_revision (one, revision) VALUES (1, 0);
