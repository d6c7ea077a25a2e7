INSERT INTO insight_area_change (id, kind, from_areas, to_areas, changed_on, words, source) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, from_areas = excluded.from_areas, to_areas = excluded.to_areas,
    changed_on = excluded.changed_on, words = excluded.words, source = excluded.source
