SELECT agency, provider, name, issuer, client_id, client_secret, hosts, organisations, second_factors
FROM sign_on_provider WHERE provider = ?
