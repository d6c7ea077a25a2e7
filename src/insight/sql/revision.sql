SELECT revision FROM insight_revision WHERE one = 1
