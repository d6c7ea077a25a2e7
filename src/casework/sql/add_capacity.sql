INSERT INTO casework_place_capacity (agency, place, version, helps_with, takes, weeks, told_on, told_by, recorded_at, recorded_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
