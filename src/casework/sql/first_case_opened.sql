SELECT MIN(opened_on) AS opened_on FROM casework_case WHERE agency = ?
