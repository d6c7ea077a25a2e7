UPDATE people_import_change SET before = '', after = ''
WHERE agency = ? AND (before <> '' OR after <> '')
  AND import IN (SELECT id FROM people_import
                 WHERE agency = ? AND sent_at < ? AND coalesce(made_at, sent_at) < ? AND coalesce(undone_at, sent_at) < ?
                   AND NOT EXISTS (SELECT 1 FROM people_import_row
                                   WHERE people_import_row.agency = people_import.agency
                                     AND people_import_row.import = people_import.id
                                     AND people_import_row.settled_at >= ?))
