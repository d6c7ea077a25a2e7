#include "places/demo.h"
#include "places/search.h"
#include "places/store.h"

#include "helpers/shared_data.h"
#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

namespace store_test {

using namespace onroll;
using namespace onroll::places;

const FixedClock noon(date(2026, 11, 23));

ImportReport import_text(db::Database& database, const std::string& text,
                         Apply apply = Apply::commit, FaultyRows faulty = FaultyRows::refuse_file)
{
    auto reader = csv::Reader::read(text);
    REQUIRE(reader.has_value());
    const auto report = import_places(database, *reader, apply, faulty, noon);
    REQUIRE(report.has_value());
    return *report;
}

std::size_t schools_in(db::Database& database)
{
    auto reading = database.read();
    return static_cast<std::size_t>(count_schools(reading));
}

const std::string one_school =
    "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment "
    "(code),TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,"
    "Trusts (code),Trusts (name),Postcode,PreviousLA "
    "(code),PreviousEstablishmentNumber,NumberOfPupils,CensusDate\n"
    "107001,373,Sheffield,4200,Upper Moor Academy,34,Academy converter,Open,01/09/2012,2000,Moor "
    "Trust,S10 2TN,820,4100,812,19/01/2023\n";

TEST_CASE(
    "the authorities of England are known from the start, by code and by ONS code in each year")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        REQUIRE(prepare(database, noon).has_value());
        auto reading = database.read();
        const auto sheffield = find_authority(reading, LaCode::parse("373").value());
        REQUIRE(sheffield.has_value());
        CHECK(sheffield->name == "Sheffield");
        CHECK(sheffield->ons_codes ==
              std::vector<AuthorityCode>{{"E08000019", 2017, 2024}, {"E08000039", 2025, 2025}});
        CHECK(find_authority_by_ons_code(reading, "E10000027", 2022) ==
              LaCode::parse("933").value());
        CHECK_FALSE(find_authority_by_ons_code(reading, "E10000027", 2023).has_value());
        CHECK(find_authority_by_ons_code(reading, "E06000066", 2023) ==
              LaCode::parse("933").value());
        CHECK_FALSE(find_authority(reading, LaCode::parse("999").value()).has_value());
    });
}

TEST_CASE("an imported school is read back as it was told")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        const auto report = import_text(database, one_school);
        CHECK(report.stored);
        CHECK(report.rows.created == 1);
        auto reader = csv::Reader::read(one_school);
        const auto told = read_places_file(*reader)->schools.at(0).school;
        auto reading = database.read();
        const auto found = find_school(reading, told.urn);
        REQUIRE(found.has_value());
        CHECK(*found == told);
        CHECK(all_schools(reading) == std::vector<School>{told});
        CHECK(find_school(reading, Urn::parse("999999").value()).error().kind ==
              ErrorKind::not_found);
    });
}

TEST_CASE("the same file again changes nothing, and the revision stays")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        import_text(database, one_school);
        const auto before = [&] {
            auto reading = database.read();
            return revision(reading);
        }();
        const auto again = import_text(database, one_school);
        CHECK(again.rows == RowCounts{0, 0, 1, 0, 0});
        auto reading = database.read();
        CHECK(revision(reading) == before);
    });
}

TEST_CASE("a preview and a file with a faulty row store nothing; good rows are stored by choice")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        CHECK_FALSE(import_text(database, one_school, Apply::preview).stored);
        CHECK(schools_in(database) == 0);
        const std::string faulty = "AcademicYear,LA,LAEstab,SchoolName,URN\n201718,373,3734111,"
                                   "Good,107001\n201718,373,37,Bad,107002\n";
        const auto refused = import_text(database, faulty);
        CHECK_FALSE(refused.stored);
        CHECK(refused.rows.rejected == 1);
        CHECK(schools_in(database) == 0);
        CHECK(import_text(database, faulty, Apply::commit, FaultyRows::leave_out).stored);
        CHECK(schools_in(database) == 1);
    });
}

TEST_CASE("a school of an authority that no list named is stored")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        CHECK(import_text(
                  database,
                  "AcademicYear,LA,LAEstab,SchoolName,URN\n201718,702,7024111,Far away,107001\n")
                  .stored);
        CHECK(schools_in(database) == 1);
    });
}

CalendarFile calendar(const std::string& rows)
{
    auto file = read_calendar_csv("kind,name,start,end\n" + rows, TermSystem::three);
    REQUIRE(file.has_value());
    return *file;
}

const std::string three_terms =
    "term,,2026-09-01,2026-12-18\nterm,,2027-01-04,2027-03-25\nterm,,2027-04-12,2027-07-21\n"
    "half_term,,2026-10-26,2026-10-30\ninset,,2026-09-01,2026-09-01\n";

