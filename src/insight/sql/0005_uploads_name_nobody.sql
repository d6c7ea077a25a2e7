-- Whoever sent a file is kept as a hash under a key from now on. What waits was sent under the earlier words; it is sent again.
DELETE FROM insight_upload;
