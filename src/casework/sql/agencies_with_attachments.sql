SELECT DISTINCT agency FROM casework_attachment ORDER BY agency
