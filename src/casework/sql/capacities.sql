SELECT place, version, helps_with, takes, weeks, told_on, told_by
FROM casework_place_capacity AS told
WHERE agency = ?
  AND version = (SELECT MAX(version) FROM casework_place_capacity AS later
                 WHERE later.agency = told.agency AND later.place = told.place)
