// What is wrong with a history is said by naming the history and the member; the others are still
// answered.
#include "law/json.h"

#include <doctest/doctest.h>

namespace json_test {

using onroll::json::Value;

Value a_document()
{
    return Value::parse(R"({
      "id": "H1",
      "schools": {"A": {"school_type": "maintained", "la": "901", "term_system": "three",
        "terms": [{"name": "Autumn 2024", "start": "2024-09-02", "end": "2024-12-20"}], "closures": []}},
      "pupil": {"compulsory_school_age": true},
      "exclusions": [{"id": "E1", "school": "A", "kind": "suspension", "decided_on": "2024-09-16", "first_day": "2024-09-17", "sessions": 4}],
      "events": []
    })");
}

std::string member_of(const Value& history)
{
    const auto answer = onroll::law::answer_history(history, 0);
    return answer.failed ? answer.result.at("error").at("member").get<std::string>() : "answered";
}

} // namespace json_test

TEST_CASE("a member that is missing, of the wrong kind or unknown is named by its path")
{
    using json_test::member_of;
    using json_test::Value;
    CHECK(member_of(json_test::a_document()) == "answered");
    struct Row {
        const char* about;
        const char* pointer;
        Value value;
        const char* member;
    };
    const Row rows[] = {
        {"not a date", "/exclusions/0/decided_on", "2024-02-30", "/exclusions/0/decided_on"},
        {"a number for a date", "/exclusions/0/decided_on", 20240916, "/exclusions/0/decided_on"},
        {"before the rules", "/exclusions/0/decided_on", "2011-09-16", "/exclusions/0/decided_on"},
        {"a kind that is none", "/exclusions/0/kind", "detention", "/exclusions/0/kind"},
        {"a school not listed", "/exclusions/0/school", "B", "/exclusions/0/school"},
        {"a length, and none told", "/exclusions/0/length_not_told", true,
         "/exclusions/0/sessions"},
        {"a word for a length not told", "/exclusions/0/length_not_told", "yes",
         "/exclusions/0/length_not_told"},
        {"half a session", "/exclusions/0/sessions", 1.5, "/exclusions/0/sessions"},
        {"no session", "/exclusions/0/sessions", 0, "/exclusions/0/sessions"},
        {"too many sessions", "/exclusions/0/sessions", 18446744073709551615ULL,
         "/exclusions/0/sessions"},
        {"a slip of the pen", "/exclusions/0/desided_by", "head_teacher",
         "/exclusions/0/desided_by"},
        {"a word for yes", "/pupil/disabled", "yes", "/pupil/disabled"},
        {"a first day outside the terms", "/exclusions/0/first_day", "2025-06-17",
         "/exclusions/0/first_day"},
        {"a first day before the decision", "/exclusions/0/first_day", "2024-09-13",
         "/exclusions/0/first_day"},
        {"a first day on the day of the decision", "/exclusions/0/first_day", "2024-09-16",
         "answered"},
        {"a term that ends first", "/schools/A/terms/0/end", "2024-08-01", "/schools/A/terms"},
        {"a school type that is none", "/schools/A/school_type", "independent",
         "/schools/A/school_type"},
        {"an authority that is no code", "/schools/A/la", "Camden", "/schools/A/la"},
        {"a list that is none", "/exclusions", "E1", "/exclusions"},
        {"an unknown top member", "/exclusion", Value::array(), "/exclusion"},
        {"18, and of compulsory school age", "/pupil/age_18_or_over", true,
         "/pupil/compulsory_school_age"},
        {"an exam before the exclusion", "/exclusions/0/exam_dates", Value::array({"2024-09-16"}),
         "/exclusions/0/exam_dates"},
        {"an exam after it", "/exclusions/0/exam_dates", Value::array({"2024-09-18", "2024-09-19"}),
         "/exclusions/0/exam_dates"},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.about));
        auto document = json_test::a_document();
        document[Value::json_pointer(row.pointer)] = row.value;
        CHECK(member_of(document) == row.member);
    }
}

TEST_CASE("a suspension whose length nobody told is answered as far as that goes, and says so")
{
    using json_test::Value;
    auto document = json_test::a_document();
    auto& one = document["exclusions"][0];
    one.erase("sessions");
    CHECK(json_test::member_of(document) == "/exclusions/0/sessions");
    one["length_not_told"] = true;
    const auto answer = onroll::law::answer_history(document, 0);
    REQUIRE_FALSE(answer.failed);
    const auto& total = answer.result.at("totals").at(0);
    CHECK(total.at("term_total") == 0.5);
    CHECK(total.at("at_least") == true);
    CHECK(answer.result.at("total_scope").at("missing").dump() ==
          R"([{"what":"length","exclusion":"E1"}])");
    int waiting = 0;
    for (const auto& duty : answer.result.at("duties"))
        if (duty.contains("missing")) {
            ++waiting;
            CHECK(duty.at("missing") == "length");
            CHECK_FALSE(duty.contains("dates"));
        }
    CHECK(waiting == 2);
    one["kind"] = "permanent";
    CHECK(json_test::member_of(document) == "/exclusions/0/length_not_told");
    one["kind"] = "lunchtime";
    CHECK(json_test::member_of(document) == "answered");
}

