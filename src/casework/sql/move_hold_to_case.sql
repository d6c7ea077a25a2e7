UPDATE casework_hold
SET kind = 'case', record = ?,
    place = place + COALESCE((SELECT MAX(held.place) FROM casework_hold AS held
                              WHERE held.agency = ? AND held.kind = 'case' AND held.record = ?), 0)
WHERE agency = ? AND kind = 'contact' AND record = ?
  AND NOT EXISTS (SELECT 1 FROM casework_hold AS held
                  WHERE held.agency = ? AND held.kind = 'case' AND held.record = ? AND held.ended_at IS NULL)
