// Every finding, with a fact that draws it, under each version of the rules: it fires on the days
// on which its provision is in force and on no other, and says where it is written.
#include "law/json.h"
#include "law/tests/builders.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace findings_in_force_test {

using namespace onroll;
using namespace onroll::law;

/// A Monday in September under each version of the rules.
struct Day {
    Date monday;
    const char* version;
};
const std::array days{Day{date(2015, 9, 14), "LV-2012"}, Day{date(2022, 9, 12), "LV-2022"},
                      Day{date(2023, 9, 11), "LV-2023"}, Day{date(2024, 9, 16), "LV-2024"},
                      Day{date(2026, 9, 14), "LV-2026"}};

std::string suspension(const std::string& more, int half_days = 4)
{
    return R"("exclusions": [{"id": "E1", "school": "A", "kind": "suspension", "decided_on": "@0",
        "first_day": "@1", "sessions": )" +
           std::to_string(half_days) + more + "}]";
}

std::string permanent(const std::string& more)
{
    return R"("exclusions": [{"id": "E1", "school": "A", "kind": "permanent", "decided_on": "@0",
        "first_day": "@1")" +
           more + "}]";
}

std::string event(const std::string& words)
{
    return R"({"exclusion": "E1", "type": )" + words + "}";
}

/// The board declines after two weeks, and something else happens.
std::string declined_then(const std::string& words)
{
    return R"(, "events": [)" +
           event(R"("board_decision_notice", "on": "@14", "outcome": "not_reinstate")") + ", " +
           event(words) + "]";
}

/// Facts that draw a finding; "@3" is the third day after the Monday.
struct Row {
    RuleId rule;
    std::string facts;
};

std::vector<Row> findings_about_decisions_and_notices()
{
    return {
        {RuleId::fnd_02, suspension(R"(, "decided_by": "deputy_head_teacher")")},
        {RuleId::fnd_03, suspension(R"(, "reasons": ["needs_cannot_be_met"])")},
        {RuleId::fnd_04, suspension(R"(, "reasons": ["attainment"])")},
        {RuleId::fnd_05, suspension(R"(, "reasons": ["parent_conduct"])")},
        {RuleId::fnd_06, suspension(R"(, "return_condition": "apology")")},
        {RuleId::fnd_07, suspension(R"(, "no_end_date": true)")},
        {RuleId::fnd_08,
         R"("earlier_days": {"on": "@0", "term_days": 2, "year_days": 44}, )" + suspension("")},
        {RuleId::fnd_09, suspension(R"(, "changed_without_new_decision": "lengthened")")},
        {RuleId::fnd_10,
         R"("exclusions": [{"id": "E1", "school": "A", "kind": "suspension", "decided_on": "@0",
                "first_day": "@1", "sessions": 4},
            {"id": "E2", "school": "A", "kind": "suspension", "decided_on": "@2",
                "first_day": "@3", "sessions": 2}])"},
        {RuleId::fnd_11, suspension(R"(, "letter": {"items": {"period": false}})")},
        {RuleId::fnd_12, suspension(R"(, "s104_notice": {"on": "@2"})")},
        {RuleId::fnd_13, permanent(R"(, "told": {"local_authority": "never"})")},
        {RuleId::fnd_14, permanent(R"(, "told": {"board": "never"})")},
        {RuleId::fnd_15, R"("pupil": {"social_worker": true}, )" +
                             suspension(R"(, "told": {"social_worker": "never"})")},
        {RuleId::fnd_26, R"("pupil": {"disabled": true}, )" +
                             suspension(R"(, "behaviour_arose_from_disability": true,
                                "reasonable_adjustments_recorded": false)")},
        {RuleId::fnd_27, R"("exclusions": [{"id": "E1", "school": "A", "kind": "lunchtime",
            "decided_on": "@0", "first_day": "@1", "lunchtimes": 3, "counted": false}])"},
        {RuleId::fnd_28, R"("pupil": {"looked_after": true}, )" +
                             permanent(R"(, "prior_contact": {"virtual_school_head": false})")},
        {RuleId::fnd_31, suspension(R"(, "cancelled": {"on": "@2", "returned_on": "@2",
            "everyone_told": false})")},
        {RuleId::fnd_35, suspension(R"(, "wrongly_told": ["days_45_make_it_permanent"])")},
    };
}

std::vector<Row> findings_about_meetings_and_teaching()
{
    return {
        {RuleId::fnd_16,
         permanent("") + R"(, "events": [)" + event(R"("board_meeting", "on": "@60")") + "]"},
        {RuleId::fnd_17, suspension(R"(, "board": {"no_meeting_held": true})", 12) +
                             R"(, "events": [)" + event(R"("representations", "on": "@2")") + "]"},
        {RuleId::fnd_18, suspension(R"(, "day_six": {"provided": false})", 12)},
        {RuleId::fnd_19, permanent("") + declined_then(R"("deleted_from_register", "on": "@16")")},
        {RuleId::fnd_30,
         suspension(R"(, "exam_dates": ["@1"], "board": {"no_meeting_held": true})")},
        {RuleId::fnd_36, permanent(R"(, "panel": {"application": "refused"})") +
                             declined_then(R"("irp_application", "on": "@16")")},
        {RuleId::fnd_37, permanent(R"(, "panel": {"held_on": "@85"})") +
                             declined_then(R"("irp_application", "on": "@16")")},
        {RuleId::fnd_38, permanent(R"(, "board": {"refused": [{"what": "friend"}]})")},
    };
}

