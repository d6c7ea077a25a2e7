DELETE FROM access_setup WHERE used_at IS NULL
