SELECT pg_advisory_xact_lock(hashtext('onroll lists of ' || ?)) IS NULL AS agency
