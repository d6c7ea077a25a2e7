// The two-world test inside one agency (trust.md Z-09): whoever may not know of a record sees the
// same lists, counts, suggestions and totals whether or not there is such a record.
#include "people/store_told.h"

#include "helpers/steady_text.h"
#include "people/store_households.h"
#include "people/store_limits.h"
#include "people/tests/office.h"

#include <algorithm>
#include <map>

namespace told_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::says;

/// Which records there are that the officer outside may not know of.
enum class Kept { nothing, withheld, relative };

constexpr std::string_view kept_name = "Maya";
constexpr std::string_view kept_upn = "P123456789013";

/// An agency with a family of which one child may be kept from the one who looks.
struct World {
    Office office;
    access::User outside;
    std::vector<std::string> records{}; ///< that are there in each world
    std::optional<PersonId> kept{};

    World(db::Database& database, access::AgencyKind kind, access::Role role, Kept what)
        : office(database, kind), outside(office.add("Joe Bell", "joe@example.org", role))
    {
        const auto sister = office.child("Noor", "Shah");
        const auto mother = made(database, an_adult_named("Ana", "Shah"), scope());
        // Much like the one who is kept, and born on the same day.
        const auto alike = office.child("Maia", "Shah");
        records = {sister.text(), mother.text(), alike.text()};
        for (int number = 0; number < 17; ++number)
            made(database,
                 a_child_named("Mya " + std::string(1, static_cast<char>('A' + number)), "Shaw",
                               date(2009, 1, 1) + Days{number * 50}),
                 scope());
        tie(sister, mother);
        move(sister);
        move(mother);
        std::vector<PersonId> at_home{mother};
        if (what != Kept::nothing) {
            auto details = a_child_named(std::string(kept_name), "Shah");
            details.upn = Upn::parse(kept_upn).value();
            kept = made(database, details, scope());
            tie(*kept, mother);
            move(*kept);
            at_home.push_back(*kept);
        }
        did(database, [&](db::Transaction& transaction) {
            return form_household(transaction, scope(), sister, "At home", at_home,
                                  date(2026, 1, 5));
        });
        if (what == Kept::nothing) return;
        did(database, [&](db::Transaction& transaction) {
            if (what == Kept::withheld) return withhold(transaction, scope(), *kept, "Danger");
            return declare_conflict(transaction, scope_of_outside(), *kept, outside.id);
        });
    }
    Scope scope() const { return office.scope_for(office.officer); }
    Scope scope_of_outside() const { return office.scope_for(outside); }
    void tie(const PersonId& child, const PersonId& adult)
    {
        did(office.database, [&](db::Transaction& transaction) {
            FamilyTie to{child, adult};
            to.bond = Bond::mother;
            return add_tie(transaction, scope(), to);
        });
    }
    void move(const PersonId& id)
    {
        did(office.database, [&](db::Transaction& transaction) {
            return move_person(transaction, scope(), office.safe, id,
                               {.lines = {"4 Sea View"}, .postcode = "ZZ1 1ZZ"}, Protection::open,
                               date(2026, 1, 5));
        });
    }
};

/// Without ids and random keys, which differ from one world to the next by themselves; nor does the
/// order of those who fit as well say anything, since it is that of their ids.
std::string steady(std::string_view text)
{
    auto left = steady_text::without_keys(text, "[random]");
    constexpr std::string_view row = "<tr class=\"govuk-table__row\"";
    std::vector<std::string> rows;
    for (auto at = left.find(row); at != std::string::npos; at = left.find(row, at)) {
        const auto until = left.find("</tr>", at) + 5;
        rows.push_back(left.substr(at, until - at));
        left.erase(at, until - at);
    }
    std::sort(rows.begin(), rows.end());
    for (const auto& one : rows) left += one;
    return left;
}

/// Each answer that the officer outside is given, by what was asked.
std::map<std::string, std::string> answers_of(World& world)
{
    auto joe = world.office.signed_in(world.outside);
    std::map<std::string, std::string> answers;
    const auto keep = [&](const std::string& asked, const http::Response& response) {
        auto text = std::to_string(response.status) + " ";
        if (const auto place = response.headers.find("Location")) text += std::string(*place);
        answers.emplace(asked, text + steady(response.content()));
    };
    for (const auto& record : world.records)
        joe.post("/purpose", form_in(joe.get("/purpose?kind=person&record=" + record +
                                             "&next=/people/" + record),
                                     "/purpose") +
                                 http::Fields{{"purpose", "duty_desk"}});
    for (const auto& route : world.office.router.routes()) {
        if (route.method != http::Method::get || route.pattern.starts_with("/api/")) continue;
        if (route.pattern.find("{person}") == std::string::npos) {
            if (route.pattern.find('{') == std::string::npos)
                keep(route.pattern, joe.get(route.pattern));
            continue;
        }
        // Of what else a route may name, nothing is known here.
        if (std::count(route.pattern.begin(), route.pattern.end(), '{') > 1) continue;
        int number = 0;
        for (const auto& record : world.records) {
            const auto target = steady_text::with_parameters_as(route.pattern, record);
            keep(route.pattern + " " + std::to_string(++number), joe.get(target));
        }
    }
    for (const std::string words : {"Maya Shah", "Shah", "maya", "17 March 2014", "Maya 17/3/2014",
                                    "ZZ1 1ZZ", "P123456789013", "Mya Shaw", "Shaw"})
        keep("search " + words, filled_in(joe, "/people", {{"words", words}}, "/people/search"));
    keep("add", filled_in(joe, "/people/new",
                          http::Fields{{"given_name", "Maya"}, {"family_name", "Shah"}} +
                              dated("born_on", "17", "3", "2014")));
    return answers;
}

