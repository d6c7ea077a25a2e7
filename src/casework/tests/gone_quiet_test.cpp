#include "casework/reminders.h"
#include "casework/rules_enquiries.h"
#include "casework/store.h"
#include "casework/store_enquiries.h"

#include "casework/tests/each_place.h"

#include <doctest/doctest.h>

namespace casework_gone_quiet_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceService;
using casework::tests::on_each_engine;

const Date monday = date(2026, 11, 23);

/// One contact a week from a school until eight weeks ago, and one from families all the time.
void fill(const AdviceService& service)
{
    auto transaction = service.database->begin("fill");
    for (int week = 1; week <= 60; ++week) {
        const auto at = FixedClock(monday - Days{7 * week + 2}).now();
        record_contact(transaction, service.agency,
                       {.story = "A call", .source = ReferralSource::been_before}, service.adviser,
                       at);
        if (week > 8)
            record_contact(transaction, service.agency,
                           {.story = "A call", .source = ReferralSource::school}, service.adviser,
                           at);
    }
    transaction.commit();
}

TEST_CASE("a source that has gone quiet is told to the manager on Mondays, and names nobody")
{
    const FixedClock clock(monday);
    on_each_engine(clock, [](const AdviceService& service) {
        fill(service);
        auto reading = service.database->read();
        const auto quiet = sources_gone_quiet(reading, service.agency, monday);
        REQUIRE(quiet.size() == 1);
        CHECK(quiet.front().count.source == "A school told them");
        const Reminded manager{service.manager, "manager@advice.example", true, {}};
        const Reminded adviser{service.adviser, "adviser@advice.example", false, {}};
        const auto counts = due_counts(reading, service.agency, manager, monday);
        CHECK(counts.gone_quiet == 1);
        CHECK(counts.any());
        const auto mail = reminder_mail(counts, manager.mail, "");
        CHECK(mail.body.find("A source sends fewer families than before.") != std::string::npos);
        CHECK(mail.body.find("school told them") == std::string::npos);
        CHECK(due_counts(reading, service.agency, manager, monday + Days{1}).gone_quiet == 0);
        CHECK(due_counts(reading, service.agency, adviser, monday).gone_quiet == 0);
    });
}

} // namespace casework_gone_quiet_test
