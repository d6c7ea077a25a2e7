SELECT kind, from_areas, to_areas, changed_on, words, source FROM insight_area_change ORDER BY changed_on, id
