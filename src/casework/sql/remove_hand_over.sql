DELETE FROM casework_hand_over WHERE agency = ? AND contact = ?
