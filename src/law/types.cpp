#include "law/types.h"

#include <array>

namespace onroll::law {

namespace types_detail {

template <std::size_t N, class Enum>
std::string_view name_in(const std::array<std::string_view, N>& names, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < N ? names[index] : std::string_view{};
}

constexpr std::array<std::string_view, 5> versions = {"LV-2012", "LV-2022", "LV-2023", "LV-2024",
                                                      "LV-2026"};
constexpr std::array<std::string_view, 14> actors = {"none",
                                                     "head_teacher",
                                                     "parent",
                                                     "pupil",
                                                     "governing_board",
                                                     "academy_trust",
                                                     "management_committee",
                                                     "local_authority",
                                                     "home_local_authority",
                                                     "school_and_local_authority",
                                                     "school",
                                                     "panel",
                                                     "tribunal",
                                                     "advice_service"};
constexpr std::array<std::string_view, 5> severities = {"unlawful", "breach", "check",
                                                        "reject_application", "indicator"};
constexpr std::array<std::string_view, 52> duty_types = {
    "apply_by",
    "claim_by",
    "consider_before",
    "consider_representations_no_reinstatement_power",
    "decide_by",
    "decide_by_extended",
    "delete_from",
    "exempt",
    "hold_by",
    "keep_on_roll_pending_review",
    "no_meeting_required",
    "none",
    "notify",
    "notify_termly",
    "pay",
    "pay_if_not_reinstated_by",
    "provide_from",
    "provide_from_should",
    "public_place_days",
    "reconsider_by",
    "reinstate",
    "s104_notice_by",
    "s19_provision",
    "set_and_mark_work",
    "claim_by_extended",
    "court_claim_by",
    "hear_by_expected",
    "review_placement",
    "give_notice_by",
    "review_by",
    "invite_by",
    "end_by",
    "answer_by",
    "allocate_by",
    "budget_falls_by",
    "budget_gains",
    "money_returns",
    "report_by",
    "decide_whether_to_assess_by",
    "answer_request_by",
    "refuse_plan_by",
    "comment_until",
    "final_plan_by",
    "appeal_by",
    "hold_review_by",
    "advice_level",
    "send_papers_by",
    "meet_free_meal",
    "complain_to",
    "answer_by_expected",
    "need_not_admit_until",
    "pupil_premium_follows"};
static_assert(duty_types.size() == static_cast<std::size_t>(DutyType::pupil_premium_follows) + 1,
              "each duty type has its name, in order");

} // namespace types_detail

std::string_view label(LawVersion version)
{
    return types_detail::name_in(types_detail::versions, version);
}
std::string_view name(Actor actor)
{
    return types_detail::name_in(types_detail::actors, actor);
}
std::string_view name(Severity severity)
{
    return types_detail::name_in(types_detail::severities, severity);
}

std::string_view name(DutyType type)
{
    return types_detail::name_in(types_detail::duty_types, type);
}

} // namespace onroll::law
