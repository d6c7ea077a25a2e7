-- Work done on a case, notes and their attachments.
DROP TABLE IF EXISTS casework_nothing_yet;
