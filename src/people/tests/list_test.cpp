// One's own children as a list: who is on it, what it is narrowed by, and views saved by name.
#include "people/rules_list.h"
#include "people/store_care.h"
#include "people/store_limits.h"
#include "people/store_list.h"
#include "people/store_restrictions.h"
#include "people/store_schools.h"
#include "people/tests/office.h"

namespace list_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

const Urn a_school = Urn::parse("100001").value();
const Urn another_school = Urn::parse("100002").value();

void attends(Office& office, const PersonId& child, Urn school)
{
    did(office.database, [&](db::Transaction& t) {
        return add_school(t, office.scope_for(office.officer), child,
                          {school, date(2025, 9, 1), {}, PlacementKind::main});
    });
}

struct Row {
    std::string_view about;
    ListQuestion question;
    bool fits;
};

TEST_CASE("a child fits a list that asks for nothing, and for what is so of the child")
{
    const ChildInList maya{PersonId::parse(std::string(32, 'a')).value(),
                           {"Maya", "Shah", {}},
                           date(2014, 3, 17),
                           a_school,
                           SenStatus::known_plan,
                           CareInList::now,
                           true};
    const std::vector<Row> rows{
        {"nothing", {}, true},
        {"the school", {.school = a_school}, true},
        {"another school", {.school = another_school}, false},
        {"no school", {.without_school = true}, false},
        {"the status", {.sen = SenStatus::known_plan}, true},
        {"another status", {.sen = SenStatus::none}, false},
        {"care", {.care = CareInList::now}, true},
        {"other care", {.care = CareInList::not_stated}, false},
        {"an alert", {.with_alert = true}, true},
        {"two, of which one is not so", {.school = a_school, .sen = SenStatus::none}, false}};
    for (const auto& row : rows) {
        CAPTURE(row.about);
        CHECK(fits(maya, row.question) == row.fits);
    }
    auto plain = maya;
    plain.school.reset();
    plain.has_alert = false;
    CHECK(fits(plain, {.without_school = true}));
    CHECK_FALSE(fits(plain, {.with_alert = true}));
}

TEST_CASE("care is said as it stands today: an order counts, and what ended is of before")
{
    const auto today = date(2026, 11, 25);
    const CareStatement never{date(2020, 1, 1), CareStatus::never};
    const CareStatement now{date(2025, 1, 1), CareStatus::section_20, "Tidemoor Council"};
    CourtOrder order;
    order.kind = OrderKind::care;
    order.made_on = date(2024, 1, 1);
    CHECK(care_in_list({}, {}, today) == CareInList::not_stated);
    CHECK(care_in_list({never}, {}, today) == CareInList::never);
    CHECK(care_in_list({never, now}, {}, today) == CareInList::now);
    CHECK(care_in_list({}, {order}, today) == CareInList::now);
    auto ended = now;
    ended.until = date(2026, 1, 1);
    CHECK(care_in_list({ended}, {}, today) == CareInList::before);
    for (const auto care : all_care_in_list()) CHECK(care_in_list_named(key_of(care)) == care);
    CHECK_FALSE(care_in_list_named("Maya"));
}

TEST_CASE("the list holds the children of one’s caseload, and none that does not open")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto scope = office.scope_for(office.officer);
        const auto maya = office.child("Maya", "Shah");
        const auto tom = office.child("Tom", "Lee");
        const auto theirs =
            made(database, a_child_named("Ana", "Rao"), office.scope_for(office.colleague));
        const auto held = office.child("Ben", "Onn");
        const auto named = office.child("Lena", "Rath");
        made(database, an_adult_named("Asha", "Shah"), scope);
        did(database, [&](db::Transaction& t) {
            return restrict_use(t, scope, held, RestrictionGround::claim, "A claim");
        });
        did(database, [&](db::Transaction& t) { return withhold(t, scope, named, "Danger"); });
        attends(office, maya, a_school);
        did(database, [&](db::Transaction& t) { // not hers yet
            return add_school(t, scope, maya,
                              {another_school, date(2027, 9, 1), {}, PlacementKind::main});
        });
        did(database, [&](db::Transaction& t) {
            return state_sen(t, scope, maya, {date(2025, 9, 1), SenStatus::known_plan, {}, {}});
        });
        did(database, [&](db::Transaction& t) {
            return state_care(t, scope, maya,
                              {date(2025, 9, 1), CareStatus::section_20, "Tidemoor Council", {}});
        });
        const access::Actor kim{
            .user = office.officer.id,
            .agency = office.council,
            .agency_kind = access::AgencyKind::council,
            .roles = {access::Role::inclusion_officer},
            .sign_in = {.id = access::SignInId::parse(std::string(32, '0')).value()}};
        auto sam = kim;
        sam.user = office.colleague.id;
        auto reader = database.read();
        const auto list = own_children(reader, kim, test_day);
        REQUIRE(list.size() == 3);
        CHECK(list[0].id == tom);
        CHECK(list[1].id == named);
        CHECK(list[2] == ChildInList{maya,
                                     {"Maya", "Shah", {}},
                                     date(2014, 3, 17),
                                     a_school,
                                     SenStatus::known_plan,
                                     CareInList::now,
                                     false});
        const auto others = own_children(reader, sam, test_day);
        REQUIRE(others.size() == 1);
        CHECK(others[0].id == theirs);
    });
}

