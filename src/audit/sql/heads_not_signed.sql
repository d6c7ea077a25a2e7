SELECT head.agency, head.sequence, head.hash
FROM audit_head AS head
WHERE NOT EXISTS (SELECT 1 FROM audit_signed_head AS signed WHERE signed.agency = head.agency AND signed.sequence = head.sequence)
ORDER BY head.agency
