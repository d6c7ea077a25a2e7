// Who was told of an exclusion and what the letter said (NT-02 to NT-10, FND-11 to 15).
#include "law/letter_items.h"
#include "law/tests/circumstances_cases.h"

namespace circumstances_notices_test {

using onroll::law::circumstances_cases::Case;
using onroll::law::circumstances_cases::check;

constexpr const char* short_one = "suspension 4 2024-09-16";
constexpr const char* long_one = "suspension 12 2024-09-16";
constexpr const char* permanent = "permanent 2024-09-16";

TEST_CASE("a letter that lacks what the law asks for is a breach, and lists it")
{
    check(std::to_array<Case>({
        {"basics", short_one,
         R"({"letter": {"items": {"period": false, "reasons": false, "pupils_part": false}}})",
         "FND-11 breach (period, reasons, pupils_part)"},
        {"only spoken", short_one, R"({"letter": {"items": {"in_writing": false}}})",
         "FND-11 breach (in_writing)"},
        {"complete", short_one,
         R"({"letter": {"items": {"period": true, "reasons": true, "advice_sources": true}}})", ""},
        {"nothing said", short_one, R"({"letter": {"given_on": "2024-09-16"}})", ""},
        {"meeting rights up to five days", short_one,
         R"({"letter": {"items": {"right_to_attend": false, "remote_meeting_request": false}}})",
         ""},
        {"meeting rights over five days", long_one,
         R"({"letter": {"items": {"right_to_attend": false, "remote_meeting_request": false}}})",
         "FND-11 breach (right_to_attend, remote_meeting_request)"},
        {"no remote meeting before 1 September 2023", "suspension 12 2023-07-03",
         R"({"letter": {"items": {"right_to_attend": false, "remote_meeting_request": false}}})",
         "FND-11 breach (right_to_attend)"},
        {"from 1 September 2023", "suspension 12 2023-09-04",
         R"({"letter": {"items": {"remote_meeting_request": false}}})",
         "FND-11 breach (remote_meeting_request)"},
        {"representations", "lunchtime 2 2024-09-16",
         R"({"letter": {"items": {"right_to_make_representations": false,
            "how_to_make_representations": false, "where_to_send_representations": false}}})",
         "FND-11 breach (right_to_make_representations, how_to_make_representations, "
         "where_to_send_representations)"},
    }));
}

TEST_CASE("public places and day six stand in the letter only where they are due")
{
    constexpr const char* places = R"({"letter": {"items": {"public_place_days": false}}})";
    constexpr const char* six = R"({"letter": {"items": {"day_six_provision": false}}})";
    check(std::to_array<Case>({
        {"compulsory age", short_one, places, "FND-11 breach (public_place_days)"},
        {"over it", short_one, places, "", "not_compulsory_age"},
        {"lunchtimes", "lunchtime 2 2024-09-16", places, ""},
        {"a notice of its own", short_one,
         R"({"letter": {"items": {"public_place_days": false}},
             "s104_notice": {"on": "2024-09-16"}})",
         ""},
        {"six days", long_one, six, "FND-11 breach (day_six_provision)"},
        {"five and a half days touch six", "suspension 11 2024-09-16", six,
         "FND-11 breach (day_six_provision)"},
        {"five days", "suspension 10 2024-09-16", six, ""},
        {"permanent", permanent, six, "FND-11 breach (day_six_provision)"},
        {"exams over", permanent, six, "", "exams_finished"},
    }));
}

TEST_CASE("a plan that limits the hours takes day six out of the letter, and a later notice too")
{
    constexpr const char* six = R"({"letter": {"items": {"day_six_provision": false}}})";
    check(std::to_array<Case>({
        {"hours limited by a plan", permanent, six, "", "short_plan"},
        {"told later", long_one,
         R"({"letter": {"items": {"day_six_provision": false}},
             "day_six": {"notice_on": "2024-09-18"}})",
         ""},
    }));
}

TEST_CASE("what guidance asks of a letter is for a person to check")
{
    check(std::to_array<Case>({
        {"advice", short_one,
         R"({"letter": {"items": {"statutory_guidance": false, "advice_sources": false,
            "plain_language": false, "return_date": false, "fine_warning": false,
            "work_set_and_marked": false}}})",
         "NT-08 check (return_date, fine_warning, work_set_and_marked, plain_language, "
         "statutory_guidance, advice_sources)"},
        {"translation needed", short_one, R"({"letter": {"items": {"translation": false}}})",
         "NT-08 check (translation)", "translation"},
        {"translation not needed", short_one, R"({"letter": {"items": {"translation": false}}})",
         ""},
        {"when the board meets is good practice, no finding", permanent,
         R"({"letter": {"items": {"when_the_board_meets": false}}})", ""},
    }));
}

