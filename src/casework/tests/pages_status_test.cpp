#include "casework/store_cases.h"
#include "casework/store_status.h"
#include "casework/views_messages.h"

#include "casework/tests/advice_office.h"
#include "people/address_safe.h"
#include "people/store.h"
#include "platform/crypto/crypto.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace casework_pages_status_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceOffice;
using casework::tests::leads_to;

const crypto::Key key = crypto::Key::create();
const people::AddressSafe safe(key);

TEST_CASE("a family is told a day in law that was chosen, or another that was typed")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        office.services.safe = &safe;
        office.services.school_name = [](Urn urn) { return "School " + urn.text(); };
        office.open();
        const auto id = [&] {
            auto to = database.begin("fill");
            const auto child =
                people::create_person(
                    to, people::scope_of(office.agency, office.signed_in->user, office.clock.now()),
                    {.name = {.given = "Asha", .family = "Hill"}})
                    .value();
            auto made = open_case(to, office.agency, {.child = child}, office.signed_in->user,
                                  date(2026, 11, 20))
                            .value();
            to.commit();
            return made;
        }();
        const auto own = "/advice/cases/" + id.text() + "/status";
        CHECK(leads_to(office.post(
                  own, {{"words", "The governors meet"}, {"law_day", "2026-12-03"}})) == own);
        CHECK(leads_to(office.post(own, {{"words", "We ring you"},
                                         {"law_day", "other"},
                                         {"next_on-day", "4"},
                                         {"next_on-month", "12"},
                                         {"next_on-year", "2026"}})) == own);
        CHECK(leads_to(office.post(own, {{"words", "We think"}, {"law_day", "other"}})) == own);
        auto reading = database.read();
        std::vector<std::optional<Date>> days;
        for (const auto& said : statuses_of_case(reading, office.agency, id))
            days.push_back(said.next.on);
        std::sort(days.begin(), days.end());
        CHECK(days ==
              std::vector<std::optional<Date>>{std::nullopt, date(2026, 12, 3), date(2026, 12, 4)});
    });
}

TEST_CASE(
    "days in law are offered with what must happen on them; where none is ahead, a day is typed")
{
    StatusView view{.address = "/advice/cases/1"};
    CHECK(status_view(view).str().find("law_day") == std::string::npos);
    view.days_in_law = {
        {"2026-12-03", "Thursday 3 December 2026: The governing board must meet and decide"}};
    const auto shown = status_view(view).str();
    CHECK(shown.find("value=\"2026-12-03\"") != std::string::npos);
    CHECK(shown.find("The governing board must meet and decide") != std::string::npos);
    CHECK(shown.find("Another day, or none") != std::string::npos);
}

} // namespace casework_pages_status_test
