// Public places, work, day six, coming back, the plan and the place (EDU-00 to EDU-10, REG-03,
// NT-03, FND-18).
#include "law/tests/circumstances_cases.h"

namespace circumstances_teaching_test {

using onroll::law::SchoolType;
using onroll::law::circumstances_cases::Case;
using onroll::law::circumstances_cases::check;

constexpr const char* short_one = "suspension 4 2024-09-16";
/// First day 17 September 2024, sixth day 24 September.
constexpr const char* long_one = "suspension 16 2024-09-16";
constexpr const char* permanent = "permanent 2024-09-16";

TEST_CASE("a fine rests on a notice in time and on one of the days")
{
    check(std::to_array<Case>({
        {"one of the days", short_one, R"({"penalty_notice_for": "2024-09-18"})", ""},
        {"a day after", short_one, R"({"penalty_notice_for": "2024-09-19"})",
         "EDU-00 unlawful not_one_of_the_days"},
        {"the sixth day", permanent, R"({"penalty_notice_for": "2024-09-24"})",
         "EDU-00 unlawful not_one_of_the_days"},
        {"notice late", short_one,
         R"({"penalty_notice_for": "2024-09-18", "s104_notice": {"on": "2024-09-18"}})",
         "EDU-00 unlawful notice_came_late; FND-12 breach"},
        {"no such duty", short_one, R"({"penalty_notice_for": "2024-09-18"})",
         "EDU-00 unlawful not_one_of_the_days", "not_compulsory_age"},
        {"nobody told how long", "untold 2024-09-16", R"({"penalty_notice_for": "2024-09-18"})",
         ""},
        {"nobody told how long, and cancelled", "untold 2024-09-16",
         R"({"penalty_notice_for": "2024-09-18"})", "", "", "cancelled 2024-09-20"},
    }));
}

TEST_CASE("work is set on the first five days, and provision from day one for some")
{
    check(std::to_array<Case>({
        {"none set", short_one, R"({"work_set_and_marked": false})", "EDU-01 check no_work_set"},
        {"set", short_one, R"({"work_set_and_marked": true})", ""},
        {"lunchtimes", "lunchtime 2 2024-09-16", R"({"work_set_and_marked": false})", ""},
        {"over compulsory age", short_one, R"({"work_set_and_marked": false})", "",
         "not_compulsory_age"},
        {"looked after", short_one, R"({"provision_from_day_one": false})",
         "EDU-06 check nothing_from_day_one", "looked_after"},
        {"social worker", short_one, R"({"provision_from_day_one": false})",
         "EDU-06 check nothing_from_day_one", "social_worker"},
        {"social worker in 2021", "suspension 4 2021-09-16", R"({"provision_from_day_one": false})",
         "", "social_worker"},
        {"neither", short_one, R"({"provision_from_day_one": false})", ""},
    }));
}

TEST_CASE("suitable full-time education is there on the sixth day")
{
    constexpr const char* none = R"({"day_six": {"provided": false}})";
    check(std::to_array<Case>({
        {"none", long_one, none, "FND-18 breach not_provided"},
        {"none, permanent", permanent, none, "FND-18 breach not_provided"},
        {"none, at a referral unit", long_one, none, "FND-18 breach not_provided", "", "",
         SchoolType::pru},
        {"none, at an academy", long_one, none, "FND-18 breach not_provided", "", "",
         SchoolType::academy},
        {"late", long_one, R"({"day_six": {"provided": true, "from": "2024-09-25"}})",
         "FND-18 breach provided_late"},
        {"on the day", long_one, R"({"day_six": {"provided": true, "from": "2024-09-24"}})", ""},
        {"not full-time", long_one, R"({"day_six": {"provided": true, "full_time": false}})",
         "FND-18 breach not_full_time"},
        {"not suitable", long_one, R"({"day_six": {"suitable": false}})",
         "FND-18 breach not_suitable"},
        {"five days", "suspension 10 2024-09-16", none, ""},
        {"exams over", permanent, none, "", "exams_finished"},
        {"hours limited by a plan", long_one, none, "", "short_plan"},
        {"over compulsory age", permanent, none, "", "not_compulsory_age"},
        {"back to back", "suspension 6 2024-09-16; suspension 8 2024-09-19", none,
         "FND-18 breach not_provided"},
        {"cancelled before it", long_one, none, "", "", "cancelled 2024-09-20"},
    }));
    const auto found = onroll::law::circumstances_cases::finding_of({"", long_one, none, ""},
                                                                    onroll::law::RuleId::fnd_18);
    CHECK(found.due == onroll::date(2024, 9, 24));
}

TEST_CASE("day six of a suspension is not at the school, and is told in time")
{
    check(std::to_array<Case>({
        {"at the school", long_one, R"({"day_six": {"at_the_school": true}})",
         "EDU-07 breach at_the_school"},
        {"shared", long_one, R"({"day_six": {"at_the_school": true, "shared_facility": true}})",
         ""},
        {"elsewhere", long_one, R"({"day_six": {"at_the_school": false}})", ""},
        {"permanent is for the authority", permanent, R"({"day_six": {"at_the_school": true}})",
         ""},
        {"two days' notice", long_one,
         R"({"day_six": {"from": "2024-09-24", "notice_on": "2024-09-22"}})", ""},
        {"a day's notice", long_one,
         R"({"day_six": {"from": "2024-09-24", "notice_on": "2024-09-23"}})",
         "NT-03 breach short_notice_of_day_six"},
        {"a day's notice, agreed, on day six", long_one,
         R"({"day_six": {"from": "2024-09-24", "notice_on": "2024-09-23",
             "short_notice_agreed": true}})",
         "NT-03 breach short_notice_of_day_six"},
        {"a day's notice, agreed, before it", long_one,
         R"({"day_six": {"from": "2024-09-20", "notice_on": "2024-09-19",
             "short_notice_agreed": true}})",
         ""},
    }));
}

