SELECT level, number, name, ons_code, region, first_year, last_year FROM insight_area WHERE level = ? AND number = ?
