SELECT COUNT(*) AS schools FROM places_school
