#include "casework/store_next_steps.h"

#include "casework/store_rows.h"

#include "platform/crypto/new_id.h"

namespace onroll::casework {
namespace store_next_steps_detail {

AdvisedStep next_step_from(const db::Rows& rows)
{
    return {.id = NextStepId::parse(rows.text("id")).value(),
            .case_id = CaseId::parse(rows.text("case_id")).value(),
            .told = {.kind = next_step_kind_named(rows.text("kind")).value_or(NextStepKind::other),
                     .where = std::string(rows.text("place")),
                     .starts_on = rows.optional_date("starts_on"),
                     .advised = std::string(rows.text("advised")),
                     .advised_on = rows.date("advised_on")},
            .added_at = rows.instant("added_at"),
            .added_by = access::UserId::parse(rows.text("added_by")).value()};
}

} // namespace store_next_steps_detail
using namespace store_next_steps_detail;

NextStepId add_next_step(db::Transaction& transaction, const access::AgencyId& agency,
                         const CaseId& case_id, const NewNextStep& told, const access::UserId& by,
                         Instant now)
{
    const auto id = crypto::new_id<NextStepId>();
    transaction.run(sql()("add_next_step"), agency.text(), id.text(), case_id.text(),
                    told.advised_on, key_of(told.kind), told.where, told.starts_on, told.advised,
                    now, by.text());
    return id;
}

Result<void> add_next_step_result(db::Transaction& transaction, const access::AgencyId& agency,
                                  const CaseId& case_id, const NextStepId& step,
                                  NextStepResult result, const std::string& note,
                                  const access::UserId& by, Instant now)
{
    const auto added = transaction.run(sql()("add_next_step_result"), key_of(result), note, now,
                                       by.text(), agency.text(), step.text(), case_id.text());
    if (added == 1) return {};
    return not_found("The page was not found. Check the address");
}

std::vector<AdvisedStep> next_steps_of_case(db::Queries& database, const access::AgencyId& agency,
                                            const CaseId& case_id)
{
    auto rows = database.query(sql()("next_steps_of_case"), agency.text(), case_id.text());
    std::vector<AdvisedStep> steps;
    while (rows.next()) {
        if (steps.empty() || steps.back().id.text() != rows.text("id"))
            steps.push_back(next_step_from(rows));
        const auto learnt_by = optional_user(rows, "learnt_by");
        if (!learnt_by) continue;
        steps.back().learnt.push_back(
            {.result =
                 next_step_result_named(rows.text("result")).value_or(NextStepResult::not_known),
             .note = std::string(rows.text("note")),
             .at = rows.instant("learnt_at"),
             .by = *learnt_by});
    }
    return steps;
}

} // namespace onroll::casework