TEST_CASE("a suspension whose length nobody told is known once the pupil came back")
{
    auto document = json_test::a_document();
    auto& one = document["exclusions"][0];
    one.erase("sessions");
    one["length_not_told"] = true;
    one["cancelled"] = {{"on", "2024-09-20"}, {"returned_on", "2024-09-23"}};
    const auto answer = onroll::law::answer_history(document, 0);
    REQUIRE_FALSE(answer.failed);
    const auto& totals = answer.result.at("totals");
    REQUIRE(totals.size() == 2);
    CHECK(totals.at(1).at("after_cancellation") == true);
    CHECK(totals.at(1).at("term_total") == 4);
    CHECK_FALSE(totals.at(1).contains("at_least"));
    CHECK_FALSE(answer.result.contains("total_scope"));
    // A cancellation that had no force says nothing of the length.
    one["cancelled"]["invalid"] = "board_meeting_commenced";
    const auto barred = onroll::law::answer_history(document, 0);
    REQUIRE_FALSE(barred.failed);
    CHECK(barred.result.at("totals").size() == 1);
    CHECK(barred.result.at("total_scope").at("missing").dump() ==
          R"([{"what":"length","exclusion":"E1"}])");
}

TEST_CASE("an id used twice, an event about nothing, and a decision in the wrong place are refused")
{
    using json_test::Value;
    auto twice = json_test::a_document();
    twice["exclusions"].push_back(twice["exclusions"][0]);
    CHECK(json_test::member_of(twice) == "/exclusions/1/id");
    auto nothing = json_test::a_document();
    nothing["events"].push_back(
        {{"type", "representations"}, {"exclusion", "E9"}, {"on", "2024-09-20"}});
    CHECK(json_test::member_of(nothing) == "/events/0/exclusion");
    auto outcome = json_test::a_document();
    outcome["events"].push_back({{"type", "board_decision_notice"},
                                 {"exclusion", "E1"},
                                 {"on", "2024-09-20"},
                                 {"outcome", "quash"}});
    CHECK(json_test::member_of(outcome) == "/events/0/outcome");
}

TEST_CASE("an exam has its days, or nobody told them, but not both")
{
    auto document = json_test::a_document();
    document["exclusions"][0]["exam_day_not_told"] = true;
    CHECK(json_test::member_of(document) == "answered");
    document["exclusions"][0]["exam_dates"] = {"2024-09-17"};
    CHECK(json_test::member_of(document) == "/exclusions/0/exam_dates");
    document["exclusions"][0]["exam_day_not_told"] = false;
    CHECK(json_test::member_of(document) == "answered");
}

TEST_CASE("an exam may follow the stated end where the exclusion lasted longer or had no end")
{
    using json_test::Value;
    auto document = json_test::a_document();
    auto& one = document["exclusions"][0];
    one["exam_dates"] = {"2024-09-19"}; // the day after it ends
    CHECK(json_test::member_of(document) == "/exclusions/0/exam_dates");
    const std::pair<const char*, Value> longer[] = {
        {"no_end_date", true},
        {"changed_without_new_decision", "lengthened"},
        {"changed_without_new_decision", "turned_permanent"},
        {"board", Value::object({{"other_outcome", "lengthened"}})}};
    for (const auto& [member, value] : longer) {
        CAPTURE(std::string(member));
        auto told = document;
        told["exclusions"][0][member] = value;
        CHECK(json_test::member_of(told) == "answered");
        told["exclusions"][0]["exam_dates"] = {"2024-09-16"};
        CHECK(json_test::member_of(told) == "/exclusions/0/exam_dates");
    }
    const std::pair<const char*, Value> no_longer[] = {
        {"no_end_date", false}, {"board", Value::object({{"other_outcome", "shortened"}})}};
    for (const auto& [member, value] : no_longer) {
        auto told = document;
        told["exclusions"][0][member] = value;
        CHECK(json_test::member_of(told) == "/exclusions/0/exam_dates");
    }
}

