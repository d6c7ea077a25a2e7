INSERT INTO casework_kept_figure (agency, month, figure, word, number)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (agency, month, figure, word) DO UPDATE SET number = casework_kept_figure.number + excluded.number
