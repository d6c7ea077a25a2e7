// The decision to exclude: what further facts show (HT-02 to HT-12, FND-03 to 09, 26 to 28, 31,
// 35).
#include "law/tests/circumstances_cases.h"

namespace circumstances_power_test {

using onroll::law::circumstances_cases::Case;
using onroll::law::circumstances_cases::check;

constexpr const char* suspension = "suspension 4 2024-09-16";
constexpr const char* permanent = "permanent 2024-09-16";
constexpr const char* lunchtimes = "lunchtime 3 2024-09-16";

TEST_CASE("only the head teacher or an acting head decides")
{
    using namespace onroll::law;
    struct Row {
        DecidedBy by;
        const char* found;
    };
    for (const auto& row : std::to_array<Row>({
             {DecidedBy::head_teacher, ""},
             {DecidedBy::acting_head_teacher, ""},
             {DecidedBy::deputy_head_teacher, "FND-02 unlawful"},
             {DecidedBy::other, "FND-02 unlawful"},
         }))
        for (const auto* exclusion : {suspension, permanent, lunchtimes}) {
            CAPTURE(static_cast<int>(row.by));
            CAPTURE(exclusion);
            auto story = circumstances_cases::story_of({"", exclusion, "{}", ""});
            story.last().decided_by = row.by;
            std::string found;
            for (const auto& one : evaluate(story.history()).findings)
                found += circumstances_cases::row_of(one);
            CHECK(found == row.found);
        }
}

TEST_CASE("a reason that cannot be a reason is unlawful")
{
    check(std::to_array<Case>({
        {"needs", suspension, R"({"reasons": ["needs_cannot_be_met"]})",
         "FND-03 unlawful needs_cannot_be_met"},
        {"needs, under the rules of 2012", "permanent 2015-09-16",
         R"({"reasons": ["needs_cannot_be_met"]})", "FND-03 unlawful needs_cannot_be_met"},
        {"attainment", permanent, R"({"reasons": ["behaviour", "attainment"]})",
         "FND-04 unlawful attainment"},
        {"parents", lunchtimes, R"({"reasons": ["parent_conduct"]})",
         "FND-05 unlawful parent_conduct"},
        {"behaviour", suspension, R"({"reasons": ["behaviour"]})", ""},
        {"nothing said", suspension, R"({"reasons": []})", ""},
        {"not disciplinary", suspension, R"({"disciplinary_grounds": false})",
         "HT-02 unlawful not_disciplinary"},
        {"disciplinary", suspension, R"({"disciplinary_grounds": true})", ""},
    }));
}

TEST_CASE("a permanent exclusion needs both of its limbs")
{
    check(std::to_array<Case>({
        {"no breach", permanent, R"({"serious_or_persistent_breach": false})",
         "HT-03 check (serious_or_persistent_breach)"},
        {"no harm", permanent,
         R"({"serious_or_persistent_breach": true, "serious_harm_if_stays": false})",
         "HT-03 check (serious_harm_if_stays)"},
        {"neither", permanent,
         R"({"serious_or_persistent_breach": false, "serious_harm_if_stays": false})",
         "HT-03 check (serious_or_persistent_breach, serious_harm_if_stays)"},
        {"both", permanent,
         R"({"serious_or_persistent_breach": true, "serious_harm_if_stays": true})", ""},
        {"a suspension", suspension, R"({"serious_harm_if_stays": false})", ""},
    }));
}

TEST_CASE("a suspension has an end, keeps it, and ends without conditions")
{
    check(std::to_array<Case>({
        {"no end", suspension, R"({"no_end_date": true})", "FND-07 unlawful"},
        {"an end", suspension, R"({"no_end_date": false})", ""},
        {"permanent has none", permanent, R"({"no_end_date": true})", ""},
        {"lengthened", suspension, R"({"changed_without_new_decision": "lengthened"})",
         "FND-09 unlawful lengthened"},
        {"turned permanent, in 2015", "suspension 4 2015-09-16",
         R"({"changed_without_new_decision": "turned_permanent"})",
         "FND-09 unlawful turned_permanent"},
        {"a permanent exclusion cannot be lengthened", permanent,
         R"({"changed_without_new_decision": "lengthened"})", ""},
        {"it was a suspension first", permanent,
         R"({"changed_without_new_decision": "turned_permanent"})",
         "FND-09 unlawful turned_permanent"},
        {"return on a condition", suspension, R"({"return_condition": "meeting_with_parent"})",
         "FND-06 unlawful meeting_with_parent"},
        {"return on a condition, lunchtimes", lunchtimes, R"({"return_condition": "apology"})",
         "FND-06 unlawful apology"},
        {"nobody returns from a permanent one", permanent, R"({"return_condition": "other"})", ""},
    }));
}

TEST_CASE("lunchtime suspensions count, and free meals go on")
{
    check(std::to_array<Case>({
        {"free meals", lunchtimes, "{}", "", "free_meals"},
        {"meal not given", lunchtimes, R"({"free_meal_provided": false})",
         "HT-07 breach free_meal_not_given", "free_meals"},
        {"meal given", lunchtimes, R"({"free_meal_provided": true})", "", "free_meals"},
        {"no free meals", lunchtimes, R"({"free_meal_provided": false})", ""},
        {"whole days", suspension, R"({"free_meal_provided": false})", "", "free_meals"},
        {"not counted", lunchtimes, R"({"counted": false})", "FND-27 breach"},
        {"counted", lunchtimes, R"({"counted": true})", ""},
        {"whole days again", suspension, R"({"counted": false})", ""},
    }));
}

TEST_CASE("free school meals draw a duty at lunchtimes only")
{
    using namespace onroll::law;
    auto story = build::a_history();
    story.suspend_lunchtimes(onroll::date(2024, 9, 16), 3);
    const auto meals = [&] {
        const auto rows = circumstances_cases::rows_of(evaluate(story.history()));
        return std::count(rows.begin(), rows.end(), "HT-07 meet_free_meal 2024-09-17");
    };
    CHECK(meals() == 0);
    story.pupil().circumstances.free_school_meals = true;
    CHECK(meals() == 1);
    story.last().kind = Kind::suspension;
    story.last().sessions = 2;
    CHECK(meals() == 0);
}

TEST_CASE("conduct off the site is for the policy to cover")
{
    check(std::to_array<Case>({
        {"not covered", suspension,
         R"({"conduct_off_site": true, "policy_covers_off_site": false})",
         "HT-08 check policy_does_not_cover_off_site"},
        {"covered", suspension, R"({"conduct_off_site": true, "policy_covers_off_site": true})",
         ""},
        {"on site", suspension, R"({"conduct_off_site": false, "policy_covers_off_site": false})",
         ""},
        {"policy not known", suspension, R"({"conduct_off_site": true})", ""},
    }));
}

TEST_CASE("what should come before the decision depends on the pupil and the year")
{
    constexpr const char* none = R"({"before_deciding": {"pupils_account_taken": false,
        "contributing_factors_considered": false, "plan_review_held": false,
        "pep_review_held": false}})";
    check(std::to_array<Case>({
        {"anybody", suspension, none,
         "HT-09 check (pupils_account_taken, contributing_factors_considered)"},
        {"with a plan", suspension, none,
         "HT-09 check (pupils_account_taken, contributing_factors_considered, plan_review_held)",
         "ehc_plan"},
        {"looked after, before 26 July 2026", "suspension 4 2026-07-20", none,
         "HT-09 check (pupils_account_taken, contributing_factors_considered)", "looked_after"},
        {"looked after, since", "suspension 4 2026-09-16", none,
         "HT-09 check (pupils_account_taken, contributing_factors_considered, pep_review_held)",
         "looked_after"},
        {"all done", suspension, R"({"before_deciding": {"pupils_account_taken": true}})", ""},
    }));
}

