// All twenty-four child lists that others hold to be good or faulty, each with what is expected of
// it. The lists lie beside this checkout (data/child-lists).
#include "people/rules_contact.h"
#include "people/imports.h"
#include "people/store_imports.h"

#include "people/tests/builders.h"

#include "helpers/shared_data.h"
#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace onroll::people {

using namespace tests_of_people;

namespace imports_lists_test {

std::optional<std::string> list_file(const std::string& name)
{
    const auto path = tests::shared_file("data/child-lists/" + name);
    if (!path) return std::nullopt;
    std::ifstream stream(*path, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(stream)), {});
}

/// What is wrong with one cell: the row as a spreadsheet counts, the heading, what to do.
struct Fault {
    std::size_t row;
    std::string heading; ///< empty where it concerns the whole row
    std::string fix;
    bool operator==(const Fault&) const = default;
};

std::string written(const std::vector<Fault>& faults)
{
    std::string text;
    for (const auto& [row, heading, fix] : faults)
        text += std::to_string(row) + " " + heading + ": " + fix + "\n";
    return text;
}

/// "H (CHILD_NHS_NUMBER)" is found under CHILD_NHS_NUMBER.
std::vector<Fault> faults_of(const std::vector<CellError>& errors)
{
    std::vector<Fault> faults;
    for (const auto& error : errors) {
        const auto open = error.column.find('(');
        faults.push_back({error.row,
                          open == std::string::npos
                              ? error.column
                              : error.column.substr(open + 1, error.column.size() - open - 2),
                          error.fix});
    }
    return faults;
}

struct Expected {
    std::string file;
    std::size_t good = 0; ///< rows that can be read
    std::vector<Fault> faults{};
    std::size_t held = 0; ///< rows of the good that wait for a person to look
};

constexpr const char* no_first = "Enter the child’s first name";
constexpr const char* no_last = "Enter the child’s last name";
constexpr const char* no_birth = "Enter the child’s date of birth";
constexpr const char* no_date = "Write the date of birth as 31/12/2014 or 2014-12-31";
constexpr const char* no_at = "Check the email address: it needs an @";
constexpr const char* no_digits = "Check the telephone number: it needs at least 10 digits";
constexpr const char* no_postcode = "Enter a full UK postcode";
constexpr const char* no_nhs = "Check the NHS number: it needs 10 digits that fit together";
constexpr const char* no_urn =
    "Enter the school’s URN of 6 digits, 888888 for not known, or 999999 "
    "for educated at home";
constexpr const char* a_sign = "Check the name: it holds a sign that no name has. If letters with "
                               "accents look wrong, save the list as UTF-8";

/// All that can be read as lists. A list for another purpose asks for more than ours: what it calls
/// faulty because a parent has no name, a child no street or no school, is good here and says so.
const std::vector<Expected>& lists()
{
    static const std::vector<Expected> all{
        // The same child in every row that can be read: the first is made, the others held.
        {"class_import/invalid_fields.csv",
         8,
         {{3, "CHILD_LAST_NAME", no_last},
          {8, "CHILD_FIRST_NAME", no_first},
          {9, "CHILD_DATE_OF_BIRTH", no_birth},
          {14, "PARENT_1_EMAIL", no_at},
          {15, "PARENT_1_PHONE", no_digits},
          {16, "CHILD_DATE_OF_BIRTH", no_date},
          {17, "CHILD_POSTCODE", no_postcode},
          {18, "CHILD_NHS_NUMBER", no_nhs}},
         7},
        {"class_import/invalid_instruction_row.csv", 0, {{3, "CHILD_DATE_OF_BIRTH", no_birth}}},
        {"class_import/invalid_minimal.csv", 0, {{2, "CHILD_DATE_OF_BIRTH", no_birth}}},
        {"class_import/review_one.csv", 4},
        {"class_import/review_one_new_patient.csv", 1},
        {"class_import/review_two.csv", 5},
        {"class_import/valid.csv", 4},
        {"class_import/valid_extra_fields.csv", 3},
        {"class_import/valid_instruction_row.csv", 1},
        {"class_import/valid_minimal.csv", 1},
        {"class_import/valid_with_bom.csv", 1},
        {"cohort_import/invalid_fields.csv",
         9,
         {{8, "CHILD_FIRST_NAME", no_first},
          {9, "CHILD_LAST_NAME", no_last},
          {10, "CHILD_DATE_OF_BIRTH", no_birth},
          {15, "CHILD_SCHOOL_URN", no_urn},
          {16, "PARENT_1_EMAIL", no_at},
          {17, "PARENT_1_PHONE", no_digits},
          {18, "CHILD_DATE_OF_BIRTH", no_date},
          {19, "CHILD_POSTCODE", no_postcode},
          {20, "CHILD_NHS_NUMBER", no_nhs},
          {21, "CHILD_FIRST_NAME", a_sign},
          {22, "CHILD_LAST_NAME", a_sign}},
         8},
        {"cohort_import/invalid_instruction_row.csv", 0, {{3, "CHILD_DATE_OF_BIRTH", no_birth}}},
        {"cohort_import/invalid_iso_8859_1_encoding.csv",
         0,
         {{2, "", "has fewer cells than the header. Add the missing commas"}}},
        {"cohort_import/invalid_minimal.csv", 0, {{2, "CHILD_DATE_OF_BIRTH", no_birth}}},
        {"cohort_import/valid.csv", 3},
        {"cohort_import/valid_extra_fields.csv", 3},
        {"cohort_import/valid_instruction_row.csv", 1},
        // One postcode of it is written "st1 oqs": two letters where a digit belongs.
        {"cohort_import/valid_iso_8859_1_encoding.csv", 15, {{15, "CHILD_POSTCODE", no_postcode}}},
        {"cohort_import/valid_minimal.csv", 1},
        {"cohort_import/valid_unknown_school.csv", 2},
        {"cohort_import/valid_with_changes.csv", 1}};
    return all;
}

