-- The time of day by which a task is to be done, in minutes of the day in London; nothing where the day is enough.
ALTER TABLE casework_task ADD COLUMN due_minute INTEGER CHECK (due_minute BETWEEN 0 AND 1439);
ALTER TABLE casework_task_before ADD COLUMN due_minute INTEGER;
