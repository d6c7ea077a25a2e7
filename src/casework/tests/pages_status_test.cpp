#include "casework/store_cases.h"
#include "casework/store_status.h"
#include "casework/views_messages.h"

#include "casework/tests/contact_office.h"
#include "people/address_safe.h"
#include "people/store.h"
#include "platform/crypto/crypto.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace casework_pages_status_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::ContactOffice;
using casework::tests::has_words;
using casework::tests::id_of;
using casework::tests::leads_to;

const crypto::Key key = crypto::Key::create();
const people::AddressSafe safe(key);

/// A case of a permanent exclusion, of which days in law follow.
struct StatusOffice : ContactOffice {
    std::string address;

    explicit StatusOffice(db::Database& the_database) : ContactOffice(the_database)
    {
        services.safe = &safe;
        know_the_terms();
        address = record({{"story", "Excluded"}, {"child_name", "Asha Hill"}, {"next", "case"}});
        record_exclusion(address);
    }
    std::string own() const { return address + "/status"; }
    /// The days of the radios on the page.
    std::vector<std::string> days_offered() const
    {
        const auto page = get(own());
        const std::string content(page.content());
        const std::string before = "name=\"law_day\" type=\"radio\" value=\"";
        std::vector<std::string> days;
        for (auto at = content.find(before); at != std::string::npos;
             at = content.find(before, at + 1))
            if (const auto day = content.substr(at + before.size(), 10); parse_date(day))
                days.push_back(day);
        return days;
    }
    std::vector<std::optional<Date>> told() const
    {
        auto reading = database.read();
        std::vector<std::optional<Date>> days;
        for (const auto& said : statuses_of_case(reading, agency, id_of<CaseId>(address)))
            days.push_back(said.next.on);
        std::sort(days.begin(), days.end());
        return days;
    }
};

TEST_CASE("a family is told a day in law that was chosen, or another that was typed")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        const StatusOffice office(database);
        const auto offered = office.days_offered();
        REQUIRE_FALSE(offered.empty());
        CHECK(leads_to(office.post(office.own(), {{"words", "The governors meet"},
                                                  {"law_day", offered.front()}})) == office.own());
        CHECK(leads_to(office.post(office.own(), {{"words", "We ring you"},
                                                  {"law_day", "other"},
                                                  {"next_on-day", "4"},
                                                  {"next_on-month", "2"},
                                                  {"next_on-year", "2027"}})) == office.own());
        CHECK(leads_to(office.post(office.own(), {{"words", "We think"}, {"law_day", "other"}})) ==
              office.own());
        CHECK(office.told() == std::vector<std::optional<Date>>{std::nullopt,
                                                                parse_date(offered.front()).value(),
                                                                date(2027, 2, 4)});
    });
}

TEST_CASE("a day beside one that was chosen, and a day that is not offered, are not taken")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        const StatusOffice office(database);
        const auto offered = office.days_offered();
        REQUIRE_FALSE(offered.empty());
        const auto both = office.post(office.own(), {{"words", "We ring you"},
                                                     {"law_day", offered.front()},
                                                     {"next_on-day", "4"},
                                                     {"next_on-month", "2"},
                                                     {"next_on-year", "2027"}});
        CHECK(both.status == 400);
        CHECK(has_words(both, "href=\"#next_on-day\">Give one day"));
        CHECK(has_words(both, "We ring you"));
        for (const auto* other : {"2027-08-05", "yesterday"}) {
            const auto never =
                office.post(office.own(), {{"words", "We ring"}, {"law_day", other}});
            CHECK(never.status == 400);
            CHECK(has_words(never, "href=\"#law_day\">Select one of these days"));
        }
        CHECK(office.told().empty());
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
