// What an evaluation comes to on one day, ready to be shown: duties of the same person on the same
// day in one row, where each row stands, and which is the most urgent. No words; no rules of law.
// Pure.
#pragma once

#include "law/types.h"

#include <optional>
#include <vector>

namespace onroll::law {

/// Where a row stands on the day it is looked at. `under_way`: it began and goes on.
enum class RowState { past, under_way, today, ahead, undated };

/// One or several duties that one person has on one day; told is everybody named in any of them.
struct AnswerRow {
    Duty duty;                       ///< the first, with the recipients of all
    std::vector<const Duty*> duties; ///< all of them, as evaluated
    std::optional<Date> day;
    RowState state = RowState::undated;
    std::optional<int> school_days_left; ///< from tomorrow to the day; where the term dates reach
    std::optional<Date> counted_from;    ///< the day that the count begins after
};

struct AnswerRows {
    std::vector<AnswerRow> dated;   ///< in order of day
    std::vector<AnswerRow> undated; ///< no day, or a day past the term dates that are held
};

/// The duties of the history as rows, seen on `today`.
AnswerRows answer_rows(const History& history, const Evaluation& evaluation, Date today);

/// What somebody should look at first: teaching that must be going on, or else the next day on
/// which something must or may be done. Nothing where every day has passed.
const AnswerRow* most_urgent(const AnswerRows& rows, Date today);

/// What follows if an unknown answer is this one: the duties that the other answers do not share.
struct Hanging {
    std::string if_words; ///< "If it is permanent"
    History history;
    Evaluation evaluation;
};

/// Takes from each evaluation the duties that are the same in all of them, and answers those.
std::vector<Duty> take_what_is_common(std::vector<Hanging>& answers);

} // namespace onroll::law
