SELECT pg_advisory_xact_lock(hashtext('onroll files of ' || ?)) IS NULL AS agency
