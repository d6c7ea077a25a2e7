// What "Dates and tasks" of a case shows: what must happen, what was found, what was taken for
// granted, what changed, events and tasks. Words and layout; no queries, no rules.
#pragma once

#include "casework/rules_event_states.h"
#include "casework/told_events.h"
#include "casework/types_answers.h"
#include "casework/types_tasks.h"

#include "design/html.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::casework {

/// A task with what a list says of it.
struct TaskLine {
    Task task;
    std::string href;
    std::string owner;              ///< by name; empty where it is the caseworker's
    std::optional<int> school_days; ///< from today to its day; negative for those that passed
};

struct DatesView {
    std::string address; ///< of the case
    Date today{};
    CaseAnswers answers;
    std::vector<Event> events;
    std::vector<ToldEvent> told{}; ///< in a contact, and not recorded yet
    std::vector<DateChange> changes;
    std::vector<TaskLine> tasks;
    std::vector<std::string> names; ///< of answers.dated, as kept; empty where it makes no task
    /// Of each of the small forms: every one has a key of its own.
    std::function<design::Html()> start = [] { return design::Html(); };
    bool may_change = false;
};
design::Html dates_view(const DatesView& view);

/// The address of the form that is filled in with what was told.
std::string address_to_record(const std::string& case_address, const ToldEvent& told);

/// For the overview of the case: the next dates in law, and what was found.
design::Html next_dates_section(const DatesView& view);
design::Html findings_section(const DatesView& view);

/// "3 school days left", "Today", "2 school days late"; of a day to come with no school day before
/// it, as at a weekend, that there is none.
std::string days_left_in_words(std::optional<int> school_days, std::optional<Date> due, Date today);
/// "The governing board must meet: was Thursday 3 December 2026, now Friday 4 December 2026,
/// because …".
std::string change_in_words(const DateChange& change);

} // namespace onroll::casework
