UPDATE audit_entry
SET erased = 1, act = '', actor = '', role = '', relation = '', purpose = '', record_kind = '', record = '', fields = '', origin = '',
    request = '', salt = ''
WHERE agency = ? AND record = ? AND record_kind = ? AND sequence <= ? AND erased = 0
