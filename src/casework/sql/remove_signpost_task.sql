DELETE FROM casework_task WHERE agency = ? AND duty LIKE ('signpost ' || ? || ' %')
