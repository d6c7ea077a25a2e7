SELECT place FROM casework_hold WHERE agency = ? AND kind = ? AND record = ? AND ended_at IS NULL