/// These cannot be told apart into rows at all.
const std::vector<std::string> not_lists{"class_import/malformed.csv",
                                         "cohort_import/malformed.csv"};

Result<ImportPlan> imported(db::Database& database, const std::string& bytes,
                            FaultyRows faulty = FaultyRows::refuse)
{
    const auto id = doing(database, [&](db::Transaction& t) {
        return send_list(t, a_scope(), a_safe(), "list.csv", bytes).value();
    });
    auto transaction = database.begin("make");
    auto plan = make_import(transaction, a_scope(), a_safe(), id, faulty);
    if (plan) transaction.commit();
    return plan;
}

/// Created, updated, unchanged, rejected, held.
std::string outcomes(const Result<ImportPlan>& plan)
{
    if (!plan) return plan.error().message;
    std::string text;
    for (const auto outcome : {RowOutcome::created, RowOutcome::updated, RowOutcome::unchanged,
                               RowOutcome::rejected, RowOutcome::held})
        text += (text.empty() ? "" : " ") + std::to_string(plan->count(outcome));
    return text;
}

} // namespace imports_lists_test

TEST_CASE("each of the lists that others hold is read as expected: how many children, which cell "
          "is faulty and what to do about it")
{
    using namespace imports_lists_test;
    for (const auto& expected : lists()) {
        const auto bytes = list_file(expected.file);
        if (!bytes) return;
        CAPTURE(expected.file);
        const auto list = read_child_list(*bytes, test_day);
        REQUIRE(list.has_value());
        const auto faults = faults_of(list->errors);
        CHECK(written(faults) == written(expected.faults));
        CHECK(list->children.size() == expected.good);
        std::set<std::size_t> faulty_rows;
        for (const auto& fault : faults) faulty_rows.insert(fault.row);
        CHECK(list->rejected == faulty_rows.size());
        CHECK(list->rows == list->children.size() + list->rejected);
        CHECK(list->encoding == (expected.file.find("iso_8859_1") != std::string::npos
                                     ? "Windows-1252"
                                     : list->encoding));
    }
    for (const auto& file : not_lists) {
        CAPTURE(file);
        CHECK_FALSE(read_child_list(list_file(file).value(), test_day).has_value());
    }
}

TEST_CASE("no list of the folder is left out of these tests")
{
    using namespace imports_lists_test;
    const auto folder = tests::shared_file("data/child-lists");
    if (!folder) return;
    std::set<std::string> there, tested(not_lists.begin(), not_lists.end());
    for (const auto& expected : lists()) tested.insert(expected.file);
    for (const auto& one : std::filesystem::recursive_directory_iterator(*folder))
        if (one.path().extension() == ".csv")
            there.insert(one.path().lexically_relative(*folder).generic_string());
    CHECK(there == tested);
    CHECK(there.size() == 24);
}