TEST_CASE("suspended again, the school asks whether it works, since September 2022")
{
    constexpr const char* no = R"({"approach_reviewed": false})";
    check(std::to_array<Case>({
        {"again", "suspension 2 2024-09-05; suspension 4 2024-09-16", no,
         "HT-10 check approach_not_reviewed"},
        {"asked", "suspension 2 2024-09-05; suspension 4 2024-09-16",
         R"({"approach_reviewed": true})", ""},
        {"first of the year", "suspension 2 2024-06-05; suspension 4 2024-09-16", no, ""},
        {"under the rules of 2012", "suspension 2 2021-09-06; suspension 4 2021-09-16", no, ""},
        {"permanent", "suspension 2 2024-09-05; permanent 2024-09-16", no, ""},
    }));
}

TEST_CASE("disability, and contact before a permanent exclusion, are asked about")
{
    check(std::to_array<Case>({
        {"no adjustment", suspension,
         R"({"behaviour_arose_from_disability": true, "reasonable_adjustments_recorded": false})",
         "FND-26 check", "disabled"},
        {"an adjustment", suspension,
         R"({"behaviour_arose_from_disability": true, "reasonable_adjustments_recorded": true})",
         "", "disabled"},
        {"not from disability", suspension,
         R"({"behaviour_arose_from_disability": false, "reasonable_adjustments_recorded": false})",
         "", "disabled"},
        {"not known", suspension, R"({"behaviour_arose_from_disability": true})", "", "disabled"},
        {"looked after", permanent, R"({"prior_contact": {"virtual_school_head": false}})",
         "FND-28 check (virtual_school_head)", "looked_after"},
        {"with a plan", permanent,
         R"({"prior_contact": {"virtual_school_head": false, "local_authority": false}})",
         "FND-28 check (local_authority)", "ehc_plan"},
        {"in touch", permanent, R"({"prior_contact": {"local_authority": true}})", "", "ehc_plan"},
        {"neither", permanent, R"({"prior_contact": {"local_authority": false}})", ""},
        {"suspension", suspension, R"({"prior_contact": {"local_authority": false}})", "",
         "ehc_plan"},
    }));
}

