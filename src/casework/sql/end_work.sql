UPDATE casework_work SET ended_on = ? WHERE agency = ? AND case_id = ? AND place = ? AND ended_on IS NULL
