#include "casework/store_needs.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <algorithm>

namespace onroll::casework {
namespace store_needs_detail {

const char* const need_missing = "The page was not found. Check the address";

Need need_from(const db::Rows& rows)
{
    const auto kind = need_kind_named(rows.text("kind"));
    ensure(kind.has_value(), "the store holds only kinds of needs that it was given");
    return {.id = NeedId::parse(rows.text("id")).value(),
            .case_id = CaseId::parse(rows.text("case_id")).value(),
            .kind = *kind,
            .words = rows.text("words")};
}

NeedStepTold step_from(const db::Rows& rows)
{
    const auto step = need_step_named(rows.text("step"));
    ensure(step.has_value(), "the store holds only steps that it was given");
    return {*step, rows.date("happened_on"), rows.text("who"), rows.text("note")};
}

} // namespace store_needs_detail
using namespace store_needs_detail;

NeedId add_need(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& case_id,
                NeedKind kind, const std::string& words, const NeedStepTold& first,
                const access::UserId& by, Instant now)
{
    const auto id = crypto::new_id<NeedId>();
    transaction.run(sql()("add_need"), agency.text(), id.text(), case_id.text(), key_of(kind),
                    words, now, by.text());
    const auto added = add_need_step(transaction, agency, case_id, id, first, by, now);
    ensure(added.has_value(), "a need that was just added is there");
    return id;
}

Result<void> add_need_step(db::Transaction& transaction, const access::AgencyId& agency,
                           const CaseId& case_id, const NeedId& need, const NeedStepTold& step,
                           const access::UserId& by, Instant now)
{
    const auto added =
        transaction.run(sql()("add_need_step"), key_of(step.step), step.on, step.who, step.note,
                        now, by.text(), agency.text(), need.text(), case_id.text());
    if (added == 0) return not_found(need_missing);
    return {};
}

std::vector<Need> needs_of_case(db::Queries& database, const access::AgencyId& agency,
                                const CaseId& case_id)
{
    auto rows = database.query(sql()("needs_of_case"), agency.text(), case_id.text());
    std::vector<Need> needs;
    while (rows.next()) {
        if (needs.empty() || needs.back().id.text() != rows.text("id"))
            needs.push_back(need_from(rows));
        needs.back().steps.push_back(step_from(rows));
    }
    std::stable_sort(needs.begin(), needs.end(), [](const Need& one, const Need& other) {
        return one.noticed_on() < other.noticed_on();
    });
    return needs;
}

JourneyId add_journey_part(db::Transaction& transaction, const access::AgencyId& agency,
                           const CaseId& case_id, const NewJourneyPart& part,
                           const access::UserId& by, Instant now)
{
    const auto id = crypto::new_id<JourneyId>();
    const auto feeling = part.feeling ? std::optional<std::int64_t>(*part.feeling) : std::nullopt;
    transaction.run(sql()("add_journey_part"), agency.text(), id.text(), case_id.text(),
                    key_of(part.kind), part.from, part.until, part.who, part.words, feeling, now,
                    by.text());
    return id;
}

Result<void> take_out_journey_part(db::Transaction& transaction, const access::AgencyId& agency,
                                   const CaseId& case_id, const JourneyId& part)
{
    if (transaction.run(sql()("take_out_journey_part"), agency.text(), part.text(),
                        case_id.text()) == 0)
        return not_found(need_missing);
    return {};
}

std::vector<JourneyPart> journey_of_case(db::Queries& database, const access::AgencyId& agency,
                                         const CaseId& case_id)
{
    auto rows = database.query(sql()("journey_of_case"), agency.text(), case_id.text());
    std::vector<JourneyPart> parts;
    while (rows.next()) {
        const auto kind = journey_kind_named(rows.text("kind"));
        ensure(kind.has_value(), "the store holds only parts of journeys that it was given");
        const auto feeling = rows.optional_integer("feeling");
        parts.push_back(
            {JourneyId::parse(rows.text("id")).value(),
             {.kind = *kind,
              .from = rows.date("from_on"),
              .until = rows.optional_date("until_on"),
              .who = rows.text("who"),
              .words = rows.text("words"),
              .feeling = feeling ? std::optional(static_cast<int>(*feeling)) : std::nullopt}});
    }
    return parts;
}

} // namespace onroll::casework
