-- Messages with families, and a child's own account.
DROP TABLE IF EXISTS casework_nothing_yet;
