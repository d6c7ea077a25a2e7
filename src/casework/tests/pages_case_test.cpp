// What the overview of a case asks the store: each thing of the case once, and of the child no more
// than the record takes, in however many places the page shows it.
#include "casework/store_cases.h"

#include "audit/store_purposes.h"
#include "casework/tests/contact_office.h"
#include "people/store.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace casework_pages_case_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::ContactOffice;
using casework::tests::has_words;
using casework::tests::id_of;
using casework::tests::leads_to;

std::string a_case_of_an_exclusion(ContactOffice& office)
{
    office.services.caseworkers = [](const access::AgencyId&) { return std::vector<Colleague>(); };
    office.know_the_terms();
    const auto address =
        office.record({{"story", "Excluded"}, {"child_name", "Asha Hill"}, {"next", "case"}});
    office.record_exclusion(address);
    // The first look counts the dates again, for the office has a new calendar.
    CHECK(office.get(address).status == 200);
    return address;
}

people::PersonId child_of(const ContactOffice& office, const std::string& address)
{
    auto reading = office.database.read();
    const auto found = find_case(reading, office.agency, id_of<CaseId>(address));
    REQUIRE(found);
    return found->child;
}

void add_mother(const ContactOffice& office, const people::PersonId& child)
{
    const auto scope = people::scope_of(office.agency, office.signed_in->user, office.clock.now());
    auto transaction = office.database.begin("test");
    const auto mother = people::create_person(
        transaction, scope,
        {.kind = people::PersonKind::adult, .name = {.given = "Asmin", .family = "Hill"}});
    REQUIRE(mother);
    people::FamilyTie tie{child, *mother};
    tie.bond = people::Bond::mother;
    tie.care = people::HasCare::yes;
    CHECK(people::add_tie(transaction, scope, tie).has_value());
    transaction.commit();
}

/// How often each statement ran while a page was made.
std::map<std::string, std::int64_t> asked_for(const ContactOffice& office,
                                              const std::string& address)
{
    std::map<std::string, std::int64_t> asked;
    for (const auto& one : office.database.timings()) asked[one.name] -= one.runs;
    CHECK(office.get(address).status == 200);
    for (const auto& one : office.database.timings()) asked[one.name] += one.runs;
    return asked;
}

std::int64_t all_of(const std::map<std::string, std::int64_t>& asked)
{
    std::int64_t all = 0;
    for (const auto& [name, runs] : asked) all += runs;
    return all;
}

/// How many statements the record of the child takes by itself.
std::int64_t of_the_record(const ContactOffice& office, const people::PersonId& child)
{
    auto reading = office.database.read();
    CHECK(people::find_child(reading, office.agency, child).has_value());
    return reading.query_count();
}

TEST_CASE("the overview of a case asks for each thing of the case once")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto address = a_case_of_an_exclusion(office);
        auto asked = asked_for(office, address);
        for (const auto* name : {"events_of_case", "actions_of_case", "levels_of_case",
                                 "attachments_of_case", "orders_of_child", "ties_of_child"})
            CHECK_MESSAGE(asked[name] == 1, name);
    });
}

TEST_CASE("pages of a case read the child and the family once")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto address = a_case_of_an_exclusion(office);
        const auto child = child_of(office, address);
        const std::vector<std::string> pages{"", "/chronology", "/people", "/profile"};
        std::vector<std::int64_t> before;
        for (const auto& page : pages) before.push_back(all_of(asked_for(office, address + page)));
        const auto alone = of_the_record(office, child);
        add_mother(office, child);
        CHECK(has_words(office.get(address), "Mother: Asmin Hill"));
        const auto more = of_the_record(office, child) - alone;
        CHECK(more > 0);
        for (std::size_t at = 0; at < pages.size(); ++at)
            CHECK_MESSAGE(all_of(asked_for(office, address + pages[at])) - before[at] == more,
                          pages[at]);
    });
}

TEST_CASE("why a case is opened is asked for once on its page")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto address = a_case_of_an_exclusion(office);
        office.sign_in(access::Role::advice_manager);
        REQUIRE(leads_to(office.get(address)).starts_with("/purpose"));
        {
            auto transaction = database.begin("test");
            audit::give_purpose(transaction,
                                {.agency = office.agency.text(),
                                 .actor = office.signed_in->user.text(),
                                 .sign_in = office.signed_in->sign_in.id.text(),
                                 .record = id_of<CaseId>(address).text()},
                                access::key_of(access::Purpose::direct_work), office.clock.now());
            transaction.commit();
        }
        CHECK(asked_for(office, address)["find_purpose"] == 1);
    });
}

} // namespace casework_pages_case_test
