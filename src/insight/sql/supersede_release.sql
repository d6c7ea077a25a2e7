UPDATE insight_release SET superseded = 1 WHERE id = ?
