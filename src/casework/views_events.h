// What the pages of an event show: choosing a kind, telling its facts, and all that is known of it.
// Words and layout; no queries, no rules.
#pragma once

#include "casework/event_questions.h"
#include "casework/types_messages.h"
#include "casework/rules_event_states.h"

#include "check/services.h"
#include "design/html.h"
#include "forms/fields.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::casework {

/// Which kind of event is to be recorded.
design::Html event_kinds_view(const std::string& address, const std::vector<Error>& errors);

struct EventFormView {
    std::string action;
    std::string leave;
    std::string title; ///< the words of the h1
    const QuestionGroup* group = nullptr;
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
    std::vector<check::SchoolChoice> schools{}; ///< to choose from, where the words fit several
    std::string button = "Save";
};
design::Html event_form_view(const EventFormView& view);

struct EventView {
    Event event;
    std::string address;          ///< of the event
    std::string back;             ///< "/advice/cases/…/dates"
    std::string accounts_address; ///< "/advice/cases/…/accounts"
    std::vector<FactTold> told;
    std::vector<Account> accounts{}; ///< of the child, about this event
    std::function<std::string(const access::UserId&)> name_of;
    bool may_change = false;
};
design::Html event_view(const EventView& view);
/// "Suspension, Monday 23 November 2026".
std::string event_title(const Event& event);

} // namespace onroll::casework
