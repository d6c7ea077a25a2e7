// The rules about movements against rows that a headteacher or an adviser could check: each file
// in tests/movements holds cases of facts given and answers expected. See its README.
#include "law/evaluate.h"
#include "law/json.h"
#include "law/json_movements.h"
#include "law/movement_answers.h"
#include "law/reasons_movements.h"
#include "law/rules_money.h"
#include "law/rules_movements.h"
#include "law/rules_movements_registers.h"
#include "law/rules_records.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace movements_test {

using namespace onroll;
using namespace onroll::law;

struct Case {
    std::string name;
    std::string given;
    std::set<std::string> answers;
    std::string refused; ///< where the first wrong member is; empty for a case that is read
};

/// The cases of one file: `case`, `given` (JSON, may go on over lines), `answer` or `refused`.
std::vector<Case> cases_of(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::vector<Case> cases;
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line.starts_with("#")) continue;
        if (line.starts_with("case: ")) {
            cases.push_back({line.substr(6), {}, {}, {}});
        } else if (line.starts_with("given: ")) {
            cases.back().given += line.substr(7);
        } else if (line.starts_with(" ")) {
            cases.back().given += line;
        } else if (line.starts_with("answer: ")) {
            cases.back().answers.insert(line.substr(8));
        } else if (line.starts_with("refused: ")) {
            cases.back().refused = line.substr(9);
        } else {
            FAIL("a line that says nothing known: " << line);
        }
    }
    return cases;
}

std::filesystem::path folder()
{
    return std::filesystem::path(ONROLL_SOURCE_DIR) / "src/law/tests/movements";
}

json::Value parsed(const std::string& text)
{
    const auto value = json::parse(text);
    REQUIRE_MESSAGE(value.has_value(), (value ? "" : value.error().message) << " in " << text);
    return *value;
}

/// The facts given, at the schools of schools.json that they name; school A where none is named.
json::Value history_of(const Case& one)
{
    static const json::Value schools = [] {
        std::ifstream file(folder() / "schools.json");
        std::stringstream text;
        text << file.rdbuf();
        return parsed(text.str());
    }();
    auto history = parsed("{" + one.given + "}");
    json::Value named = json::Value::object();
    for (const auto& [key, school] : schools.items())
        if (one.given.find("\"school\": \"" + key + "\"") != std::string::npos) named[key] = school;
    if (named.empty()) named["A"] = schools.at("A");
    history["schools"] = named;
    return history;
}

std::string joined(const std::vector<std::string>& items)
{
    std::string text;
    for (const auto& item : items) text += (text.empty() ? "" : ",") + item;
    return text;
}

std::string shown(const Duty& duty)
{
    std::string text(name_of(duty.rule));
    text += " " + std::string(name(duty.type)) + " " + std::string(name(duty.actor));
    if (duty.date) text += " " + iso(*duty.date);
    if (duty.missing == Missing::term_dates) text += " term_dates_missing";
    if (duty.amount) text += " level " + std::to_string(*duty.amount);
    if (duty.amount_pence) text += " " + std::to_string(*duty.amount_pence) + "p";
    if (duty.recipients.has(Recipient::parent)) text += " to parent";
    if (duty.recipients.has(Recipient::pupil)) text += " to pupil";
    if (duty.recipients.has(Recipient::local_authority)) text += " to local_authority";
    if (duty.recipients.has(Recipient::social_worker)) text += " to social_worker";
    if (duty.application_made) text += " asked " + iso(*duty.application_made);
    return text;
}

std::string shown(const Finding& finding)
{
    std::string text(name_of(finding.rule));
    text += " " + std::string(name(finding.severity)) + " " + finding.reason;
    if (finding.due) text += " due " + iso(*finding.due);
    if (finding.deadline) text += " deadline " + iso(*finding.deadline);
    if (finding.held) text += " held " + iso(*finding.held);
    if (finding.made) text += " made " + iso(*finding.made);
    if (finding.deleted) text += " deleted " + iso(*finding.deleted);
    if (!finding.items.empty()) text += " [" + joined(finding.items) + "]";
    return text;
}

/// A sentence for people: ends in a full stop and leaves no place unfilled.
void check_sentence(const std::string& sentence)
{
    CHECK_MESSAGE(sentence.ends_with('.'), sentence);
    CHECK_MESSAGE(sentence.find('{') == std::string::npos, sentence);
    CHECK_MESSAGE(sentence.find("not yet known") == std::string::npos, sentence);
}

