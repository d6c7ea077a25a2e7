UPDATE audit_head SET sequence = ?, hash = ? WHERE agency = ?