TEST_CASE("a school follows its authority's dates and departs from them, through the store")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        import_text(database, one_school);
        const auto sheffield = LaCode::parse("373").value();
        const auto urn = Urn::parse("107001").value();
        const auto of_authority =
            import_calendar(database, sheffield, calendar(three_terms), Apply::commit, noon);
        REQUIRE(of_authority.has_value());
        CHECK(of_authority->stored);
        CHECK(of_authority->rows.created == 5);
        CHECK(import_calendar(database, sheffield, calendar(three_terms), Apply::commit, noon)
                  ->rows.unchanged == 5);
        const auto own = calendar("inset,,2026-11-23,\nopen,,2026-09-01,\n");
        CHECK(import_calendar(database, urn, own, Apply::commit, noon)->stored);
        auto reading = database.read();
        const auto dates = dates_of_school(reading, *find_school(reading, urn));
        const auto school_days = calendar_of(dates.layered);
        REQUIRE(school_days.has_value());
        CHECK(school_days->is_school_day(date(2026, 9, 1)));
        CHECK_FALSE(school_days->is_school_day(date(2026, 11, 23)));
        CHECK_FALSE(school_days->is_school_day(date(2026, 10, 28)));
        CHECK(dates.authority_source == "Calendar (CSV)");
        CHECK(dates.school_source == "Calendar (CSV)");
    });
}

TEST_CASE("a calendar file replaces what lies in its days, and a list of INSET days no terms")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        import_text(database, one_school);
        const auto urn = Urn::parse("107001").value();
        REQUIRE(import_calendar(database, urn, calendar(three_terms), Apply::commit, noon)->stored);
        REQUIRE(import_calendar(database, urn, calendar("inset,,2026-09-02,\ninset,,2027-07-21,\n"),
                                Apply::commit, noon)
                    ->stored);
        {
            auto reading = database.read();
            const auto dates = dates_of_school(reading, *find_school(reading, urn)).layered.school;
            CHECK(dates.own_terms.size() == 3);
            CHECK(dates.closures.size() == 4);
        }
        REQUIRE(import_calendar(database, urn, calendar("term,,2027-04-14,2027-07-20\n"),
                                Apply::commit, noon)
                    ->stored);
        auto reading = database.read();
        const auto dates = dates_of_school(reading, *find_school(reading, urn)).layered.school;
        REQUIRE(dates.own_terms.size() == 3);
        CHECK(dates.own_terms[2].start == date(2027, 4, 14));
    });
}

TEST_CASE("dates that cannot be are reported and not stored")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        import_text(database, one_school);
        const auto overlapping =
            import_calendar(database, LaCode::parse("373").value(),
                            calendar("term,,2026-09-01,2026-12-18\nterm,,2026-12-01,2027-03-25\n"),
                            Apply::commit, noon);
        REQUIRE(overlapping.has_value());
        CHECK_FALSE(overlapping->stored);
        CHECK(overlapping->problems.size() == 1);
        const auto moved =
            import_calendar(database, LaCode::parse("373").value(),
                            calendar("moved_term,,2026-09-01,2026-12-18\n"), Apply::commit, noon);
        CHECK_FALSE(moved->stored);
        CHECK_FALSE(import_calendar(database, LaCode::parse("999").value(), calendar(three_terms),
                                    Apply::commit, noon)
                        .has_value());
        auto reading = database.read();
        CHECK_FALSE(dates_of_authority(reading, LaCode::parse("373").value()).has_value());
    });
}

TEST_CASE("term dates stated by hand are kept until they are stated again")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        import_text(database, one_school);
        const auto sheffield = LaCode::parse("373").value();
        const auto dates = calendar(three_terms).dates;
        REQUIRE(state_authority_dates(database, sheffield, dates, "By hand", noon).has_value());
        const auto school = [&] {
            auto reading = database.read();
            CHECK(dates_of_authority(reading, sheffield)->terms == dates.terms);
            return find_school(reading, Urn::parse("107001").value()).value();
        }();
        Departures opened;
        opened.opened = {date(2026, 9, 1)};
        REQUIRE(state_departures(database, school, opened, "By hand", noon).has_value());
        Departures wrong;
        wrong.opened = {date(2026, 12, 25)};
        CHECK_FALSE(state_departures(database, school, wrong, "By hand", noon).has_value());
        auto reading = database.read();
        CHECK(dates_of_school(reading, school).layered.school == opened);
    });
}

TEST_CASE("the search sees schools as soon as they are imported")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        SchoolSearch search(database);
        CHECK(search.find("upper moor", 10).empty());
        import_text(database, one_school);
        REQUIRE(search.find("uper moor acadmy", 10).size() == 1);
        CHECK(search.find("820/4100", 10).size() == 1);
    });
}

TEST_CASE("all schools of a place are found in parts, none twice and none left out")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        auto text = one_school;
        for (int i = 0; i < 6; ++i)
            text += "10701" + std::to_string(i) + ",373,Sheffield,421" + std::to_string(i) +
                    ",School " + std::to_string(i) +
                    ",34,Academy converter,Open,01/09/2012,2000,Moor Trust,S10 3TN,,,812,"
                    "19/01/2023\n";
        import_text(database, text);
        SchoolSearch search(database);
        for (const auto* words : {"sheffield", "S10"}) {
            std::set<Urn> found;
            for (std::size_t from = 0; from < 9; from += 3) {
                const auto part = search.find_part(words, from, 3);
                CHECK(part.of_all == 7);
                CHECK(part.schools.size() == (from == 6 ? 1 : 3));
                for (const auto& one : part.schools) CHECK(found.insert(one.school.urn).second);
            }
            CHECK(found.size() == 7);
            CHECK(search.find_part(words, 9, 3).schools.empty());
        }
        CHECK(search.find_part("", 0, 3).of_all == 0);
    });
}

