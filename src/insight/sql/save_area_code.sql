INSERT INTO insight_area_code (ons_code, number) VALUES (?, ?) ON CONFLICT (ons_code) DO NOTHING
