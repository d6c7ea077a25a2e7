// Family shapes to rights: tests/cases/family_shapes.csv, one row a shape that a caseworker could
// check.
#include "people/rules_family.h"

#include "helpers/shared_data.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace onroll::people {

namespace rules_family_test {

const Date today = date(2026, 11, 25);
const auto the_child = PersonId::parse(std::string(32, 'c')).value();
const auto me = PersonId::parse(std::string(32, 'a')).value();
const auto another = PersonId::parse(std::string(32, 'b')).value();

std::vector<std::string> split(const std::string& line, char by)
{
    std::vector<std::string> cells;
    std::stringstream stream(line);
    for (std::string cell; std::getline(stream, cell, by);) cells.push_back(cell);
    if (!line.empty() && line.back() == by) cells.emplace_back();
    return cells;
}

CourtOrder order_of(const std::string& text)
{
    const auto parts = split(text, ':');
    CourtOrder order;
    order.kind = order_kind_named(parts.at(0)).value();
    order.made_on = date(2024, 1, 10);
    for (const auto& part : parts) {
        if (part == "me") order.concerns = me;
        if (part == "other") order.concerns = another;
        if (part == "past") order.ends_on = date(2026, 11, 24);
        if (part == "future") order.made_on = date(2026, 12, 1);
    }
    return order;
}

std::string written(const Right& right)
{
    return right.answer == RightAnswer::yes  ? "yes"
           : right.answer == RightAnswer::no ? "no"
                                             : "ask";
}

} // namespace rules_family_test

TEST_CASE("each family shape has the rights that its row says")
{
    using namespace rules_family_test;
    std::ifstream file(tests::source_file("src/people/tests/cases/family_shapes.csv"));
    REQUIRE(file.is_open());
    int shapes = 0;
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with("#") || line.starts_with("case,")) continue;
        const auto cells = split(line, ',');
        REQUIRE_MESSAGE(cells.size() == 14, line);
        FamilyTie tie{the_child, me};
        tie.bond = bond_named(cells[1]).value();
        tie.natural_parent = natural_parent_named(cells[2]).value();
        tie.responsibility = responsibility_named(cells[3]).value();
        tie.care = has_care_named(cells[4]).value();
        tie.contact = contact_permission_named(cells[5]).value();
        ChildFacts child{.born_on = date(2016, 5, 1)};
        if (!cells[6].empty())
            for (const auto& order : split(cells[6], '+')) child.orders.push_back(order_of(order));
        child.address_protected = cells[7].find("protected") != std::string::npos;
        child.serious_harm_likely = cells[7].find("harm") != std::string::npos;
        if (cells[7].find("adult") != std::string::npos) child.born_on = date(2008, 11, 25);
        if (cells[7].find("ended") != std::string::npos) tie.until = date(2026, 10, 1);
        const auto rights = rights_of(tie, child, today);
        const auto got = written(rights.parent_in_education_law) + "," +
                         written(rights.exclusion_notice) + "," + written(rights.education_record) +
                         "," + written(rights.where_child_lives) + "," +
                         written(rights.may_be_contacted) + "," + written(rights.may_decide);
        std::string want;
        for (std::size_t i = 8; i < 14; ++i) want += (i == 8 ? "" : ",") + cells[i];
        CHECK_MESSAGE(got == want, cells[0]);
        for (const auto& right :
             {rights.parent_in_education_law, rights.exclusion_notice, rights.education_record,
              rights.where_child_lives, rights.may_be_contacted, rights.may_decide}) {
            CHECK_FALSE(right.reason.empty());
            CHECK_FALSE(right.source.empty());
        }
        ++shapes;
    }
    CHECK(shapes >= 40);
}

TEST_CASE("nobody is told where a child lives whose address is protected, whatever their tie")
{
    using namespace rules_family_test;
    for (const auto bond : all_bonds())
        for (const auto responsibility : all_responsibilities())
            for (const auto care : {HasCare::yes, HasCare::shared, HasCare::no}) {
                FamilyTie tie{the_child,
                              me,
                              bond,
                              NaturalParent::yes,
                              responsibility,
                              care,
                              ContactPermission::permitted};
                const ChildFacts child{.born_on = date(2016, 5, 1), .address_protected = true};
                CHECK(rights_of(tie, child, today).where_child_lives.answer == RightAnswer::no);
            }
}

TEST_CASE("a birthday of 29 February is reached on 1 March in other years")
{
    CHECK(age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17);
    CHECK(age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18);
    CHECK(age_on(date(2008, 2, 29), date(2028, 2, 29)) == 20);
}

TEST_CASE("an order without a date of making counts as in force, and ends after its last day")
{
    const Date today = date(2026, 11, 25);
    CHECK(in_force({.kind = OrderKind::no_contact}, today));
    CHECK(in_force({.kind = OrderKind::no_contact, .ends_on = today}, today));
    CHECK_FALSE(in_force({.kind = OrderKind::no_contact, .ends_on = today - Days{1}}, today));
}

} // namespace onroll::people