TEST_CASE("the demonstration has schools of every sort, calendars that differ, and changes nothing "
          "the second time")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        const auto filled = fill_demo(database, 1, noon);
        REQUIRE(filled.has_value());
        CHECK(filled->schools == 42);
        CHECK(filled->calendars == 41);
        const auto again = fill_demo(database, 1, noon);
        CHECK(again->schools == 0);
        CHECK(again->calendars == 0);
        auto reading = database.read();
        std::set<SchoolKind> kinds;
        std::set<std::string> calendars;
        int without = 0;
        for (const auto& school : all_schools(reading)) {
            kinds.insert(school.kind);
            CHECK(school.kind != SchoolKind::unknown);
            const auto dates = dates_of_school(reading, school);
            const auto days = calendar_of(dates.layered);
            REQUIRE_MESSAGE(days.has_value(), school.name);
            calendars.insert(calendar_csv(in_effect(dates.layered)));
            for (int year = 2024; year < 2028; ++year) {
                const auto count = school_days_in_year(*days, year).count;
                CHECK_MESSAGE((count >= 183 && count <= 195),
                              school.name << " " << year << " " << count);
            }
            without += school.status == SchoolStatus::closed;
        }
        CHECK(without == 2);
        CHECK(kinds.size() == 11);
        CHECK(calendars.size() >= 15);
    });
}

TEST_CASE("the demonstration is never put beside real schools")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon).has_value());
        import_text(database, one_school);
        const auto refused = fill_demo(database, 1, noon);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().kind == ErrorKind::conflict);
    });
}

TEST_CASE("another seed gives other INSET days and the same schools")
{
    std::string first, second;
    for (const auto seed : {1, 2}) {
        tests::TestDatabase place(db::Engine::sqlite);
        const auto database = place.open();
        REQUIRE(prepare(*database, noon).has_value());
        REQUIRE(fill_demo(*database, static_cast<std::uint64_t>(seed), noon).has_value());
        auto reading = database->read();
        auto& text = seed == 1 ? first : second;
        for (const auto& school : all_schools(reading))
            text += calendar_csv(in_effect(dates_of_school(reading, school).layered));
    }
    CHECK(first != second);
}

ImportReport import_shared(db::Database& database, const std::filesystem::path& path)
{
    auto reader = csv::Reader::open(path);
    REQUIRE(reader.has_value());
    const auto report =
        import_places(database, *reader, Apply::commit, FaultyRows::refuse_file, noon);
    REQUIRE(report.has_value());
    return *report;
}

TEST_CASE("the two real lists are imported whole, and again without a change")
{
    const auto list = tests::shared_file("data/schools/schools_urn_laestab_201718.csv");
    const auto census = tests::shared_file("data/schools/england_school_census_2022_2023.csv");
    if (!list || !census) return;
    tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    REQUIRE(prepare(*database, noon).has_value());
    const auto first = import_shared(*database, *list);
    CHECK(first.stored);
    CHECK(first.encoding == "Windows-1252");
    CHECK(first.rows == RowCounts{25948, 398, 0, 0, 0});
    const auto second = import_shared(*database, *census);
    CHECK(second.stored);
    CHECK(second.rows.all() == 24436);
    CHECK(second.rows.left_out == 3);
    CHECK(second.rows.rejected == 0);
    CHECK(import_shared(*database, *list).rows.unchanged == 26346);
    CHECK(import_shared(*database, *census).rows.unchanged == 24433);
    SchoolSearch search(*database);
    const auto found = search.find("lady hawkins", 5);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().school.name.find("Lady Hawkins\u2019") == 0);
}

TEST_CASE("the register's layouts of 140 and 133 columns and its links are imported with no "
          "unknown column")
{
    tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    REQUIRE(prepare(*database, noon).has_value());
    for (const auto* name : {"gias_layout_60_schools.csv", "gias_sample_schools_experience.csv",
                             "gias_links_sample.csv"}) {
        const auto path = tests::shared_file(std::string("data/schools/") + name);
        if (!path) return;
        const auto report = import_shared(*database, *path);
        CHECK_MESSAGE(report.stored, name);
        CHECK_MESSAGE(report.unknown_columns.empty(), name);
        CHECK(import_shared(*database, *path).rows.unchanged == report.rows.all());
    }
    auto reading = database->read();
    CHECK(count_schools(reading) == 64);
    CHECK(links_of_school(reading, Urn::parse("130000").value()).size() == 1);
    CHECK(find_school(reading, Urn::parse("130000").value())->trust->name == "trust name 1");
}

} // namespace store_test
