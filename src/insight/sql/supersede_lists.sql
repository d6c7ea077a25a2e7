UPDATE insight_release SET superseded = 1 WHERE dataset = ? AND id <> ?