std::vector<Row> findings_about_movements()
{
    return {
        {RuleId::fnd_01, R"("sent_home": [{"id": "S1", "on": "@0", "reason": "behaviour"}])"},
        {RuleId::fnd_20, R"("register_deletions": [{"id": "D1", "on": "@0", "ground": null}])"},
        {RuleId::fnd_21,
         suspension("") + R"(, "home_education_notices": [{"id": "H1", "on": "@7"}])"},
        {RuleId::fnd_22,
         R"("part_time_timetables": [{"id": "T1", "starts_on": "@0", "agreed": false}])"},
        {RuleId::fnd_23, R"("attendance": [{"id": "R1", "marks": [{"on": "@0", "code": "E"}]}])"},
        {RuleId::fnd_24,
         R"("managed_moves": [{"id": "M1", "started_on": "@0", "threatened": true}])"},
        {RuleId::fnd_25,
         R"("off_site_directions": [{"id": "O1", "starts_on": "@3", "notice_on": "@2"}])"},
        {RuleId::fnd_29, R"("sent_home": [{"id": "S1", "on": "@0", "reason": "staffing"}])"},
        {RuleId::fnd_32, R"("separations": [{"id": "P1", "school": "A", "from": "@0", "to": "@2",
            "basis": "disciplinary"}])"},
        {RuleId::fnd_33,
         R"("sent_home": [{"id": "S1", "on": "@0", "how": "study_leave", "year_group": 10}])"},
        {RuleId::fnd_34, R"("sent_home": [{"id": "S1", "on": "@0", "how": "early_collection"},
            {"id": "S2", "on": "@1", "how": "early_collection"},
            {"id": "S3", "on": "@2", "how": "early_collection"}])"},
    };
}

std::vector<Row> all_findings()
{
    auto rows = findings_about_decisions_and_notices();
    for (const auto& more : {findings_about_meetings_and_teaching(), findings_about_movements()})
        rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

json::Value the_school()
{
    json::Value school;
    school["school_type"] = "maintained";
    school["la"] = "901";
    school["terms"] = json::Value::array();
    for (const auto& term : build::school_calendar().terms())
        school["terms"].push_back(
            {{"name", term.name}, {"start", iso(term.start)}, {"end", iso(term.end)}});
    return school;
}

/// The facts with each "@N" as the day N days after `monday`.
json::Value history_of(const std::string& facts, Date monday)
{
    std::string text = "{";
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts[i] != '@') {
            text += facts[i];
            continue;
        }
        int offset = 0;
        while (facts[i + 1] >= '0' && facts[i + 1] <= '9') offset = 10 * offset + facts[++i] - '0';
        text += iso(monday + Days{offset});
    }
    auto history = json::parse(text + "}");
    REQUIRE_MESSAGE(history.has_value(), text);
    static const json::Value school = the_school();
    (*history)["schools"]["A"] = school;
    return *history;
}

/// How often a rule is found; each time it must be cited.
int times_found(RuleId rule, const json::Value& result)
{
    int times = 0;
    for (const auto& row : result.at("findings")) {
        if (row.at("rule") != std::string(name_of(rule))) continue;
        CHECK_FALSE(row.at("citation").get<std::string>().empty());
        ++times;
    }
    return times;
}

TEST_CASE("each finding fires under each version of the rules exactly where its rule is in force")
{
    for (const auto& row : all_findings())
        for (const auto& day : days) {
            CAPTURE(std::string(name_of(row.rule)));
            CAPTURE(std::string(day.version));
            const auto answer = answer_history(history_of(row.facts, day.monday), 0);
            REQUIRE_FALSE(answer.failed);
            CHECK((times_found(row.rule, answer.result) > 0) ==
                  (in_force_on(row.rule, day.monday) != nullptr));
            for (const auto& [id, version] : answer.result.at("law_version").items())
                CHECK_MESSAGE(version == day.version, id);
        }
}

TEST_CASE("the table of findings leaves none out, and three of them began later than 2015")
{
    std::set<RuleId> listed, begun_since;
    for (const auto& row : all_findings()) {
        listed.insert(row.rule);
        if (!in_force_on(row.rule, days.front().monday)) begun_since.insert(row.rule);
    }
    for (const auto& one : rules())
        if (one.name.starts_with("FND-")) CHECK_MESSAGE(listed.contains(one.id), one.name);
    CHECK(begun_since == std::set{RuleId::fnd_10, RuleId::fnd_15, RuleId::fnd_31});
}

} // namespace findings_in_force_test
