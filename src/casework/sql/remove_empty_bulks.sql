DELETE FROM casework_bulk
WHERE agency = ?
  AND NOT EXISTS (SELECT 1 FROM casework_allocation AS one
                  WHERE one.agency = casework_bulk.agency AND one.bulk = casework_bulk.id)
