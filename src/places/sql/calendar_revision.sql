SELECT COUNT(*) AS calendars, MAX(stated_at) AS newest FROM places_calendar
