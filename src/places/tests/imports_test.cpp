#include "places/imports.h"
#include "places/rules_kinds.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

namespace imports_test {

using namespace onroll;
using namespace onroll::places;

PlacesFile file_of(const std::string& bytes)
{
    auto reader = csv::Reader::read(bytes);
    REQUIRE(reader.has_value());
    auto file = read_places_file(*reader);
    REQUIRE(file.has_value());
    return std::move(file).value();
}

KnownPlaces after(const PlacesPlan& plan, KnownPlaces known = {})
{
    for (const auto& school : plan.schools) known.schools.insert_or_assign(school.urn, school);
    for (const auto& authority : plan.authorities)
        known.authorities.insert_or_assign(authority.code, authority);
    for (const auto& link : plan.links) known.links.push_back(link);
    return known;
}

const std::string numbers = "AcademicYear,LA,LAEstab,SchoolName,URN\n";
const std::string census = "URN,LA,ESTAB,SCHOOLTYPE,NOR\n";
const std::string register_header =
    "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment "
    "(code),TypeOfEstablishment (name),"
    "EstablishmentStatus (name),OpenDate,CloseDate,Trusts (code),Trusts (name),Postcode\n";

TEST_CASE(
    "each file is recognised by its columns, and any other is refused by saying which can be read")
{
    CHECK(file_of(numbers).kind == PlacesFileKind::school_numbers);
    CHECK(file_of(census).kind == PlacesFileKind::census);
    CHECK(file_of(register_header).kind == PlacesFileKind::register_of_schools);
    CHECK(file_of("URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n").kind ==
          PlacesFileKind::links);
    CHECK(file_of("old_la_code,new_la_code,la_name,region_code,region_name,first_year,last_year\n")
              .kind == PlacesFileKind::authority_codes);
    auto reader = csv::Reader::read("name,age\nx,1\n");
    const auto refused = read_places_file(*reader);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.find("census") != std::string::npos);
}

TEST_CASE("a school of the register is read with its type, dates, trust and former number")
{
    const auto file = file_of(
        "URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment "
        "(code),TypeOfEstablishment (name),"
        "EstablishmentStatus (name),OpenDate,Trusts (code),Trusts (name),Postcode,PreviousLA "
        "(code),PreviousEstablishmentNumber,NumberOfPupils,CensusDate\n"
        "107001,373,4200,\"Upper Moor\nAcademy\",34,Academy converter,Open,01/09/2012,2000,Moor "
        "Trust,s102tn,820,4100,812,19/01/2023\n");
    REQUIRE(file.schools.size() == 1);
    const auto& school = file.schools[0].school;
    CHECK(school.name == "Upper Moor Academy");
    CHECK(school.kind == SchoolKind::academy);
    CHECK(school.opened_on == date(2012, 9, 1));
    CHECK(school.trust == Trust{2000, "Moor Trust"});
    CHECK(school.postcode == "S10 2TN");
    CHECK(school.laestab->text() == "373/4200");
    REQUIRE(school.former_laestabs.size() == 1);
    CHECK(school.former_laestabs[0].text() == "820/4100");
    CHECK(school.pupils == PupilCount{812, date(2023, 1, 19)});
}

TEST_CASE(
    "each faulty row is said once in the counts and with row, column and remedy in the report")
{
    const auto file =
        file_of(register_header + "1070,373,S,4200,Name,34,Academy converter,Open,,,,,\n"
                                  "107001,373,S,4200,,34,Academy converter,Open,32/01/2020,,,,\n"
                                  "107002,373,S,4201,Good,34,Academy converter,Open,,,,,\n"
                                  "107002,373,S,4201,Again,34,Academy converter,Open,,,,,\n"
                                  "107003,373\n");
    CHECK(file.schools.size() == 1);
    REQUIRE(file.report.problems.size() == 5);
    CHECK(file.report.problems[0].row == 2);
    CHECK(file.report.problems[0].column == "URN (A)");
    CHECK(file.report.problems[1].message == "Enter the name of the school");
    CHECK(file.report.problems[2].column == "OpenDate (I)");
    CHECK(file.report.problems[3].message.find("row 4") != std::string::npos);
    const auto plan = plan_for(file, {});
    CHECK(plan.rows.rejected == 4);
    CHECK(plan.rows.created == 1);
    CHECK(plan.rows.all() == 5);
}

