SELECT through_sequence, noted_as FROM audit_erasure WHERE agency = ? ORDER BY noted_as
