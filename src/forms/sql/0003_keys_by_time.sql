-- Which keys of somebody are old enough to go: asked with each save, and most of a day's keys are not.
CREATE INDEX forms_key_by_time ON forms_key (agency, user_id, used_at);
