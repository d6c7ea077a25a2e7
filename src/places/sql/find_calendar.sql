SELECT term_system, source, stated_at FROM places_calendar WHERE owner_kind = ? AND owner = ?
