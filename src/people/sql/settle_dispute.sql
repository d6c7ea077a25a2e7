UPDATE people_dispute SET settled_on = ?, outcome = ? WHERE agency = ? AND id = ? AND settled_on IS NULL
