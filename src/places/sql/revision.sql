SELECT revision FROM places_revision WHERE one_row = 1
