SELECT SUM(CASE WHEN opened_on BETWEEN ? AND ? THEN 1 ELSE 0 END) AS opened,
       SUM(CASE WHEN opened_on <= ? AND (closed_on IS NULL OR closed_on > ?) THEN 1 ELSE 0 END) AS open_at_end,
       SUM(CASE WHEN state = 'waiting' AND waiting_since <= ? AND opened_on <= ? THEN 1 ELSE 0 END) AS waiting_at_end
FROM casework_case
WHERE agency = ?
