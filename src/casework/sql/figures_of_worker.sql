SELECT
    (SELECT COUNT(*) FROM casework_case
     WHERE agency = ? AND state = 'open' AND CASE WHEN caseworker IS NULL THEN opened_by ELSE caseworker END = ?) AS open_cases,
    (SELECT COUNT(*) FROM casework_case
     WHERE agency = ? AND state = 'open' AND level >= 3 AND CASE WHEN caseworker IS NULL THEN opened_by ELSE caseworker END = ?) AS high,
    (SELECT COUNT(*) FROM casework_contact WHERE agency = ? AND taken_at >= ? AND taken_by = ?) AS own_contacts,
    (SELECT COUNT(*) FROM casework_contact WHERE agency = ? AND taken_at >= ?) AS contacts,
    (SELECT COALESCE(SUM(minutes), 0) FROM casework_action WHERE agency = ? AND done_on = ? AND worker = ?) AS minutes,
    (SELECT COALESCE(SUM(minutes), 0) FROM casework_action WHERE agency = ? AND done_on = ?) AS all_minutes