/// What is answered about movements; each row is also cited, has its sentence and names a movement.
std::set<std::string> answers_about(const History& history)
{
    std::set<std::string> rows;
    const auto check = [&](RuleId rule, std::size_t index) {
        CHECK(!movement_id(history, index).empty());
        CHECK_MESSAGE(citation(rule, movement_day(history, index)).has_value(), name_of(rule));
    };
    const auto evaluation = evaluate(history);
    for (const auto& duty : evaluation.duties) {
        if (duty.subject != Duty::Subject::movement) continue;
        CHECK_MESSAGE(rows.insert(shown(duty)).second, "given twice: " << shown(duty));
        check(duty.rule, duty.exclusion);
        check_sentence(movement_sentence(history, duty));
    }
    for (const auto& finding : evaluation.findings) {
        if (finding.subject != Duty::Subject::movement) continue;
        CHECK_MESSAGE(rows.insert(shown(finding)).second, "given twice: " << shown(finding));
        check(finding.rule, finding.exclusion);
        check_sentence(movement_sentence(history, finding));
        const auto& severities = rule(finding.rule).severities;
        if (!severities.empty())
            CHECK(std::find(severities.begin(), severities.end(), finding.severity) !=
                  severities.end());
    }
    return rows;
}

void run(const Case& one)
{
    CAPTURE(one.name);
    const auto owned = read_history(history_of(one));
    if (!one.refused.empty()) {
        REQUIRE(!owned.has_value());
        CHECK(owned.error().where == one.refused);
        return;
    }
    REQUIRE_MESSAGE(owned.has_value(), (owned ? "" : owned.error().where + owned.error().message));
    const auto answered = answers_about(owned->history);
    for (const auto& row : one.answers)
        CHECK_MESSAGE(answered.contains(row), "not answered: " << row);
    for (const auto& row : answered)
        CHECK_MESSAGE(one.answers.contains(row), "answered too: " << row);
}

void run_file(const char* name)
{
    const auto cases = cases_of(folder() / name);
    REQUIRE(!cases.empty());
    std::set<std::string> names;
    for (const auto& one : cases) {
        CHECK_MESSAGE(names.insert(one.name).second, "two cases named " << one.name);
        run(one);
    }
}

/// The rules that some case of some file expects.
std::set<std::string> rules_expected()
{
    std::set<std::string> rules;
    for (const auto& entry : std::filesystem::directory_iterator(folder()))
        if (entry.path().extension() == ".cases")
            for (const auto& one : cases_of(entry.path()))
                for (const auto& row : one.answers) rules.insert(row.substr(0, row.find(' ')));
    return rules;
}

TEST_CASE("days away without an exclusion are found out")
{
    run_file("sent_home.cases");
}
TEST_CASE("a part-time timetable needs agreement, an end and reviews")
{
    run_file("timetables.cases");
}
TEST_CASE("an attendance mark that contradicts the record is a question")
{
    run_file("attendance.cases");
}
TEST_CASE("a name comes off the register on a ground, with a return, and stays kept")
{
    run_file("registers.cases");
}
TEST_CASE("a home-education notice is free and in writing")
{
    run_file("home_education.cases");
}
TEST_CASE("a managed move is free, and permanent from 26 July 2026")
{
    run_file("managed_moves.cases");
}
TEST_CASE("an off-site direction has its power, notice, reviews and purpose")
{
    run_file("off_site.cases");
}
TEST_CASE("places are found and applications answered in school days")
{
    run_file("admissions.cases");
}
TEST_CASE("absences are reported and section 19 acts")
{
    run_file("absences.cases");
}
TEST_CASE("money follows a pupil to the penny")
{
    run_file("money.cases");
}
TEST_CASE("numbers, codes and census records are held against the exclusion")
{
    run_file("records.cases");
}
TEST_CASE("a case of advice keeps the highest level reached")
{
    run_file("advice.cases");
}
TEST_CASE("an EHC assessment has its weeks, exceptions, appeals and reviews")
{
    run_file("ehc.cases");
}
TEST_CASE("what cannot be read names the member that is wrong")
{
    run_file("refused.cases");
}

TEST_CASE("every rule about movements has a case in which it fires")
{
    const auto expected = rules_expected();
    for (const auto* rule :
         {"FND-01", "FND-20", "FND-21", "FND-22", "FND-23", "FND-24", "FND-25", "FND-29", "FND-33",
          "FND-34", "MOV-01", "MOV-02", "MOV-03", "MOV-04", "MOV-05", "MOV-06", "MOV-07", "MOV-08",
          "MOV-09", "MOV-10", "MOV-11", "MOV-12", "MOV-13", "MOV-14", "REG-04", "REG-05", "FIN-01",
          "FIN-03", "FIN-04", "FIN-05", "DAT-01", "DAT-02", "DAT-03", "DAT-04", "DAT-05", "DAT-06",
          "DAT-07", "DAT-08", "DAT-09", "IAS-01", "IAS-02", "IAS-03", "IAS-04", "IAS-05", "IAS-11",
          "IAS-12", "IAS-13", "IAS-14", "EHC-01", "EHC-02", "EHC-03", "EHC-04", "EHC-05", "EHC-06",
          "EHC-07", "EHC-11", "EHC-12", "EHC-13", "EHC-14"})
        CHECK_MESSAGE(expected.contains(rule), rule);
}

TEST_CASE("a history without movements gets no answer about them")
{
    const Case plain{"plain",
                     R"("exclusions": [{"id": "E1", "school": "A", "kind": "permanent",
                         "decided_on": "2024-09-16", "first_day": "2024-09-17"},
                        {"id": "E2", "school": "A", "kind": "permanent",
                         "decided_on": "2025-09-16", "first_day": "2025-09-17"}])",
                     {},
                     {}};
    run(plain);
}

