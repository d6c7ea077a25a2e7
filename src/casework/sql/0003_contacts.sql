-- What a first contact adds.
DROP TABLE IF EXISTS casework_nothing_yet;
