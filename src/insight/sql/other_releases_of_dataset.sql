SELECT id FROM insight_release WHERE dataset = ? AND superseded = 0 ORDER BY takes_effect DESC, id DESC
