INSERT INTO people_safe_contact (
    agency, person, channels, code_name, only_ask_for, earliest_minute, latest_minute, neutral_sender
) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, person) DO UPDATE SET
    channels = excluded.channels, code_name = excluded.code_name, only_ask_for = excluded.only_ask_for,
    earliest_minute = excluded.earliest_minute, latest_minute = excluded.latest_minute,
    neutral_sender = excluded.neutral_sender
