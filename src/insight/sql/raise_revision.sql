UPDATE insight_revision SET revision = revision + 1 WHERE one = 1