TEST_CASE("columns that are not known and types that no rule knows are said")
{
    const auto file = file_of("URN,LA (code),EstablishmentName,TypeOfEstablishment (name),Moon "
                              "phase\n107001,373,A,Floating school,full\n");
    CHECK(file.report.unknown_columns == std::vector<std::string>{"Moon phase"});
    REQUIRE(file.report.notices.size() == 1);
    CHECK(file.report.notices[0].find("Floating school") != std::string::npos);
    CHECK(file.schools[0].school.kind == SchoolKind::unknown);
}

TEST_CASE("a school that had several numbers keeps the latest and remembers the others")
{
    const auto file =
        file_of(numbers + "200708,820,8204060,Old name,109664\n201718,823,8233353,New "
                          "name,109664\n200809,820,8203353,Middle name,109664\n");
    REQUIRE(file.schools.size() == 1);
    const auto& school = file.schools[0].school;
    CHECK(school.name == "New name");
    CHECK(school.laestab->text() == "823/3353");
    CHECK(school.former_laestabs.size() == 2);
    const auto plan = plan_for(file, {});
    CHECK(plan.rows.created == 1);
    CHECK(plan.rows.all() == 3);
}

TEST_CASE("the census adds pupils and what it knows of the type, and leaves its totals out")
{
    const auto file =
        file_of(census + "107001,373,4200,Independent school,300\n107002,373,4201,State-funded "
                         "primary,NA\nNAT,,PRI,State-funded primary,4647851\n");
    REQUIRE(file.schools.size() == 2);
    CHECK(file.schools[0].school.kind == SchoolKind::independent);
    CHECK(file.schools[1].school.kind == SchoolKind::unknown);
    CHECK(file.schools[1].school.phase == Phase::primary);
    CHECK_FALSE(file.schools[1].school.pupils.has_value());
    CHECK(plan_for(file, {}).rows.left_out == 1);
}

TEST_CASE("an authority's codes are joined by years, and a code not yet given is found by the name")
{
    const auto file =
        file_of("old_la_code,new_la_code,la_name,region_code,region_name,first_year,last_year\n"
                "933,E10000027,Somerset,x,South West,2017,2022\n933,E06000066,Somerset,x,South "
                "West,2023,2025\n"
                "373,E08000019,Sheffield,x,Y,2017,2024\nz,E08000039,Sheffield,x,Y,2025,2025\nz,E1,"
                "Nowhere,x,Y,2025,2025\n");
    CHECK(file.report.problems.size() == 1);
    const auto known = after(plan_for(file, {}));
    const auto& somerset = known.authorities.at(LaCode::parse("933").value());
    CHECK(somerset.ons_codes ==
          std::vector<AuthorityCode>{{"E10000027", 2017, 2022}, {"E06000066", 2023, 2025}});
    CHECK(known.authorities.at(LaCode::parse("373").value()).ons_codes.size() == 2);
    CHECK(plan_for(file, known).changes_nothing());
}

TEST_CASE("a weaker source fills what is blank and overrules nothing")
{
    const auto strong =
        plan_for(file_of(register_header +
                         "107001,373,S,4200,Name in the register,34,Academy converter,Open,,,,,\n"),
                 {});
    const auto weak = file_of(numbers + "201718,373,3734111,NAME IN A LIST,107001\n");
    const auto known = after(strong);
    const auto plan = plan_for(weak, known);
    REQUIRE(plan.schools.size() == 1);
    CHECK(plan.schools[0].name == "Name in the register");
    CHECK(plan.schools[0].laestab->text() == "373/4200");
    CHECK(plan.schools[0].former_laestabs.size() == 1);
    CHECK(plan_for(weak, after(plan, known)).changes_nothing());
}

