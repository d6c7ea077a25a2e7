// How a case ends: the page that asks it, and what it says once it is closed. Words and layout
// only. capabilities.md N55.
#pragma once

#include "casework/types_case_history.h"
#include "casework/types_close.h"
#include "casework/types_feedback.h"
#include "casework/types_tasks.h"
#include "casework/views_next_steps.h"

#include "design/html.h"
#include "forms/fields.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace onroll::casework {

struct CloseView {
    Case found;
    std::string address; ///< of the case
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
    bool may_close = false;
    bool may_reopen = false;
    NextStepsView next_steps{};
    std::vector<LevelMove> moves{};
    std::vector<std::pair<std::string, std::string>> hours{}; ///< what each stage took, in words
    std::string hours_in_all{};
    std::vector<Close> closes{};
    std::function<std::string(const access::UserId&)> name_of;
    bool may_ask = false;   ///< make a link that asks how it went
    std::int64_t links = 0; ///< that wait for an answer
    design::Html ask_start{};
    std::vector<Task> tasks{};     ///< to be done still; of a closed case, those that ended with it
    bool copy_to_stop = false;     ///< somebody can still read a copy that should be stopped
    bool may_change_tasks = false; ///< each has a page of its own then
};
design::Html close_view(const CloseView& view);
/// What came of it and its impact: asked of one case, or of several at once.
design::Html outcome_question(const forms::FormView& form);
design::Html impact_questions(const forms::FormView& form);

/// The link, shown once to who made it.
design::Html feedback_link_view(const std::string& link, const std::string& address, Date last_day);

struct AskFeedbackView {
    std::string service;
    std::string action;
    forms::FormView form{};
};
/// What the family sees.
design::Html ask_feedback_view(const AskFeedbackView& view);
design::Html thanks_view(const std::string& service);
design::Html ended_link_view(const std::string& service);

} // namespace onroll::casework
