-- What happened to a child, and what the law makes of it.
DROP TABLE IF EXISTS casework_nothing_yet;
