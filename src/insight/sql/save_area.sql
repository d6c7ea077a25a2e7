INSERT INTO insight_area (level, number, name, ons_code, region, authority, first_year, last_year)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (level, number) DO UPDATE SET
    name = CASE WHEN excluded.last_year >= insight_area.last_year THEN excluded.name ELSE insight_area.name END,
    ons_code = CASE WHEN excluded.ons_code <> '' AND excluded.last_year >= insight_area.last_year
                    THEN excluded.ons_code ELSE insight_area.ons_code END,
    region = COALESCE(CASE WHEN excluded.last_year >= insight_area.last_year THEN excluded.region END, insight_area.region,
                      excluded.region),
    authority = COALESCE(excluded.authority, insight_area.authority),
    first_year = CASE WHEN excluded.first_year < insight_area.first_year
                      THEN excluded.first_year ELSE insight_area.first_year END,
    last_year = CASE WHEN excluded.last_year > insight_area.last_year
                     THEN excluded.last_year ELSE insight_area.last_year END
