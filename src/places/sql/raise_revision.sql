UPDATE places_revision SET revision = revision + 1 WHERE one_row = 1
