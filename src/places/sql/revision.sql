SELECT revision FROM places_revision WHERE only = 1
