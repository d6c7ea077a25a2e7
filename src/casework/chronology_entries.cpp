#include "casework/chronology_entries.h"

#include "casework/store.h"
#include "casework/store_case_states.h"
#include "casework/store_tasks.h"

#include "platform/clock/clock.h"

#include <chrono>
#include <string>
#include <utility>

namespace onroll::casework {
namespace chronology_entries_detail {

std::string address_in_case(const CaseId& of, const char* page)
{
    return "/advice/cases/" + of.text() + page;
}

std::string words_for(CaseState state, bool is_first)
{
    if (is_first) return state == CaseState::waiting ? "Put on the waiting list" : "Case opened";
    switch (state) {
    case CaseState::open:
        return "Case worked on again";
    case CaseState::waiting:
        return "Put on the waiting list";
    case CaseState::inactive:
        return "Case made inactive";
    case CaseState::closed:
        return "Case closed";
    }
    return {};
}

std::string words_for(TaskState settled)
{
    if (settled == TaskState::done) return "Task done";
    return settled == TaskState::ended ? "Task ended with the case" : "Task dropped";
}

/// "Contact by phone", with who it was.
std::string words_for(const NewContact& told)
{
    std::string words = "Contact: " + std::string(in_words(told.channel));
    if (told.caller) words += ", " + std::string(in_words(*told.caller));
    return words;
}

/// What was ticked, then the story and what the caller was told.
std::string detail_of(const NewContact& told)
{
    std::string words;
    const auto add = [&](const std::string& more) {
        if (!more.empty()) words += (words.empty() ? "" : "\n") + more;
    };
    for (const auto happened : told.happened) add(std::string(in_words(happened)) + ".");
    add(told.story);
    if (!told.advice.empty()) add("Told: " + told.advice);
    return words;
}

} // namespace chronology_entries_detail
using namespace chronology_entries_detail;

std::vector<ChronologyEntry> entries_of_contacts(db::Queries& database,
                                                 const access::AgencyId& agency, const CaseId& of)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& contact : contacts_of_case(database, agency, of)) {
        ChronologyEntry entry{.on = contact.taken_on,
                              .at = contact.taken_at,
                              .kind = EntryKind::contact,
                              .title = words_for(contact.told),
                              .by = contact.taken_by,
                              .detail = detail_of(contact.told),
                              .href = "/advice/contacts/" + contact.id.text()};
        if (contact.told.minutes) entry.took = std::chrono::minutes(*contact.told.minutes);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<ChronologyEntry> entries_of_states(db::Queries& database,
                                               const access::AgencyId& agency, const CaseId& of)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& change : states_of_case(database, agency, of))
        entries.push_back({.on = change.since,
                           .kind = EntryKind::close,
                           .title = words_for(change.state, entries.empty()),
                           .by = change.stated_by,
                           .detail = change.reason});
    return entries;
}

std::vector<ChronologyEntry>
entries_of_allocations(db::Queries& database, const access::AgencyId& agency, const CaseId& of)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& allocation : allocations_of_case(database, agency, of)) {
        // Nobody yet, at the opening, is no event.
        if (!allocation.caseworker && entries.empty()) continue;
        entries.push_back(
            {.on = allocation.since,
             .kind = EntryKind::level,
             .title = allocation.caseworker ? "Case taken over" : "Case given back",
             .by = allocation.caseworker ? *allocation.caseworker : allocation.allocated_by,
             .detail = allocation.reason});
    }
    return entries;
}

std::vector<ChronologyEntry> entries_of_levels(const CaseId& of,
                                               const std::vector<LevelMove>& levels)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& move : levels)
        entries.push_back({.on = move.moved_on,
                           .kind = EntryKind::level,
                           .title = std::string(in_words(move.level)) +
                                    (move.title.empty() ? "" : ": " + move.title),
                           .by = move.moved_by,
                           .detail = move.reason,
                           .href = address_in_case(of, "/levels")});
    return entries;
}

std::vector<ChronologyEntry> entries_of_tasks(db::Queries& database, const access::AgencyId& agency,
                                              const CaseId& of)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& task : tasks_of_case(database, agency, of)) {
        if (!task.settled() || !task.settled_at) continue;
        entries.push_back({.on = in_london(*task.settled_at).date,
                           .at = task.settled_at,
                           .kind = EntryKind::task,
                           .title = words_for(task.state),
                           .by = task.settled_by,
                           .detail = task.told.title,
                           .href = address_in_case(of, "/tasks/") + task.id.text()});
    }
    return entries;
}

} // namespace onroll::casework
