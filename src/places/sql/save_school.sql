INSERT INTO places_school (
    urn, authority, laestab, name, kind, phase, status, opened_on, closed_on, street, locality, town, postcode, trust, pupils,
    pupils_counted_on, recorded_type, recorded_type_group, recorded_status, recorded_phase, source
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (urn) DO UPDATE SET
    authority = excluded.authority, laestab = excluded.laestab, name = excluded.name, kind = excluded.kind,
    phase = excluded.phase, status = excluded.status, opened_on = excluded.opened_on, closed_on = excluded.closed_on,
    street = excluded.street, locality = excluded.locality, town = excluded.town, postcode = excluded.postcode,
    trust = excluded.trust, pupils = excluded.pupils, pupils_counted_on = excluded.pupils_counted_on,
    recorded_type = excluded.recorded_type, recorded_type_group = excluded.recorded_type_group,
    recorded_status = excluded.recorded_status, recorded_phase = excluded.recorded_phase, source = excluded.source
