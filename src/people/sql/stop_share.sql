UPDATE people_share SET stopped_on = ? WHERE agency = ? AND id = ? AND stopped_on IS NULL
