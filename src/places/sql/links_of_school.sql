SELECT school, other, kind, recorded_kind, other_name, since FROM places_link WHERE school = ? ORDER BY since, other, kind
