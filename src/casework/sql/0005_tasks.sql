-- What is to be done, by whom and when.
DROP TABLE IF EXISTS casework_nothing_yet;
