UPDATE casework_work SET level = ? WHERE agency = ? AND case_id = ? AND place = ? AND ended_on IS NULL
