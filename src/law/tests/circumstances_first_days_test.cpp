// The rules of a version hold from its first day on, for the pupil whom they are about and for
// nobody else.
#include "law/tests/circumstances_cases.h"

namespace circumstances_first_days_test {

using onroll::law::circumstances_cases::Case;
using onroll::law::circumstances_cases::check;

TEST_CASE("from 1 September 2022 social worker and virtual school head each have their place")
{
    constexpr const char* autumn = "permanent 2022-09-01";
    constexpr const char* summer = "permanent 2022-07-15";
    constexpr const char* told =
        R"({"told": {"social_worker": "never", "virtual_school_head": "never"}})";
    constexpr const char* invited =
        R"({"board": {"invited": {"social_worker": false, "virtual_school_head": false}}})";
    constexpr const char* given = R"({"board": {"decision_letter": {"given_to": {
        "social_worker": false, "virtual_school_head": false}}}})";
    constexpr const char* to_panel =
        R"({"panel": {"invited": {"social_worker": false, "virtual_school_head": false}}})";
    constexpr const char* considered = R"({"board": {"considered": {
        "social_workers_representations": false,
        "virtual_school_heads_representations": false}}})";
    check(std::to_array<Case>({
        {"told", autumn, told, "FND-15 breach never_told (virtual_school_head)", "looked_after"},
        {"told before", summer, told, "", "looked_after social_worker"},
        {"invited, looked after", autumn, invited, "GB-20 breach not_invited (virtual_school_head)",
         "looked_after"},
        {"invited, social worker", autumn, invited, "GB-20 breach not_invited (social_worker)",
         "social_worker"},
        {"invited before", summer, invited, "", "looked_after social_worker"},
        {"given, looked after", autumn, given, "GB-26 breach not_given (virtual_school_head)",
         "looked_after"},
        {"given, social worker", autumn, given, "GB-26 breach not_given (social_worker)",
         "social_worker"},
        {"given before", summer, given, "", "looked_after social_worker"},
        {"to the panel, looked after", autumn, to_panel,
         "IRP-10 breach not_invited (virtual_school_head)", "looked_after"},
        {"to the panel, social worker", autumn, to_panel,
         "IRP-10 breach not_invited (social_worker)", "social_worker"},
        {"to the panel before", summer, to_panel, "", "looked_after social_worker"},
        {"considered", autumn, considered,
         "GB-21 breach not_considered (social_workers_representations, "
         "virtual_school_heads_representations)"},
        {"considered before", summer, considered, ""},
    }));
}

TEST_CASE("from 1 September 2022 the pupil is told, and repeated suspension is questioned")
{
    check(std::to_array<Case>({
        {"told", "suspension 2 2022-09-01", R"({"pupil_told": false})", "NT-10 check (pupil_told)"},
        {"told before", "suspension 2 2022-07-15", R"({"pupil_told": false})", ""},
        {"again", "suspension 2 2022-09-05; suspension 2 2022-09-20",
         R"({"approach_reviewed": false})", "HT-10 check approach_not_reviewed"},
        {"report", "suspension 2 2022-09-01", R"({"termly_report_made": false})",
         "NT-05T breach not_reported"},
        {"report before", "suspension 2 2022-07-15", R"({"termly_report_made": false})",
         "NT-04T breach not_reported"},
        {"authority", "suspension 2 2022-09-01", R"({"told": {"local_authority": "never"}})",
         "FND-13 breach never_told"},
    }));
}

TEST_CASE("from 1 September 2023 letters name the remote meeting and the remote review")
{
    constexpr const char* notice = R"({"letter": {"items": {"remote_meeting_request": false}}})";
    constexpr const char* decision =
        R"({"board": {"decision_letter": {"items": {"remote_review_request": false}}}})";
    check(std::to_array<Case>({
        {"notice", "permanent 2023-09-01", notice, "FND-11 breach (remote_meeting_request)"},
        {"notice before", "permanent 2023-07-14", notice, ""},
        {"decision", "permanent 2023-09-01", decision, "GB-27 breach (remote_review_request)", "",
         "board_decision_notice 2023-09-22 not_reinstate"},
        {"decision before", "permanent 2023-07-14", decision, "", "",
         "board_decision_notice 2023-09-22 not_reinstate"},
    }));
}

TEST_CASE("half a record draws nothing by itself")
{
    check(std::to_array<Case>({
        {"letter without a day", "permanent 2024-09-16", R"({"board": {"decision_letter": {}}})",
         "", "", "board_meeting 2024-09-30"},
        {"no chair named", "permanent 2024-09-16",
         R"({"panel": {"members": [{"role": "lay"}, {"role": "governor"},
             {"role": "head_teacher"}]}})",
         ""},
        {"day six without a notice", "permanent 2024-09-16",
         R"({"letter": {"items": {"day_six_provision": false}}, "day_six": {"provided": true}})",
         "FND-11 breach (day_six_provision)"},
        {"empty records", "permanent 2024-09-16",
         R"({"letter": {}, "told": {}, "day_six": {}, "board": {}, "panel": {},
             "reconsideration": {}, "tribunal": {}})",
         "", "disabled looked_after social_worker ehc_plan lives_elsewhere"},
    }));
}

} // namespace circumstances_first_days_test
