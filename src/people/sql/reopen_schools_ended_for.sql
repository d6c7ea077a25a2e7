UPDATE people_school_place SET ends_on = NULL, ended_for = NULL WHERE agency = ? AND child = ? AND ended_for = ?
