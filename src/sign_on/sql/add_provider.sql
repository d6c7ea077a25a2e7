INSERT INTO sign_on_provider
    (agency, provider, name, issuer, client_id, client_secret, hosts, organisations, second_factors, tells_of_sign_out, longest_hours)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
