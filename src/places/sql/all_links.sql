SELECT school, other, kind, recorded_kind, other_name, since FROM places_link ORDER BY school, other, kind
