DELETE FROM casework_batch
WHERE agency = ?
  AND NOT EXISTS (SELECT 1 FROM casework_batch_line AS line
                  WHERE line.agency = casework_batch.agency AND line.batch = casework_batch.id)
