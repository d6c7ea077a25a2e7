UPDATE people_import SET state = 'undone', undone_at = ? WHERE agency = ? AND id = ? AND state = 'made'