TEST_CASE("a cancellation is told, followed by return, a meeting and a report")
{
    check(std::to_array<Case>({
        {"readmitted", suspension, R"({"readmitted_after_cancellation": true})", "", "",
         "cancelled 2024-09-18"},
        {"not readmitted", suspension, R"({"readmitted_after_cancellation": false})",
         "FND-31 breach not_readmitted", "", "cancelled 2024-09-18"},
        {"not readmitted, in 2022", "suspension 4 2022-09-19",
         R"({"readmitted_after_cancellation": false})", "FND-31 breach not_readmitted", "",
         "cancelled 2022-09-20"},
        {"not reported", suspension, R"({"cancellation_reported_to_board": false})",
         "HT-12 check (report_to_the_board)", "", "cancelled 2024-09-18"},
        {"never cancelled", suspension, R"({"readmitted_after_cancellation": false})", ""},
        {"no force", suspension, R"({"readmitted_after_cancellation": false})", "", "",
         "cancelled 2024-09-18 invalid"},
        {"no power in 2021", "suspension 4 2021-09-16",
         R"({"readmitted_after_cancellation": false})", "", "", "cancelled 2021-09-20"},
    }));
}

TEST_CASE("who was told of a cancellation stands in the cancellation itself")
{
    using namespace onroll::law;
    const auto found = [](const char* cancelled) {
        auto story = circumstances_cases::story_of({"", suspension, "{}", "", "", cancelled});
        std::string all;
        for (const auto& one : evaluate(story.history()).findings)
            all += circumstances_cases::row_of(one) + ";";
        return all;
    };
    CHECK(found("cancelled 2024-09-18 not_told") == "FND-31 breach not_notified;");
    CHECK(found("cancelled 2024-09-18 told") == "");
    CHECK(found("cancelled 2024-09-18") == "");
    CHECK(found("cancelled 2024-09-18 no_meeting") == "HT-12 check (meeting_with_parent);");
    CHECK(found("cancelled 2024-09-18 not_told invalid") ==
          "FND-31 unlawful board_meeting_commenced;");
}

TEST_CASE("what the family was wrongly told is a finding of its own each time")
{
    check(std::to_array<Case>({
        {"45 days", suspension, R"({"wrongly_told": ["days_45_make_it_permanent"]})",
         "FND-35 unlawful days_45_make_it_permanent"},
        {"claims about suspensions", suspension,
         R"({"wrongly_told": ["suspensions_cannot_be_claimed"]})",
         "TRB-04 check suspensions_cannot_be_claimed"},
        {"money", suspension, R"({"wrongly_told": ["tribunal_can_award_money"]})",
         "TRB-04 check tribunal_can_award_money"},
        {"claims and the limit", permanent, R"({"wrongly_told": ["claim_stops_the_review_limit"]})",
         "TRB-07 check claim_stops_the_review_limit"},
        {"panels", permanent, R"({"wrongly_told": ["panel_can_reinstate"]})",
         "IRP-11 check panel_can_reinstate"},
        {"experts", permanent, R"({"wrongly_told": ["expert_needs_recognised_sen"]})",
         "IRP-09 breach expert_needs_recognised_sen"},
        {"too late", permanent,
         R"({"wrongly_told": ["too_late_for_the_board_to_decide", "panel_can_reinstate"]})",
         "GB-28 check too_late_for_the_board_to_decide; IRP-11 check panel_can_reinstate"},
        {"nothing", permanent, R"({"wrongly_told": []})", ""},
    }));
}

} // namespace circumstances_power_test