/// What is closed to the officer, from its heading to the end of its list.
std::string without_names_alone(std::string text)
{
    const auto from = text.find("<h2 class=\"govuk-heading-m\">Open to named people only</h2>");
    if (from == std::string::npos) return text;
    const auto until = text.find("</ul>", from) + 5;
    return text.erase(from, until - from);
}

/// The first place at which two answers differ, for whoever has to find out why.
std::string difference(const std::string& one, const std::string& other)
{
    const auto at = static_cast<std::size_t>(
        std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first - one.begin());
    const auto from = at < 80 ? 0 : at - 80;
    return one.substr(from, 200) + "\n  <>\n" + other.substr(from, 200);
}

void compare(access::AgencyKind kind, access::Role role, Kept what, bool names_alone)
{
    const tests::TestDatabase one_place(db::Engine::sqlite);
    const tests::TestDatabase other_place(db::Engine::sqlite);
    const auto one = one_place.open();
    const auto other = other_place.open();
    World without(*one, kind, role, Kept::nothing);
    World with(*other, kind, role, what);
    const auto first = answers_of(without);
    const auto second = answers_of(with);
    REQUIRE(first.size() == second.size());
    CHECK(first.size() > 40);
    std::size_t shown = 0;
    std::size_t named = 0;
    for (const auto& [asked, answer] : first) {
        CAPTURE(asked);
        if (answer.starts_with("200")) ++shown;
        const auto& seen = second.at(asked);
        if (seen == answer) continue;
        // The name stands where the decision says, and nothing else differs.
        CAPTURE(difference(answer, seen));
        CHECK(names_alone);
        ++named;
        if (asked == "search Maya Shah" || asked == "search maya" || asked == "search Shah") {
            const auto rest = without_names_alone(seen);
            CHECK(seen.find("Maya Shah") != std::string::npos);
            if (answer.find("Nobody fits") == std::string::npos) CHECK((rest == answer));
        }
        CHECK(seen.find(kept_upn) == std::string::npos);
    }
    CHECK(shown > 15);
    CHECK((named > 0) == names_alone);
    // Whose it is finds it whole, so the comparison could find it.
    auto kim = with.office.signed_in(with.office.officer);
    CHECK(says(filled_in(kim, "/people", {{"words", std::string(kept_upn)}}, "/people/search"),
               "Maya Shah"));
}

TEST_CASE("in a school nobody outside a withheld record can tell that there is one, whatever list, "
          "count, suggestion or search they look at")
{
    compare(access::AgencyKind::school, access::Role::school_office, Kept::withheld, false);
}

TEST_CASE("nobody can tell that there is a record that is a relative’s, in a school or a council")
{
    compare(access::AgencyKind::school, access::Role::school_office, Kept::relative, false);
    compare(access::AgencyKind::council, access::Role::council_officer, Kept::relative, false);
}

TEST_CASE("in a council an officer outside finds the name alone of a withheld record, by its name, "
          "and everything else is as if it were not there")
{
    compare(access::AgencyKind::council, access::Role::council_officer, Kept::withheld, true);
}

TEST_CASE("the name of a withheld record is found by words of it, and not by a date of birth, a "
          "number, a postcode or another name")
{
    tests::for_each_engine([](db::Database& database) {
        World world(database, access::AgencyKind::council, access::Role::council_officer,
                    Kept::withheld);
        auto joe = world.office.signed_in(world.outside);
        const auto asked = [&](const std::string& words) {
            return filled_in(joe, "/people", {{"words", words}}, "/people/search");
        };
        const auto by_name = asked("Maya Shah");
        CHECK(says(by_name, "Open to named people only"));
        CHECK(says(by_name, "/people/" + world.kept->text()));
        CHECK_FALSE(says(by_name, std::string(kept_upn)));
        for (const std::string words : {"17 March 2014", "P123456789013", "ZZ1 1ZZ"})
            CHECK_FALSE(says(asked(words), world.kept->text()));
        CHECK(says(joe.get("/people"), "19 children on record"));
        auto ewa = world.office.signed_in(world.office.guardian);
        CHECK(says(filled_in(ewa, "/people", {{"words", "P123456789013"}}, "/people/search"),
                   "Maya Shah"));
    });
}

TEST_CASE("what lists tell of a record, by role and limit")
{
    const auto actor = [](access::AgencyKind kind, access::Role role) {
        access::Actor who{.user = an_officer,
                          .agency = the_council,
                          .agency_kind = kind,
                          .sign_in = {.id = access::SignInId::parse(std::string(32, '9')).value()}};
        who.roles = {role};
        return who;
    };
    using access::Relation;
    using access::Role;
    const auto council = access::AgencyKind::council;
    const access::Standing outside{.relation = Relation::same_agency, .withheld = true};
    const access::Standing named{.relation = Relation::own_caseload, .withheld = true};
    const access::Standing own{.relation = Relation::own_caseload, .conflict = true};
    CHECK(told_of(actor(council, Role::social_worker), outside) == Told::name_alone);
    CHECK(told_of(actor(council, Role::social_worker), named) == Told::whole);
    CHECK(told_of(actor(council, Role::data_protection_officer), outside) == Told::whole);
    CHECK(told_of(actor(council, Role::data_protection_officer), own) == Told::nothing);
    CHECK(told_of(actor(council, Role::social_worker), own) == Told::nothing);
    CHECK(told_of(actor(access::AgencyKind::school, Role::senco), outside) == Told::nothing);
    CHECK(told_of(actor(access::AgencyKind::school, Role::senco), named) == Told::whole);
    CHECK(told_of(actor(council, Role::administrator), {Relation::same_agency}) == Told::whole);
}

} // namespace told_test
