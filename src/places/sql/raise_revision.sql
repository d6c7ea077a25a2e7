UPDATE places_revision SET revision = revision + 1 WHERE only = 1
