SELECT reason, name, first_day, last_day FROM places_calendar_closure
WHERE owner_kind = ? AND owner = ? ORDER BY first_day, last_day, reason
