UPDATE people_import SET original = ?, file_name = ? WHERE agency = ? AND sent_at < ? AND (file_name <> ? OR length(original) > 0)