TEST_CASE("a school’s list holds its children, and none that is open to others by name alone")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database, access::AgencyKind::school);
        const auto clerk = office.add("Una Bell", "una@example.org", access::Role::school_office);
        const auto maya = office.child("Maya", "Shah");
        const auto hidden = office.child("Lena", "Rath");
        did(database, [&](db::Transaction& t) {
            return withhold(t, office.scope_for(office.officer), hidden, "Danger");
        });
        auto una = office.signed_in(clerk);
        const auto page = una.get("/people/list");
        CHECK(says(page, maya.text()));
        CHECK_FALSE(says(page, hidden.text()));
        CHECK_FALSE(says(page, "Rath"));
    });
}

TEST_CASE("filters of the list are saved by name, used by a link, and hold nobody’s name")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        attends(office, office.child("Maya", "Shah"), a_school);
        office.child("Tom", "Lee");
        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get("/people"), "/people/list"));
        const auto all = kim.get("/people/list");
        CHECK(says(all, "Maya Shah"));
        CHECK(says(all, "Tom Lee"));
        CHECK_FALSE(says(all, "Save this view"));
        CHECK(office.entries().back().deed.act == "people.search");
        const auto narrowed = kim.get("/people/list?school=100001&words=Shah");
        CHECK(says(narrowed, "Maya Shah"));
        CHECK_FALSE(says(narrowed, "Tom Lee"));
        CHECK(says(narrowed, "/people/list/views/new?school=100001\""));
        CHECK_FALSE(says(kim.get("/people/list?school=Shah"), "Save this view"));
        CHECK(says(kim.get("/people/list?sen=known_plan"), "No child fits. Take a filter off."));

        const auto form = kim.get("/people/list/views/new?school=100001&words=Shah");
        CHECK(says(form, "School: School 100001."));
        CHECK_FALSE(says(form, "name=\"words\""));
        const auto used = place_of(filled_in(kim, "/people/list/views/new?school=100001",
                                             {{"view_name", "At our school"}, {"shared", "no"}},
                                             "/people/list/views"));
        CHECK(used.starts_with("/people/list?view="));
        const auto shown = kim.get(used);
        CHECK(says(shown, "At our school"));
        CHECK(says(shown, "Maya Shah"));
        CHECK_FALSE(says(shown, "Tom Lee"));
        const auto own = "/people/list/views/" + used.substr(used.find('=') + 1);

        auto sam = office.signed_in(office.colleague);
        CHECK_FALSE(says(sam.get("/people/list"), "At our school"));
        CHECK(sam.get(own).status == 404);
        CHECK(says(sam.get(used), "not there any more"));
        CHECK(place_of(filled_in(kim, own, {{"view_name", "Ours"}, {"shared", "yes"}})) == used);
        // A view that is shared shows nobody more than their own children.
        const auto theirs = sam.get(used);
        CHECK(says(theirs, "Ours"));
        CHECK_FALSE(says(theirs, "Maya Shah"));
        CHECK(place_of(filled_in(kim, own, {}, own + "/delete")) == "/people/list");
        CHECK_FALSE(says(kim.get("/people/list"), "Ours"));
    });
}

TEST_CASE("a long list comes fifty at a time, with its filters on each page")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        for (int number = 100; number < 161; ++number)
            office.child("Child", "Number" + std::to_string(number));
        auto kim = office.signed_in(office.officer);
        const auto first = kim.get("/people/list?school=none");
        CHECK(says(first, "61 children, by last name"));
        CHECK(says(first, "Number100"));
        CHECK_FALSE(says(first, "Number160"));
        CHECK(says(first, "/people/list?school=none&amp;page=2"));
        const auto second = kim.get("/people/list?school=none&page=2");
        CHECK(says(second, "Number160"));
        CHECK_FALSE(says(second, "Number100"));
        CHECK(says(kim.get("/people/list?page=99"), "Number160"));
        CHECK(says(kim.get("/people/list?page=x"), "Number100"));
    });
}

} // namespace list_test
