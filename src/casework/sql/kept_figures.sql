SELECT month, figure, word, number FROM casework_kept_figure WHERE agency = ?
