SELECT channels, code_name, only_ask_for, earliest_minute, latest_minute, neutral_sender
FROM people_safe_contact
WHERE agency = ? AND person = ?
