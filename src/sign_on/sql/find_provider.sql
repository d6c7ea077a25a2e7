SELECT agency, provider, name, issuer, client_id, client_secret, hosts, organisations, second_factors, tells_of_sign_out, longest_hours
FROM sign_on_provider WHERE provider = ?
