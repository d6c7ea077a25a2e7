UPDATE people_erasure_request SET asked_by = '', wanted = '', why_complex = '', words = '' WHERE agency = ? AND person = ?
