INSERT INTO people_wording (agency, purpose, version, words, starts_on)
SELECT ?, ?, coalesce(max(version), 0) + 1, ?, ? FROM people_wording WHERE agency = ? AND purpose = ?
