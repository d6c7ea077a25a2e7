// A family that was sent on to somebody else is one in the figures, whatever is removed and joined.
#include "casework/store.h"
#include "casework/store_keep.h"
#include "casework/store_reports.h"
#include "casework/store_service.h"

#include "casework/tests/full_case.h"
#include "people/store_merge.h"

namespace casework_families_sent_on_test {

using namespace onroll;
using namespace onroll::casework;
using namespace onroll::casework::tests;

const FixedClock noon(date(2026, 11, 26));

/// A closed case of that child, of the time of FullCase, at whose contact the family was sent on.
CaseId add_sent_on(const AdviceService& service, const people::PersonId& child)
{
    auto to = service.database->begin("send on");
    const auto then = start_of_day_in_london(case_opened_on);
    const auto id = open_case(to, service.agency, {.child = child, .caseworker = service.adviser},
                              service.adviser, case_opened_on);
    REQUIRE(id);
    const auto contact =
        record_contact(to, service.agency, {.story = "A call"}, service.adviser, then);
    REQUIRE(attach_contact(to, service.agency, contact, *id, child));
    record_signpost(to, service.agency, contact, std::nullopt, "A helpline", "", service.adviser,
                    then);
    REQUIRE(close_case(to, service.agency, *id, 1, NewClose{}, service.adviser,
                       start_of_day_in_london(case_closed_on)));
    to.commit();
    return *id;
}

TEST_CASE("a family with two cases, and with two records that were joined, is counted once before "
          "and after each case is removed")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const FullCase full(service);
        const auto child = service.find(full.id).child;
        const auto twin = service.child("Asha", "Hill");
        const KeptRecord other{KeptKind::case_work, add_sent_on(service, twin).text()};
        const auto families = [&](const Period& period) {
            auto reading = service.database->read();
            const auto counted = counted_in(reading, service.agency, period, noon.today());
            CHECK(counted.knows_families_sent_on);
            std::int64_t times = 0;
            for (const auto& [result, number] : counted.signposts) times += number;
            CHECK(times == 2);
            std::int64_t all = 0;
            for (const auto& [result, number] : counted.families_sent_on) all += number;
            return all;
        };
        const auto years = {school_year_from(2018), financial_year_from(2018)};
        for (const auto& year : years) CHECK(families(year) == 2);
        REQUIRE(service.in_transaction([&](db::Transaction& to) -> Result<void> {
            const auto by = [&](const access::UserId& user) {
                return people::scope_of(service.agency, user, noon.now());
            };
            const auto merge = people::propose_merge(to, by(service.adviser), child, twin);
            if (!merge) return merge.error();
            return people::agree_to_merge(to, by(service.manager), merge->id);
        }));
        for (const auto& year : years) CHECK(families(year) == 1);
        REQUIRE(full.proposed(service.adviser));
        REQUIRE(full.agreed(service.manager));
        for (const auto& year : years) CHECK(families(year) == 1);
        REQUIRE(service.in_transaction([&](db::Transaction& to) {
            return propose_removal(to, service.agency, other, service.adviser, noon.now());
        }));
        const auto owner = service.stores.as_owner(service.agency);
        REQUIRE(owner);
        {
            auto to = (*owner ? **owner : *service.database).begin("remove");
            REQUIRE(agree_to_removal(to, service.agency, other, service.manager, noon.now()));
            to.commit();
        }
        CHECK(rows_in(*service.database, "casework_signpost") == 0);
        for (const auto& year : years) CHECK(families(year) == 1);
    });
}

} // namespace casework_families_sent_on_test
