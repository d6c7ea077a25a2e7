DELETE FROM people_consent WHERE agency = ? AND (about = ? OR giver = ?)
