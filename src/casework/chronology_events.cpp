#include "casework/chronology_events.h"

#include "casework/event_questions.h"
#include "casework/store_needs.h"
#include "casework/store_next_steps.h"

#include <array>
#include <string>

namespace onroll::casework {
namespace chronology_events_detail {

/// A later fact that has a day of its own, and what the line says of it.
struct LaterFact {
    Fact day;
    std::string_view title;
    Fact more; ///< said after it, where it is known
};
constexpr std::array later_facts{
    LaterFact{Fact::letter_on, "The letter was given", Fact::letter_on},
    LaterFact{Fact::wrote_to_board_on, "The family wrote to the governors",
              Fact::wrote_to_board_on},
    LaterFact{Fact::board_met_on, "The governors met", Fact::board_outcome},
    LaterFact{Fact::board_letter_on, "The governors’ letter", Fact::board_letter_on},
    LaterFact{Fact::review_asked_on, "A review was asked for", Fact::review_asked_on},
    LaterFact{Fact::panel_letter_on, "The review panel decided", Fact::panel_outcome},
    LaterFact{Fact::reconsidered_on, "The governors thought again", Fact::reconsidered_outcome},
    LaterFact{Fact::cancelled_on, "It was cancelled", Fact::cancelled_on},
    LaterFact{Fact::off_roll_on, "The name was taken off the roll", Fact::off_roll_on},
    LaterFact{Fact::claim_on, "A claim was made to the tribunal", Fact::claim_on},
    LaterFact{Fact::back_to_school_on, "A meeting about going back", Fact::back_agreed},
    LaterFact{Fact::reversed_on, "It was taken back", Fact::reversed_on},
};

std::string address_of(const Event& event)
{
    return "/advice/cases/" + event.case_id.text() + "/events/" + event.id.text();
}

ChronologyEntry entry_of(const Event& event, Date on)
{
    const auto& facts = event.facts;
    std::string title(in_words(event.kind));
    if (const auto time = facts.text(Fact::at_time); !time.empty())
        title += ", " + std::string(time);
    if (facts.known(Fact::recorded_in_error)) title += " (recorded in error)";
    return {.on = on,
            .kind = EntryKind::event,
            .title = std::move(title),
            .by = event.added_by,
            .detail = std::string(facts.text(Fact::what_was_said)),
            .href = address_of(event)};
}

std::string said(const Event& event, const LaterFact& later)
{
    if (later.more == later.day) return {};
    const auto value = event.facts.text(later.more);
    const auto* question = question_about(event.kind, later.more);
    return value.empty() || !question ? std::string() : value_in_words(*question, value);
}

} // namespace chronology_events_detail

std::vector<ChronologyEntry> entries_of_events(const std::vector<Event>& events)
{
    using namespace chronology_events_detail;
    std::vector<ChronologyEntry> entries;
    for (const auto& event : events) {
        if (const auto on = event.on()) entries.push_back(entry_of(event, *on));
        for (const auto& later : later_facts)
            if (const auto day = event.facts.day(later.day))
                entries.push_back(
                    {.on = *day,
                     .kind = EntryKind::event,
                     .title = std::string(in_words(event.kind)) + ": " + std::string(later.title),
                     .detail = said(event, later),
                     .href = address_of(event)});
    }
    return entries;
}

std::vector<ChronologyEntry> entries_of_needs(db::Queries& database, const access::AgencyId& agency,
                                              const CaseId& of)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& need : needs_of_case(database, agency, of))
        for (const auto& step : need.steps)
            entries.push_back(
                {.on = step.on,
                 .kind = EntryKind::event,
                 .title =
                     std::string(in_words(need.kind)) + ": " + std::string(in_words(step.step)),
                 .detail =
                     step.who + (step.who.empty() || step.note.empty() ? "" : ". ") + step.note,
                 .href = "/advice/cases/" + of.text() + "/needs"});
    return entries;
}

std::vector<ChronologyEntry> entries_of_next_steps(db::Queries& database,
                                                   const access::AgencyId& agency, const CaseId& of)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& step : next_steps_of_case(database, agency, of)) {
        if (step.is_mistake()) continue;
        const auto& told = step.told;
        const auto href = "/advice/cases/" + of.text() + "/next-steps";
        std::string place = told.where;
        if (told.starts_on)
            place += (place.empty() ? "From " : ", from ") + onroll::in_words(*told.starts_on);
        entries.push_back({.on = told.advised_on,
                           .kind = EntryKind::action,
                           .title = "Next step advised: " + std::string(in_words(told.kind)),
                           .by = step.added_by,
                           .detail = place.empty() ? told.advised : place + "\n" + told.advised,
                           .href = href});
        for (const auto& learnt : step.learnt)
            entries.push_back({.on = in_london(learnt.at).date,
                               .at = learnt.at,
                               .kind = EntryKind::action,
                               .title = std::string(in_words(told.kind)) + ": " +
                                        std::string(in_words(learnt.result)),
                               .by = learnt.by,
                               .detail = learnt.note,
                               .href = href});
    }
    return entries;
}

} // namespace onroll::casework
