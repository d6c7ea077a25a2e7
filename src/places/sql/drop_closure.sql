DELETE FROM places_calendar_closure WHERE owner_kind = ? AND owner = ?
