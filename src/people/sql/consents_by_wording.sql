SELECT purpose, wording_version, count(*) AS given FROM people_consent WHERE agency = ? AND refused = 0 GROUP BY purpose, wording_version
