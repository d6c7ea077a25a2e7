#include "casework/store_cases.h"

#include "casework/store_case_states.h"
#include "casework/store_levels.h"
#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "people/store.h"
#include "platform/crypto/new_id.h"

#include <algorithm>

namespace onroll::casework {

Case case_from(const db::Rows& rows)
{
    const auto priority = priority_named(rows.text("priority"));
    const auto state = case_state_named(rows.text("state"));
    const auto level = rows.integer("level");
    ensure(state && priority && level >= 1 && level <= 5,
           "the store holds only states and levels it was given");
    return {.id = CaseId::parse(rows.text("id")).value(),
            .number = rows.integer("number"),
            .child = people::PersonId::parse(rows.text("child")).value(),
            .state = *state,
            .level = static_cast<Level>(level),
            .caseworker = optional_user(rows, "caseworker"),
            .opened_on = rows.date("opened_on"),
            .opened_by = access::UserId::parse(rows.text("opened_by")).value(),
            .closed_on = rows.optional_date("closed_on"),
            .priority = *priority,
            .waiting_since = rows.optional_date("waiting_since"),
            .waiting_reason = std::string(rows.text("waiting_reason")),
            .version = rows.integer("version")};
}

Result<CaseId> open_case(db::Transaction& transaction, const access::AgencyId& agency,
                         const NewCase& opened, const access::UserId& by, Date today)
{
    const auto before = cases_of_child(transaction, agency, opened.child);
    if (std::any_of(before.begin(), before.end(),
                    [](const Case& one) { return one.state != CaseState::closed; }))
        return Error{ErrorKind::conflict,
                     "This child has an open case. Add to that one instead of opening another",
                     {},
                     {}};
    const auto id = crypto::new_id<CaseId>();
    const bool waits = opened.state == CaseState::waiting;
    transaction.run(sql()("add_case"), agency.text(), id.text(), agency.text(), opened.child.text(),
                    key_of(opened.state), static_cast<std::int64_t>(opened.level),
                    text_or_nothing(opened.caseworker), today, by.text(), key_of(opened.priority),
                    waits ? std::optional(today) : std::optional<Date>(),
                    waits ? opened.reason : std::string());
    begin_work(
        transaction, agency, id,
        {.title = opened.work, .level = opened.level, .moved_on = today, .reason = opened.reason},
        by);
    note_state(transaction, agency, id, {opened.state, today, opened.reason, by});
    if (opened.caseworker)
        note_first_caseworker(transaction, agency, id, opened.state,
                              {opened.caseworker, today, {}, by});
    return id;
}

Result<Case> case_of_version(db::Queries& database, const access::AgencyId& agency,
                             const CaseId& id, std::int64_t version)
{
    auto found = find_case(database, agency, id);
    if (found && found->version != version) return changed_meanwhile();
    return found;
}

Error changed_meanwhile()
{
    return {ErrorKind::conflict,
            "Somebody changed this case while you were writing. Compare the two",
            {},
            {}};
}

Result<Case> find_case(db::Queries& database, const access::AgencyId& agency, const CaseId& id)
{
    auto rows = database.query(sql()("find_case"), agency.text(), id.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return case_from(rows);
}

people::PersonId present_child(db::Queries& database, const access::AgencyId& agency,
                               const Case& found)
{
    auto child = found.child;
    // A record is joined to one that is not joined itself, or was not when it was.
    for (int steps = 0; steps < 4; ++steps) {
        const auto person = people::find_person(database, agency, child);
        if (!person || !person->merged_into) break;
        child = *person->merged_into;
    }
    return child;
}

Result<people::ChildRecord> present_record(db::Queries& database, const access::AgencyId& agency,
                                           const Case& found)
{
    auto record = people::find_child(database, agency, found.child);
    if (!record || !record->child.merged_into) return record;
    return people::find_child(database, agency, present_child(database, agency, found));
}

std::vector<std::pair<people::PersonId, Case>>
cases_of_children(db::Queries& database, const access::AgencyId& agency,
                  const std::vector<people::PersonId>& children)
{
    const auto under = people::shown_under(database, agency, children);
    std::vector<people::PersonId> records;
    for (const auto& [record, child] : under) records.push_back(record);
    std::vector<std::pair<people::PersonId, Case>> cases;
    ask_by_sixty(database, "cases_of_children", agency, records, [&](const db::Rows& rows) {
        auto found = case_from(rows);
        const auto child = under.at(found.child);
        cases.emplace_back(child, std::move(found));
    });
    std::stable_sort(cases.begin(), cases.end(), [](const auto& one, const auto& other) {
        return one.second.number > other.second.number;
    });
    return cases;
}

std::vector<Case> cases_of_child(db::Queries& database, const access::AgencyId& agency,
                                 const people::PersonId& child)
{
    std::vector<Case> cases;
    for (auto& [under, found] : cases_of_children(database, agency, {child}))
        cases.push_back(std::move(found));
    return cases;
}

} // namespace onroll::casework
