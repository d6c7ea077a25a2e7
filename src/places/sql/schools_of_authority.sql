SELECT s.urn, s.authority, s.laestab, s.name, s.kind, s.phase, s.status, s.opened_on, s.closed_on, s.street, s.locality, s.town,
    s.postcode, s.trust, t.name AS trust_name, s.pupils, s.pupils_counted_on, s.recorded_type, s.recorded_type_group,
    s.recorded_status, s.recorded_phase, s.source
FROM places_school s
LEFT JOIN places_trust t ON t.uid = s.trust
WHERE s.authority = ?
ORDER BY s.name, s.urn
