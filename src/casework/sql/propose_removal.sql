INSERT INTO casework_removal (agency, kind, record, number, over_on, period, proposed_at, proposed_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, kind, record) DO UPDATE SET over_on = excluded.over_on, period = excluded.period,
    proposed_at = excluded.proposed_at, proposed_by = excluded.proposed_by
