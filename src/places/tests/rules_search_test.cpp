#include "places/imports.h"
#include "places/rules_search.h"

#include "helpers/shared_data.h"
#include "platform/csv/reader.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <vector>

namespace rules_search_test {

using namespace onroll;
using namespace onroll::places;

School a_school(const std::string& urn, const std::string& name)
{
    School school{Urn::parse(urn).value(), LaCode::parse("373").value()};
    school.name = name;
    school.status = SchoolStatus::open;
    return school;
}

std::vector<School> some_schools()
{
    std::vector<School> schools = {
        a_school("100001", "St. Mary's C.E. Primary School"),
        a_school("100002", "Saint Mary's Catholic Primary School"),
        a_school("100003", "Queensbridge Academy"),
        a_school("100004", "Gospel Oak Primary & Nursery School"),
        a_school("100005", "Harbour Pupil Referral Unit"),
        a_school("100006", "Queensbridge School"),
        a_school("100007", "\u00c9cole Fran\u00e7aise"),
        a_school("100008", "Birkdale Primary School"),
    };
    schools[0].laestab = Laestab::parse("3733401").value();
    schools[1].former_laestabs = {Laestab::parse("8203402").value()};
    schools[2].town = "Sheffield";
    schools[2].postcode = "S10 2TN";
    schools[3].postcode = "S1 2TN";
    schools[5].status = SchoolStatus::closed;
    return schools;
}

std::string first_for(const std::vector<School>& schools, const std::string& text)
{
    const SchoolIndex index(schools, {{LaCode::parse("373").value(), "Sheffield"}});
    const auto found = index.find(text, 10);
    return found.empty() ? "nothing" : found.front().urn.text();
}

TEST_CASE("short forms and punctuation do not part a name from itself")
{
    CHECK(search_words("St. Mary's C.E.") == search_words("saint marys church of england"));
    CHECK(search_words("St Mary\u2019s CofE") == search_words("Saint Mary's C of E"));
    CHECK(search_words("Holy Cross RC") == search_words("Holy Cross Roman Catholic"));
    CHECK(search_words("Gospel Oak Primary & Nursery") ==
          search_words("gospel oak primary and nursery"));
    CHECK(search_words("Woodberry Down Pry") == search_words("Woodberry Down Primary"));
    CHECK(search_words("\u00c9cole") == std::vector<std::string>{"ecole"});
    CHECK(search_words("The") == std::vector<std::string>{"the"});
    CHECK(search_words("!?").empty());
}

TEST_CASE(
    "a school is found by its URN and by its number with or without the slash, present or former")
{
    const auto schools = some_schools();
    CHECK(first_for(schools, "100004") == "100004");
    CHECK(first_for(schools, " 373/3401") == "100001");
    CHECK(first_for(schools, "3733401") == "100001");
    CHECK(first_for(schools, "820 3402") == "100002");
    CHECK(first_for(schools, "999999") == "nothing");
}

TEST_CASE("a school is found by a postcode or its beginning, and S1 is not S10")
{
    const auto schools = some_schools();
    CHECK(first_for(schools, "s102tn") == "100003");
    CHECK(first_for(schools, "S10") == "100003");
    CHECK(first_for(schools, "S1") == "100004");
    CHECK(SchoolIndex(schools, {}).find("S1", 10).size() == 1);
}

TEST_CASE("a school is found by its name with mistakes, in any order of words")
{
    const auto schools = some_schools();
    CHECK(first_for(schools, "saint marys church of england primary") == "100001");
    CHECK(first_for(schools, "st marys rc") == "100002");
    CHECK(first_for(schools, "primary school birkdale") == "100008");
    CHECK(first_for(schools, "berkdale") == "100008");
    CHECK(first_for(schools, "bikrdale primary") == "100008");
    CHECK(first_for(schools, "quensbrige academy") == "100003");
    CHECK(first_for(schools, "harbour pru") == "100005");
    CHECK(first_for(schools, "queensb") == "100003");
    CHECK(first_for(schools, "ecole francaise") == "100007");
    CHECK(first_for(schools, "zzzzzz") == "nothing");
    CHECK(first_for(schools, "") == "nothing");
}

TEST_CASE("an open school comes before a closed one that fits as well")
{
    CHECK(first_for(some_schools(), "queensbridge") == "100003");
    CHECK(first_for(some_schools(), "queensbridge school") == "100006");
}

TEST_CASE("a school is found by its town and its authority's area beside its name")
{
    const auto schools = some_schools();
    CHECK(first_for(schools, "academy sheffield") == "100003");
    CHECK(first_for(schools, "birkdale sheffield") == "100008");
}

TEST_CASE("the area as it was typed comes before a name that is only like it, and finds by itself")
{
    auto elsewhere = a_school("100009", "Shenfield St Mary's CE Primary School");
    elsewhere.authority = LaCode::parse("881").value();
    auto closed = a_school("100010", "Old St Mary's School");
    closed.status = SchoolStatus::closed;
    const std::vector<School> schools = {elsewhere,
                                         a_school("100001", "St Mary's Catholic Primary"),
                                         a_school("100002", "High Storrs School"), closed};
    CHECK(first_for(schools, "st marys sheffield") == "100001");
    CHECK(first_for(schools, "shenfield") == "100009");
    const SchoolIndex index(schools, {{LaCode::parse("373").value(), "Sheffield"}});
    const auto of_the_area = index.find("sheffield", 10);
    REQUIRE(of_the_area.size() >= 3);
    CHECK(of_the_area[0].urn.text() == "100002"); // the shorter name
    CHECK(of_the_area[1].urn.text() == "100001");
    // A closed school is found as well, after every open one of the area.
    CHECK(std::any_of(of_the_area.begin() + 2, of_the_area.end(),
                      [](const auto& found) { return found.urn.text() == "100010"; }));
}

TEST_CASE("no more schools are given than asked for")
{
    const SchoolIndex index(some_schools(), {});
    CHECK(index.find("primary", 2).size() == 2);
    CHECK(index.find("primary", 0).empty());
}

TEST_CASE("any text is answered, with no school twice")
{
    const SchoolIndex index(some_schools(), {});
    CHECK(rc::check([&](const std::string& text) {
        std::map<int, int> seen;
        for (const auto& match : index.find(text, 50)) RC_ASSERT(++seen[match.urn.number()] == 1);
    }));
}

TEST_CASE("each of some hundred real schools is among the first ten for its own name, with a "
          "letter lost or "
          "two swapped")
{
    const auto path = tests::shared_file("data/schools/schools_urn_laestab_201718.csv");
    if (!path) return;
    auto reader = csv::Reader::open(*path);
    REQUIRE(reader.has_value());
    const auto file = read_places_file(*reader);
    REQUIRE(file.has_value());
    std::vector<School> schools;
    for (const auto& rows : file->schools) schools.push_back(rows.school);
    const SchoolIndex index(schools, {});
    // Many schools share a name, so the name found is compared, not the school.
    std::map<Urn, std::vector<std::string>> words;
    for (const auto& school : schools) words.emplace(school.urn, search_words(school.name));
    int tried = 0, whole = 0, lost = 0, swapped = 0;
    const auto found = [&](const std::string& text, const School& school) {
        for (const auto& match : index.find(text, 10))
            if (words.at(match.urn) == words.at(school.urn)) return 1;
        return 0;
    };
    for (std::size_t i = 0; i < schools.size(); i += 51) {
        const auto& school = schools[i];
        const auto letter = [&](std::size_t at) {
            return std::isalpha(static_cast<unsigned char>(school.name[at])) != 0;
        };
        if (school.name.size() < 10 || !letter(2) || !letter(3) || !letter(4)) continue;
        ++tried;
        whole += found(school.name, school);
        auto without = school.name, swap = school.name;
        without.erase(3, 1);
        std::swap(swap[2], swap[3]);
        lost += found(without, school);
        swapped += found(swap, school);
    }
    CHECK(tried > 300);
    CHECK(whole == tried);
    CHECK(lost > tried * 9 / 10);
    CHECK(swapped > tried * 9 / 10);
    MESSAGE("of " << tried << ": whole " << whole << ", a letter lost " << lost << ", two swapped "
                  << swapped);
}

} // namespace rules_search_test