TEST_CASE("the checklist of a letter follows version, band and age")
{
    using namespace onroll::law;
    const auto items = [](const Case& one) {
        auto story = circumstances_cases::story_of(one);
        std::vector<Reckoning> all;
        std::vector<std::size_t> order;
        std::vector<Total> totals;
        reckon(story.history(), all, order, totals);
        std::string codes;
        for (const auto& required : required_letter_items(all.back())) {
            codes += codes.empty() ? "" : " ";
            codes += code(required.item);
            CHECK(in_force_on(required.rule, story.last().decided_on)->force == required.force);
        }
        return codes;
    };
    const std::string start = "in_writing period ", views = "right_to_make_representations "
                                                            "how_to_make_representations "
                                                            "where_to_send_representations "
                                                            "pupils_part ";
    const std::string end = "plain_language statutory_guidance advice_sources";
    CHECK(items({"", "lunchtime 2 2024-09-16", "{}", ""}) == start + "reasons " + views + end);
    CHECK(items({"", short_one, "{}", ""}) ==
          start + "reasons return_date " + views +
              "public_place_days fine_warning work_set_and_marked " + end);
    CHECK(items({"", permanent, "{}", "", "not_compulsory_age"}) ==
          start + "reasons " + views +
              "meeting_will_consider right_to_attend right_to_be_represented "
              "right_to_bring_a_friend remote_meeting_request when_the_board_meets " +
              end);
    CHECK(items({"", "permanent 2019-09-16", "{}", ""}) ==
          start + "reasons " + views +
              "meeting_will_consider right_to_attend right_to_be_represented "
              "right_to_bring_a_friend when_the_board_meets public_place_days fine_warning "
              "work_set_and_marked day_six_provision " +
              end);
}

TEST_CASE("a letter is given soon and in a way that the rules know")
{
    check(std::to_array<Case>({
        {"next school day", short_one, R"({"letter": {"given_on": "2024-09-17"}})", ""},
        {"later", short_one, R"({"letter": {"given_on": "2024-09-18"}})", "NT-02 check told_late"},
        {"over a weekend", "suspension 4 2024-09-13", R"({"letter": {"given_on": "2024-09-16"}})",
         ""},
        {"post", short_one, R"({"letter": {"given_by": "post"}})", ""},
        {"by hand", short_one, R"({"letter": {"given_by": "handed_over"}})", ""},
        {"left at home", short_one, R"({"letter": {"given_by": "left_at_address"}})", ""},
        {"another way", short_one, R"({"letter": {"given_by": "other"}})",
         "NT-09 breach other_way"},
        {"email agreed", short_one, R"({"letter": {"given_by": "email", "email_agreed": true}})",
         ""},
        {"email not agreed", short_one,
         R"({"letter": {"given_by": "email", "email_agreed": false}})",
         "NT-09 breach email_not_agreed"},
        {"email, agreement not known", short_one, R"({"letter": {"given_by": "email"}})", ""},
    }));
}

TEST_CASE("the notice about public places comes by the end of the first afternoon")
{
    check(std::to_array<Case>({
        {"before", short_one, R"({"s104_notice": {"on": "2024-09-16"}})", ""},
        {"on the day", short_one, R"({"s104_notice": {"on": "2024-09-17"}})", ""},
        {"that evening", short_one,
         R"({"s104_notice": {"on": "2024-09-17", "after_afternoon_session": true}})",
         "FND-12 breach"},
        {"the evening before", short_one,
         R"({"s104_notice": {"on": "2024-09-16", "after_afternoon_session": true}})", ""},
        {"next day", short_one, R"({"s104_notice": {"on": "2024-09-18"}})", "FND-12 breach"},
        {"permanent", permanent, R"({"s104_notice": {"on": "2024-09-18"}})", "FND-12 breach"},
        {"over compulsory age", short_one, R"({"s104_notice": {"on": "2024-09-18"}})", "",
         "not_compulsory_age"},
        {"lunchtimes", "lunchtime 2 2024-09-16", R"({"s104_notice": {"on": "2024-09-18"}})", ""},
    }));
    const auto found = onroll::law::circumstances_cases::finding_of(
        {"", short_one, R"({"s104_notice": {"on": "2024-09-18"}})", ""},
        onroll::law::RuleId::fnd_12);
    CHECK(found.notified == onroll::date(2024, 9, 18));
    CHECK(found.due == onroll::date(2024, 9, 17));
}