TEST_CASE("each list makes the children of its good rows once: sent again it changes nothing; and "
          "with a faulty row it makes none until the good rows are chosen")
{
    using namespace imports_lists_test;
    if (!list_file("class_import/valid.csv")) return;
    for (const auto& expected : lists()) {
        const auto bytes = list_file(expected.file).value();
        tests::for_each_engine([&](db::Database& database) {
            CAPTURE(expected.file);
            prepared(database);
            const auto count = [&] {
                auto reader = database.read();
                return static_cast<std::size_t>(count_children(reader, the_council));
            };
            if (!expected.faults.empty()) {
                CHECK_FALSE(imported(database, bytes).has_value());
                CHECK(count() == 0);
            }
            const auto made = expected.good - expected.held;
            CHECK(outcomes(imported(database, bytes, FaultyRows::leave_out)) ==
                  std::to_string(made) + " 0 0 " + std::to_string(expected.faults.size()) + " " +
                      std::to_string(expected.held));
            CHECK(count() == made);
            const auto again = imported(database, bytes, FaultyRows::leave_out);
            REQUIRE(again.has_value());
            CHECK(again->count(RowOutcome::created) == 0);
            CHECK(again->count(RowOutcome::updated) == 0);
            CHECK(count() == made);
        });
    }
}

TEST_CASE("a class list after another one makes whom it adds, changes whom a number knows again, "
          "and once more changes nothing")
{
    using namespace imports_lists_test;
    const auto one = list_file("class_import/review_one.csv");
    if (!one) return;
    const auto new_patient = list_file("class_import/review_one_new_patient.csv").value();
    const auto two = list_file("class_import/review_two.csv").value();
    tests::for_each_engine([&](db::Database& database) {
        prepared(database);
        CHECK(outcomes(imported(database, new_patient)) == "1 0 0 0 0");
        CHECK(outcomes(imported(database, *one)) == "3 0 1 0 0");
        // Ralph Lauren is now Ralphie, by the same NHS number; two children are new.
        CHECK(outcomes(imported(database, two)) == "2 1 2 0 0");
        CHECK(outcomes(imported(database, two)) == "0 0 5 0 0");
    });
}

TEST_CASE("a cohort list after another one moves the child it names to the address it gives")
{
    using namespace imports_lists_test;
    const auto changes = list_file("cohort_import/valid_with_changes.csv");
    if (!changes) return;
    tests::for_each_engine([&](db::Database& database) {
        prepared(database);
        CHECK(outcomes(imported(database, list_file("cohort_import/valid.csv").value())) ==
              "3 0 0 0 0");
        // On the same day: the second list corrects the first.
        const auto next = [&] { return outcomes(imported(database, *changes)); };
        CHECK(next() == "0 1 0 0 0");
        CHECK(next() == "0 0 1 0 0");
        auto reader = database.read();
        const auto found =
            search_people(reader, the_council, question_of("Jennifer Clarke"), 5).found;
        REQUIRE(found.size() == 1);
        const auto record = find_child(reader, the_council, found[0].person.id).value();
        const auto* home = present_home(record.addresses, test_day);
        REQUIRE(home != nullptr);
        CHECK(shown_address(home->where).find("1 Whitehall") != std::string::npos);
        CHECK(record.addresses.size() == 2); // and the first list's stays in the history
    });
}

TEST_CASE("letters with accents in another encoding are read, and signs in a name are not")
{
    using namespace imports_lists_test;
    const auto bytes = list_file("cohort_import/valid_iso_8859_1_encoding.csv");
    if (bytes) {
        const auto list = read_child_list(*bytes, test_day).value();
        const auto jalapeno =
            std::any_of(list.children.begin(), list.children.end(), [](const ListedChild& child) {
                return child.details.name.family == "Jalapeño-Pérez";
            });
        CHECK(jalapeno);
    }
    const auto faults = [](const std::string& name) {
        return read_child_list("first name,surname,dob\n" + name + ",Smith,2014-01-01\n", test_day)
            ->errors.size();
    };
    for (const auto* name : {"Zoë", "O’Neil", "D'Arcy", "Jean-Luc", "Núria", "Gal·la", "Łukasz",
                             "محمد", "王", "Ana Mª", "St. John"})
        CHECK_MESSAGE(faults(name) == 0, name);
    for (const auto* name : {"J£mmy", "Sm©th", "ZoÃ«", "Zo\xEF\xBF\xBD", "Jim_my", "<b>Jim", "J@m"})
        CHECK_MESSAGE(faults(name) == 1, name);
}

} // namespace onroll::people
