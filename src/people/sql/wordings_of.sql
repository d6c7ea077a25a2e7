SELECT purpose, version, words, starts_on FROM people_wording WHERE agency = ? ORDER BY purpose, version
