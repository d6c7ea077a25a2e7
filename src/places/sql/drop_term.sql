DELETE FROM places_calendar_term WHERE owner_kind = ? AND owner = ?
