SELECT MIN(opened_on) AS opened_on
FROM (SELECT MIN(opened_on) AS opened_on FROM casework_case WHERE agency = ?
      UNION ALL
      SELECT MIN(month) AS opened_on FROM casework_kept_figure WHERE agency = ?) AS first
