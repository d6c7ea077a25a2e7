SELECT kind, name, first_day, last_day FROM places_calendar_term WHERE owner_kind = ? AND owner = ? ORDER BY first_day, last_day