TEST_CASE("a pupil comes back with a meeting offered, and a plan goes on")
{
    check(std::to_array<Case>({
        {"no meeting", short_one, R"({"reintegration_meeting_offered": false})",
         "EDU-09 check no_meeting_offered"},
        {"a meeting", short_one, R"({"reintegration_meeting_offered": true})", ""},
        {"permanent", permanent, R"({"reintegration_meeting_offered": false})", ""},
        {"plan stopped", short_one, R"({"plan_provision_continued": false})",
         "EDU-10 breach plan_provision_stopped", "ehc_plan"},
        {"plan goes on", short_one, R"({"plan_provision_continued": true})", "", "ehc_plan"},
        {"no plan", short_one, R"({"plan_provision_continued": false})", ""},
        {"before there were plans", "suspension 4 2013-09-16",
         R"({"plan_provision_continued": false})", "", "ehc_plan"},
    }));
}

TEST_CASE("the authority reviews the placement of a pupil with a plan")
{
    using namespace onroll::law;
    const auto reviews = [](const char* exclusion, const char* pupil) {
        const auto story = circumstances_cases::story_of({"", exclusion, "{}", "", pupil});
        const auto rows = circumstances_cases::rows_of(evaluate(story.history()));
        return std::count(rows.begin(), rows.end(), "EDU-10 review_placement");
    };
    CHECK(reviews(permanent, "ehc_plan") == 1);
    CHECK(reviews(permanent, "") == 0);
    CHECK(reviews(long_one, "ehc_plan") == 0);
    CHECK(reviews("permanent 2013-09-16", "ehc_plan") == 0);
}

TEST_CASE("the place is kept until the name may go")
{
    constexpr const char* filled = R"({"place_filled_on": "2024-10-21"})";
    constexpr const char* declined = "board_decision_notice 2024-10-01 not_reinstate";
    check(std::to_array<Case>({
        {"before the limit", permanent, filled, "REG-03 breach place_filled_too_soon", "",
         declined},
        {"after the limit", permanent, R"({"place_filled_on": "2024-10-23"})", "", "", declined},
        {"while a review is open", permanent, R"({"place_filled_on": "2024-10-23"})",
         "REG-03 breach place_filled_too_soon", "",
         "board_decision_notice 2024-10-01 not_reinstate; irp_application 2024-10-14"},
        {"after the limit, reinstated later", permanent, R"({"place_filled_on": "2024-10-23"})", "",
         "",
         "board_decision_notice 2024-10-01 not_reinstate; "
         "board_decision_notice 2024-12-02 reinstate"},
        {"after the limit, but back at school", permanent, R"({"place_filled_on": "2024-12-02"})",
         "REG-03 breach place_filled_too_soon", "",
         "board_decision_notice 2024-10-01 not_reinstate; "
         "board_decision_notice 2024-12-02 reinstate"},
        {"before the board met", permanent, filled, "REG-03 breach place_filled_too_soon"},
        {"a suspension", long_one, filled, ""},
        {"cancelled", permanent, filled, "", "", "cancelled 2024-09-20"},
    }));
}

} // namespace circumstances_teaching_test
