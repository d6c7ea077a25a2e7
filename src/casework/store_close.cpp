#include "casework/store_close.h"

#include "casework/store_case_states.h"
#include "casework/store_cases.h"
#include "casework/store_levels.h"
#include "casework/store_rows.h"
#include "casework/store_tasks.h"

#include <algorithm>

namespace onroll::casework {
namespace store_close_detail {

std::string keys_of(const std::vector<Outcome>& outcomes)
{
    std::string keys;
    for (const auto outcome : outcomes) {
        if (!keys.empty()) keys += ' ';
        keys += key_of(outcome);
    }
    return keys;
}

std::vector<Outcome> outcomes_in(std::string_view keys)
{
    std::vector<Outcome> outcomes;
    while (!keys.empty()) {
        const auto end = keys.find(' ');
        if (const auto outcome = outcome_named(keys.substr(0, end))) outcomes.push_back(*outcome);
        if (end == std::string_view::npos) break;
        keys.remove_prefix(end + 1);
    }
    return outcomes;
}

std::vector<Close> closes_from(db::Rows rows)
{
    std::vector<Close> closes;
    while (rows.next())
        closes.push_back(
            {.told = {.outcomes = outcomes_in(rows.text("outcomes")),
                      .summary = std::string(rows.text("summary")),
                      .family = static_cast<Impact>(rows.integer("impact_family")),
                      .school = static_cast<Impact>(rows.integer("impact_school")),
                      .authority = static_cast<Impact>(rows.integer("impact_authority"))},
             .closed_on = rows.date("closed_on"),
             .highest_level = static_cast<Level>(rows.integer("highest_level")),
             .closed_by = access::UserId::parse(rows.text("closed_by")).value()});
    return closes;
}

std::int64_t number_of(Impact impact)
{
    return static_cast<std::int64_t>(impact);
}

} // namespace store_close_detail
using namespace store_close_detail;

Result<void> close_case(db::Transaction& transaction, const access::AgencyId& agency,
                        const CaseId& id, std::int64_t version, const NewClose& told,
                        const access::UserId& by, Instant now)
{
    const auto today = in_london(now).date;
    const auto before = case_of_version(transaction, agency, id, version);
    if (!before) return before.error();
    if (before->state == CaseState::closed) return changed_meanwhile();
    const auto changed =
        transaction.run(sql()("set_case_state"), key_of(CaseState::closed), std::optional(today),
                        std::optional<Date>(), std::string(), key_of(before->priority),
                        agency.text(), id.text(), version);
    if (changed == 0) return changed_meanwhile();
    auto highest = before->level;
    for (const auto& move : levels_of_case(transaction, agency, id))
        highest = std::max(highest, move.level);
    transaction.run(sql()("add_close"), agency.text(), id.text(), agency.text(), id.text(), today,
                    keys_of(told.outcomes), told.summary, number_of(told.family),
                    number_of(told.school), number_of(told.authority),
                    static_cast<std::int64_t>(highest), by.text());
    note_state(transaction, agency, id, {CaseState::closed, today, {}, by});
    end_tasks_with_case(transaction, agency, id, by, now);
    return {};
}

std::vector<Close> closes_of_case(db::Queries& database, const access::AgencyId& agency,
                                  const CaseId& id)
{
    return closes_from(database.query(sql()("closes_of_case"), agency.text(), id.text()));
}

std::vector<Close> closes_between(db::Queries& database, const access::AgencyId& agency, Date first,
                                  Date last)
{
    return closes_from(database.query(sql()("closes_between"), agency.text(), first, last));
}

} // namespace onroll::casework
