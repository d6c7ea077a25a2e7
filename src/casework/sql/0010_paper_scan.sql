-- Whether a virus scanner looked at a paper of a copy that came as a file; empty for one that the service printed itself,
-- and for one that was added before this was kept.
ALTER TABLE casework_paper ADD COLUMN scan TEXT NOT NULL DEFAULT '';