TEST_CASE("what the 2026 Act adds fires once a part of it has begun")
{
    HomeEducationNotice notice;
    notice.id = "H1";
    notice.on = date(2027, 9, 6);
    notice.protection_enquiry_or_plan = true;
    notice.authority_consents = false;
    notice.on_authority_register = false;
    History history;
    history.movements.home_education_notices = {notice};
    const auto facts = [&](Commenced commenced) {
        Evaluation out;
        MovementAnswers answers(history, 0, notice.on, out);
        home_education_changes_of_2026(notice, commenced, answers);
        std::string reasons;
        for (const auto& found : out.findings) {
            reasons += found.reason + " ";
            check_sentence(movement_sentence(history, found));
        }
        return reasons;
    };
    CHECK(facts({false, false}) == "");
    CHECK(facts({true, false}) == "no_consent_while_protected ");
    CHECK(facts({false, true}) == "not_on_authority_register ");
}

TEST_CASE("complete weeks count both days and drop what is left over")
{
    CHECK(complete_weeks(date(2025, 3, 25), date(2025, 3, 31)) == 1); // Seven days.
    CHECK(complete_weeks(date(2025, 3, 26), date(2025, 3, 31)) == 0);
    CHECK(complete_weeks(date(2024, 4, 1), date(2025, 3, 31)) == 52);
    CHECK(complete_weeks(date(2025, 4, 1), date(2025, 3, 31)) == 0);
}

TEST_CASE("shares of a sum are exact to half a penny and never more than the sum")
{
    CHECK(share_of({643117}, 26, 52) == Pence{321559});
    CHECK(share_of({1}, 1, 0) == Pence{0});
    for (const std::int64_t whole : {0, 1, 99, 520000, 643117, 1'000'000'000})
        for (int weeks = 0; weeks <= 52; ++weeks) {
            const auto share = share_of({whole}, weeks, 52).count;
            CHECK(share <= whole);
            CHECK(2 * (share * 52 - whole * weeks) <= 52);
            CHECK(2 * (whole * weeks - share * 52) < 52);
        }
    CHECK(admitting_school_gains({260000}, 30, 26) == Pence{260000});
    CHECK(budget_reduction({520000}, 26, {400000}) == Pence{660000});
}

TEST_CASE("a day between two terms belongs to one census only")
{
    const auto autumn_2025 = Census{Census::Season::autumn, 2025};
    CHECK(census_that_takes(date(2024, 12, 31)) == Census{Census::Season::summer, 2025});
    CHECK(census_that_takes(date(2025, 1, 1)) == autumn_2025);
    CHECK(census_that_takes(date(2025, 4, 20)) == autumn_2025); // Easter Sunday.
    CHECK(census_that_takes(date(2025, 4, 21)) == Census{Census::Season::spring, 2026});
    CHECK(census_that_takes(date(2025, 7, 31)) == Census{Census::Season::spring, 2026});
    CHECK(census_that_takes(date(2025, 8, 1)) == Census{Census::Season::summer, 2026});
}

TEST_CASE("a movement is named and dated by its place in the lists")
{
    History history;
    history.movements.sent_home = {{"S1", 0, date(2024, 10, 7)}, {"S2", 0, date(2024, 10, 8)}};
    history.movements.managed_moves = {{"M1", 0, date(2024, 11, 4)}};
    CHECK(movement_id(history, 1) == "S2");
    CHECK(movement_id(history, 2) == "M1");
    CHECK(movement_day(history, 2) == date(2024, 11, 4));
    CHECK(movement_id(history, 3).empty());
}

std::string reference_page()
{
    std::ifstream file(std::filesystem::path(ONROLL_SOURCE_DIR) /
                       "docs/reference/law-evaluate-movements.md");
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("the reference page names every list of movements")
{
    const auto page = reference_page();
    for (const auto member : movement_members())
        CHECK_MESSAGE(page.find("## `" + std::string(member) + "`") != std::string::npos, member);
}

TEST_CASE("the example of the reference page is answered as it says")
{
    const auto page = reference_page();
    const auto from = page.find("```json");
    REQUIRE(from != std::string::npos);
    const auto history = parsed(page.substr(from + 7, page.find("```", from + 7) - from - 7));
    const auto owned = read_history(history);
    REQUIRE_MESSAGE(owned.has_value(), (owned ? "" : owned.error().where));
    for (const auto& row : answers_about(owned->history))
        CHECK_MESSAGE(page.find("    " + row + "\n") != std::string::npos, row);
}

TEST_CASE("the members of movements are those that the reader reads")
{
    for (const auto member : movement_members()) {
        auto history = parsed("{}");
        history[std::string(member)] = "not a list";
        const auto movements = read_movements(history, {});
        REQUIRE_MESSAGE(!movements.has_value(), member);
        CHECK(movements.error().where == "/" + std::string(member));
    }
}

} // namespace movements_test
