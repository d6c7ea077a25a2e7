// The check of one exclusion: the form, and what follows from it. Words and layout; the rules were
// applied before.
#pragma once

#include "check/check_form.h"
#include "law/answer_rows.h"
#include "law/types.h"

namespace onroll::check {

/// The form, with what was typed and what is wrong with it.
design::Html check_form_view(const CheckForm& typed, const CheckedForm* checked);

/// What follows, as seen on `today`. `rows` come from `evaluation`; `urgent` is one of them, or
/// nothing.
struct CheckResult {
    const law::History* history = nullptr;
    const law::Evaluation* evaluation = nullptr;
    const law::AnswerRows* rows = nullptr;
    const law::AnswerRow* urgent = nullptr;
    std::string title;
    std::string school_name;
    std::vector<std::string> assumptions;
    std::string question;              ///< for the school, where an answer is not known
    std::vector<law::Hanging> hanging; ///< what hangs on an answer that is not known
    Date today{};
    AdviceService advice;
    http::Fields answers; ///< what was typed, for changing it
};
design::Html check_result_view(const CheckResult& result);

/// The one urgent fact of the answer, and whom to ring.
design::Html first_panel_view(const CheckResult& result);

/// "By Thursday 3 December 2026, the governors must meet and decide if the pupil comes back"
std::string row_in_words(const law::AnswerRow& row);

} // namespace onroll::check