TEST_CASE("the authority is told at once of everything since September 2022")
{
    constexpr const char* never = R"({"told": {"local_authority": "never"}})";
    check(std::to_array<Case>({
        {"never", short_one, never, "FND-13 breach never_told"},
        {"next school day", short_one, R"({"told": {"local_authority": "2024-09-17"}})", ""},
        {"later", short_one, R"({"told": {"local_authority": "2024-09-18"}})",
         "FND-13 check told_late"},
        {"lunchtimes too", "lunchtime 2 2024-09-16", never, "FND-13 breach never_told"},
        {"a short one in 2021", "suspension 4 2021-09-16", never, ""},
        {"over five days in 2021", "suspension 12 2021-09-16", never, "FND-13 breach never_told"},
        {"an exam lost in 2021", "suspension 4 2021-09-16", never, "FND-13 breach never_told", "",
         "exam 2021-09-17"},
        {"permanent in 2021", "permanent 2021-09-16", never, "FND-13 breach never_told"},
    }));
}

TEST_CASE("the board is told at once where it may have to meet, and once a term of the rest")
{
    check(std::to_array<Case>({
        {"never, over five days", long_one, R"({"told": {"board": "never"}})",
         "FND-14 breach never_told"},
        {"never, up to five days", short_one, R"({"told": {"board": "never"}})", ""},
        {"never, at an academy", permanent, R"({"told": {"board": "never"}})",
         "FND-14 breach never_told", "", "", onroll::law::SchoolType::academy},
        {"termly report", short_one, R"({"termly_report_made": false})",
         "NT-05T breach not_reported"},
        {"termly report made", short_one, R"({"termly_report_made": true})", ""},
        {"no termly report of what was told at once", long_one, R"({"termly_report_made": false})",
         ""},
        {"termly report of 2021", "suspension 4 2021-09-16", R"({"termly_report_made": false})",
         "NT-04T breach not_reported"},
        {"over five days in 2021", "suspension 12 2021-09-16", R"({"termly_report_made": false})",
         ""},
    }));
}

TEST_CASE("social worker and virtual school head are told since September 2022")
{
    constexpr const char* never =
        R"({"told": {"social_worker": "never", "virtual_school_head": "never"}})";
    constexpr const char* late =
        R"({"told": {"social_worker": "2024-09-18", "virtual_school_head": "2024-09-17"}})";
    check(std::to_array<Case>({
        {"both", short_one, never, "FND-15 breach never_told (social_worker, virtual_school_head)",
         "looked_after social_worker"},
        {"social worker only", short_one, never, "FND-15 breach never_told (social_worker)",
         "social_worker"},
        {"neither has one", short_one, never, ""},
        {"in 2021", "permanent 2021-09-16", never, "", "looked_after social_worker"},
        {"late", short_one, late, "NT-06 check told_late (social_worker)",
         "looked_after social_worker"},
        {"in time", short_one,
         R"({"told": {"social_worker": "2024-09-16", "virtual_school_head": "2024-09-17"}})", "",
         "looked_after social_worker"},
    }));
}

TEST_CASE("the authority where the pupil lives is told of a permanent exclusion")
{
    constexpr const char* never = R"({"told": {"home_local_authority": "never"}})";
    check(std::to_array<Case>({
        {"never", permanent, never, "NT-07 breach never_told", "lives_elsewhere"},
        {"late", permanent, R"({"told": {"home_local_authority": "2024-09-19"}})",
         "NT-07 check told_late", "lives_elsewhere"},
        {"in time", permanent, R"({"told": {"home_local_authority": "2024-09-17"}})", "",
         "lives_elsewhere"},
        {"the same authority", permanent, never, "", "lives_here"},
        {"a suspension", long_one, never, "", "lives_elsewhere"},
    }));
}

TEST_CASE("the pupil is told and helped to take part since September 2022")
{
    constexpr const char* neither = R"({"pupil_told": false, "pupil_helped_to_take_part": false})";
    check(std::to_array<Case>({
        {"neither", short_one, neither, "NT-10 check (pupil_told, pupil_helped_to_take_part)"},
        {"told only", short_one, R"({"pupil_told": true, "pupil_helped_to_take_part": false})",
         "NT-10 check (pupil_helped_to_take_part)"},
        {"both", short_one, R"({"pupil_told": true, "pupil_helped_to_take_part": true})", ""},
        {"in 2021", "suspension 4 2021-09-16", neither, ""},
    }));
}

} // namespace circumstances_notices_test
