// Acknowledgements are kept once, never changed, and found by school; a changed text is another
// one.
#include "rights/store.h"
#include "rights/views.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

namespace rights_store_test {

using namespace onroll;
using namespace onroll::rights;

const auto a_school = access::AgencyId::parse("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").value();
const auto another = access::AgencyId::parse("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb").value();
const auto a_head = access::UserId::parse("11111111111111111111111111111111").value();
const check::CodeVersion version{date(2026, 9, 1), "# Code of rights\n\nA child is heard.\n"};

Acknowledgement by(const access::AgencyId& school, const char* name, int hour,
                   const check::CodeVersion& of = version)
{
    return {.school = school,
            .version = of.from,
            .text_print = print_of(of),
            .by = a_head,
            .by_name = name,
            .at = start_of_day_in_london(date(2026, 11, 25)) + std::chrono::hours{hour}};
}

void keep(db::Database& database, const Acknowledgement& one)
{
    auto transaction = database.begin("acknowledge");
    acknowledge(transaction, one);
    transaction.commit();
}

access::Agency school_named(const access::AgencyId& id, const char* name)
{
    return {.id = id, .kind = access::AgencyKind::school, .name = name};
}

bool says(const design::Html& page, std::string_view words)
{
    return page.view().find(words) != std::string_view::npos;
}

TEST_CASE("a school's first acknowledgement of a text stands, and others are not touched")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, FixedClock(date(2026, 11, 25))).has_value());
        keep(database, by(a_school, "Martin Eddow", 9));
        keep(database, by(a_school, "Somebody Else", 10));
        keep(database, by(another, "Ines Galloway", 11));
        auto reader = database.read();
        CHECK(acknowledgements_of(reader, a_school) ==
              std::vector{by(a_school, "Martin Eddow", 9)});
        CHECK(acknowledgements(reader).size() == 2);
        CHECK(acknowledgements(reader).back() == by(another, "Ines Galloway", 11));
    });
}

TEST_CASE("words that change under the same day are another text, to be acknowledged anew")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, FixedClock(date(2026, 11, 25))).has_value());
        auto changed = version;
        changed.text += "\nA child is heard first.\n";
        keep(database, by(a_school, "Martin Eddow", 9));
        auto reader = database.read();
        const auto kept = acknowledgements_of(reader, a_school);
        CHECK(holds_for(kept.front(), version));
        CHECK_FALSE(holds_for(kept.front(), changed));
    });
}

TEST_CASE("the council sees each school, who acknowledged and when, and which has not")
{
    const std::vector<access::Agency> agencies{
        school_named(another, "Tidemoor High School"),
        school_named(a_school, "Harbour Light"),
        {.id = another, .kind = access::AgencyKind::council, .name = "Tidemoor Council"}};
    const auto schools = standing_of(agencies, {by(a_school, "Ines Galloway", 9)}, version);
    REQUIRE(schools.size() == 2);
    CHECK(schools.front().name == "Harbour Light");
    CHECK(schools.front().acknowledged.has_value());
    CHECK_FALSE(schools.back().acknowledged.has_value());
    const auto page = council_view({version, schools});
    CHECK(says(page, "1 of 2 schools has acknowledged it."));
    CHECK(says(page, "Ines Galloway, 25 November 2026"));
    CHECK(says(page, "Not yet"));
    CHECK(says(council_view({version, {}}), "No school has an account here yet."));
}

TEST_CASE("only a head teacher is given the button, and a changed text is said")
{
    const auto form = [](const design::Html& inside) {
        return design::element("form", {}, inside);
    };
    SchoolView view{.school = "Harbour Light", .versions = {version}};
    CHECK_FALSE(says(school_view(view, form), "<form"));
    CHECK(says(school_view(view, form), "The head teacher can do it"));
    view.may_acknowledge = true;
    CHECK(says(school_view(view, form), "<form"));
    CHECK(says(school_view(view, form), print_of(version)));
    view.kept = {by(a_school, "Ines Galloway", 9)};
    CHECK(says(school_view(view, form), "on 25 November 2026 by Ines Galloway."));
    CHECK_FALSE(says(school_view(view, form), "<form"));
    view.versions.front().text += "More.\n";
    CHECK(says(school_view(view, form), "has changed the words of this version"));
    CHECK(says(school_view(view, form), "<form"));
}

} // namespace rights_store_test