TEST_CASE("what the register leaves blank is no longer so")
{
    const auto known = after(
        plan_for(file_of(register_header +
                         "107001,373,S,4200,A,34,Academy converter,Open,,,2000,Trust,S1 1AA\n"),
                 {}));
    const auto plan =
        plan_for(file_of(register_header +
                         "107001,373,S,4200,A,34,Academy converter,Closed,,31/08/2024,,,S1 1AA\n"),
                 known);
    REQUIRE(plan.schools.size() == 1);
    CHECK_FALSE(plan.schools[0].trust.has_value());
    CHECK(plan.schools[0].status == SchoolStatus::closed);
    CHECK(plan.rows.updated == 1);
}

TEST_CASE("lists come to the same whatever their order, and any of them again changes nothing")
{
    const std::vector<PlacesFile> files = {
        file_of(numbers +
                "201718,373,3734111,Name in a list,107001\n201718,373,3734112,Another,107002\n"),
        file_of(census + "107001,373,4200,State-funded secondary,300\n107003,373,4201,State-funded "
                         "nursery,30\n"),
        file_of(register_header +
                "107001,373,Sheffield,4200,Name,34,Academy converter,Open,,,,,\n"),
    };
    std::vector<std::size_t> order = {0, 1, 2};
    std::map<Urn, School> first;
    do {
        KnownPlaces known;
        for (const auto i : order) known = after(plan_for(files[i], known), known);
        if (first.empty()) first = known.schools;
        CHECK(known.schools == first);
        for (const auto& file : files) {
            const auto again = plan_for(file, known);
            CHECK(again.changes_nothing());
            CHECK(again.rows.unchanged == file.schools.size());
        }
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("every row of a file ends in exactly one state")
{
    CHECK(rc::check([] {
        const auto rows = *rc::gen::inRange<std::size_t>(0, 40);
        std::string text = census;
        for (std::size_t i = 0; i < rows; ++i) {
            const auto sort = *rc::gen::inRange(0, 5);
            const auto urn = std::to_string(100000 + *rc::gen::inRange(0, 20));
            if (sort == 0)
                text += "NAT,,PRI,x,1\n";
            else if (sort == 1)
                text += urn + ",37,4200,x,1\n";
            else if (sort == 2)
                text += urn + ",373,4200\n";
            else
                text += urn + ",373," + std::to_string(*rc::gen::inRange(4200, 4300)) +
                        ",State-funded primary,1\n";
        }
        const auto file = file_of(text);
        const auto plan = plan_for(file, {});
        RC_ASSERT(plan.rows.all() == rows);
        RC_ASSERT(plan_for(file, after(plan)).changes_nothing());
    }));
}

TEST_CASE("links between schools are told apart by their words")
{
    CHECK(link_kind_by_words("Predecessor - merged") == LinkKind::predecessor);
    CHECK(link_kind_by_words("Successor - amalgamated") == LinkKind::successor);
    CHECK(link_kind_by_words("Sixth Form Centre Link") == LinkKind::other);
    const auto file = file_of("URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n130000,130000,A,"
                              "Successor,01/01/2022\n130000,880000,B,Predecessor,\n");
    CHECK(file.links.size() == 1);
    CHECK(file.report.problems.size() == 1);
}

TEST_CASE(
    "each type of the register is one of the four sorts in law, outside the rules, or not known")
{
    const auto law = [](std::string_view code, std::string_view name) {
        return law_school_type(kind_by_register_type(code, name));
    };
    CHECK(law("01", "") == LawSchool{LawSchoolType::maintained});
    CHECK(law("1", "") == LawSchool{LawSchoolType::maintained});
    CHECK(law("", "Community special school") == LawSchool{LawSchoolType::maintained});
    CHECK(law("", "Academy special converter") == LawSchool{LawSchoolType::academy});
    CHECK(law("38", "Free schools alternative provision") == LawSchool{LawSchoolType::ap_academy});
    CHECK(law("", "PUPIL REFERRAL UNIT") == LawSchool{LawSchoolType::pru});
    for (const auto* outside : {"11", "10", "08", "18", "45", "39", "30"})
        CHECK(std::holds_alternative<OutsideTheRules>(law(outside, "")));
    CHECK(law("", "State-funded primary") == LawSchool{KindNotKnown{}});
}

} // namespace imports_test
