SELECT agency FROM audit_head UNION SELECT agency FROM audit_signed_head UNION SELECT DISTINCT agency FROM audit_entry ORDER BY agency