TEST_CASE("what belongs to the procedure after a decision cannot come before it")
{
    using json_test::member_of;
    for (const auto* type :
         {"board_meeting", "irp_application", "irp_waived", "discrimination_determined"}) {
        CAPTURE(std::string(type));
        auto document = json_test::a_document();
        document["events"] = {{{"type", type}, {"exclusion", "E1"}, {"on", "2024-09-15"}}};
        CHECK(member_of(document) == "/events/0/on");
        document["events"][0]["on"] = "2024-09-16";
        CHECK(member_of(document) == "answered");
    }
    for (const auto* type : {"representations", "deleted_from_register", "discrimination_claim"}) {
        CAPTURE(std::string(type));
        auto document = json_test::a_document();
        document["events"] = {{{"type", type}, {"exclusion", "E1"}, {"on", "2024-09-15"}}};
        CHECK(member_of(document) == "answered");
    }
}

TEST_CASE("the histories of a document that can be read are answered beside those that cannot")
{
    using json_test::Value;
    auto wrong = json_test::a_document();
    wrong["id"] = "H2";
    wrong["exclusions"][0].erase("decided_on");
    const Value document{{"histories", Value::array({json_test::a_document(), wrong, Value(3)})}};
    const auto answers = onroll::law::answer_document(document);
    REQUIRE(answers);
    CHECK(answers->failed == 2);
    const auto& results = answers->document.at("results");
    CHECK(results[0].at("rules_fired").size() > 0);
    CHECK(results[1].at("id") == "H2");
    CHECK(results[1].at("error").at("member") == "/exclusions/0/decided_on");
    CHECK(results[2].at("id") == "history 3");
}

TEST_CASE("a duty carries its force, citation, edition, confidence and one sentence")
{
    const auto answer = onroll::law::answer_history(json_test::a_document(), 0);
    for (const auto& duty : answer.result.at("duties"))
        for (const auto* member :
             {"force", "citation", "edition", "confidence", "reason", "link"}) {
            CAPTURE(std::string(member));
            CHECK(duty.contains(member));
        }
}

TEST_CASE("a finding says what can be done next, as its rule does")
{
    auto document = json_test::a_document();
    document["exclusions"][0]["decided_by"] = "deputy_head_teacher";
    const auto answer = onroll::law::answer_history(document, 0);
    const auto& found = answer.result.at("findings").at(0);
    CHECK(found.at("rule") == "FND-02");
    CHECK(found.at("next") == onroll::law::rule(onroll::law::RuleId::fnd_02).next);
    CHECK_FALSE(found.contains("law_version"));
}

TEST_CASE("what follows from a movement carries the version of the rules on its day")
{
    struct Row {
        const char* on;
        const char* version;
    };
    for (const auto& row : {Row{"2022-08-31", "LV-2012"}, Row{"2022-09-01", "LV-2022"},
                            Row{"2026-07-25", "LV-2024"}, Row{"2026-07-26", "LV-2026"}}) {
        CAPTURE(std::string(row.on));
        auto document = json_test::a_document();
        document["sent_home"].push_back({{"id", "S1"}, {"on", row.on}, {"reason", "behaviour"}});
        const auto answer = onroll::law::answer_history(document, 0);
        REQUIRE_FALSE(answer.failed);
        const auto& found = answer.result.at("findings").at(0);
        CHECK(found.at("rule") == "FND-01");
        CHECK(found.at("law_version") == row.version);
    }
}

TEST_CASE("with a second school or earlier days the answer says which totals it used and what is "
          "missing")
{
    using json_test::Value;
    const auto scope_of = [](const Value& document) {
        return onroll::law::answer_history(document, 0).result.value("total_scope", Value());
    };
    auto document = json_test::a_document();
    CHECK(scope_of(document).is_null());

    auto earlier = document;
    earlier["earlier_days"] = {{"on", "2024-09-10"}, {"term_days", 2}, {"year_days", 3}};
    CHECK(scope_of(earlier).at("missing") ==
          Value::parse(R"([{"what": "exclusions", "behind": "earlier_days"}])"));

    const Value school = document["schools"]["A"];
    document["schools"]["B"] = school;
    const auto silent = scope_of(document);
    CHECK(silent.at("rule") == "DEF-08");
    CHECK(silent.at("term_total") == "pupil");
    CHECK(silent.at("confidence") == "our_reading");
    CHECK(silent.at("missing") == Value::parse(R"([{"what": "exclusions", "school": "B"}])"));

    document["assumptions"]["term_total_scope"] = "school";
    document["exclusions"].push_back({{"id", "E2"},
                                      {"school", "B"},
                                      {"kind", "suspension"},
                                      {"decided_on", "2024-12-18"},
                                      {"first_day", "2024-12-19"},
                                      {"sessions", 10}});
    const auto short_of_terms = scope_of(document);
    CHECK(short_of_terms.at("term_total") == "school");
    CHECK(short_of_terms.at("year_total") == "pupil");
    CHECK(short_of_terms.at("missing") ==
          Value::parse(R"([{"what": "term_dates", "school": "B"}])"));
}
