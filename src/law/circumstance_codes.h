// The codes by which JSON, findings and the public checker name the points of
// types_circumstances.h, and the words that stand for them in a sentence.
#pragma once

#include "law/types_circumstances.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace onroll::law {

/// The codes of a kind of point, in the order of its enumerators.
template <class Point>
struct Codes;

template <>
struct Codes<StatedReason> {
    static constexpr std::array<std::string_view, 4> all{"behaviour", "needs_cannot_be_met",
                                                         "attainment", "parent_conduct"};
};
template <>
struct Codes<ReturnCondition> {
    static constexpr std::array<std::string_view, 5> all{"meeting_with_parent", "signed_agreement",
                                                         "apology", "assessment", "other"};
};
template <>
struct Codes<ChangeMade> {
    static constexpr std::array<std::string_view, 2> all{"lengthened", "turned_permanent"};
};
template <>
struct Codes<WrongStatement> {
    static constexpr std::array<std::string_view, 7> all{"days_45_make_it_permanent",
                                                         "suspensions_cannot_be_claimed",
                                                         "tribunal_can_award_money",
                                                         "claim_stops_the_review_limit",
                                                         "panel_can_reinstate",
                                                         "expert_needs_recognised_sen",
                                                         "too_late_for_the_board_to_decide"};
};
template <>
struct Codes<LetterItem> {
    static constexpr std::array<std::string_view, 22> all{"in_writing",
                                                          "period",
                                                          "return_date",
                                                          "reasons",
                                                          "right_to_make_representations",
                                                          "how_to_make_representations",
                                                          "where_to_send_representations",
                                                          "pupils_part",
                                                          "public_place_days",
                                                          "fine_warning",
                                                          "work_set_and_marked",
                                                          "day_six_provision",
                                                          "meeting_will_consider",
                                                          "right_to_attend",
                                                          "right_to_be_represented",
                                                          "right_to_bring_a_friend",
                                                          "remote_meeting_request",
                                                          "when_the_board_meets",
                                                          "plain_language",
                                                          "translation",
                                                          "statutory_guidance",
                                                          "advice_sources"};
};
template <>
struct Codes<GivenBy> {
    static constexpr std::array<std::string_view, 5> all{"handed_over", "left_at_address", "post",
                                                         "email", "other"};
};
template <>
struct Codes<Before> {
    static constexpr std::array<std::string_view, 4> all{"pupils_account_taken",
                                                         "contributing_factors_considered",
                                                         "plan_review_held", "pep_review_held"};
};
template <>
struct Codes<Contact> {
    static constexpr std::array<std::string_view, 2> all{"virtual_school_head", "local_authority"};
};
template <>
struct Codes<Invited> {
    static constexpr std::array<std::string_view, 6> all{
        "parent",          "head_teacher",  "representative_or_friend",
        "local_authority", "social_worker", "virtual_school_head"};
};
template <>
struct Codes<Considered> {
    static constexpr std::array<std::string_view, 9> all{"interests_of_the_pupil",
                                                         "circumstances_of_the_exclusion",
                                                         "interests_of_others",
                                                         "parents_representations",
                                                         "heads_representations",
                                                         "local_authoritys_representations",
                                                         "social_workers_representations",
                                                         "virtual_school_heads_representations",
                                                         "balance_of_probabilities"};
};
template <>
struct Codes<Refused> {
    static constexpr std::array<std::string_view, 4> all{"representative", "friend", "sen_expert",
                                                         "remote_meeting"};
};
template <>
struct Codes<RefusalReason> {
    static constexpr std::array<std::string_view, 6> all{"none_given",
                                                         "not_everyone_can_take_part",
                                                         "not_fair_and_transparent",
                                                         "outside_time_limit",
                                                         "judged_lawful",
                                                         "other"};
};
template <>
struct Codes<DecisionRecipient> {
    static constexpr std::array<std::string_view, 7> all{
        "parent",        "head_teacher",       "board", "local_authority", "home_local_authority",
        "social_worker", "virtual_school_head"};
};
template <>
struct Codes<DecisionItem> {
    static constexpr std::array<std::string_view, 12> all{"in_writing",
                                                          "reasons",
                                                          "right_to_a_review",
                                                          "last_day_to_apply",
                                                          "where_to_apply",
                                                          "grounds_say_how_sen_matters",
                                                          "right_to_a_sen_expert",
                                                          "what_the_expert_does",
                                                          "no_cost_to_the_family",
                                                          "right_to_representative_and_friend",
                                                          "remote_review_request",
                                                          "discrimination_claim"};
};
template <>
struct Codes<BoardOutcome> {
    static constexpr std::array<std::string_view, 4> all{"shortened", "lengthened",
                                                         "reinstated_with_conditions", "none"};
};
template <>
struct Codes<Arranger> {
    static constexpr std::array<std::string_view, 3> all{"local_authority", "academy_trust",
                                                         "school"};
};
template <>
struct Codes<ApplicationAnswer> {
    static constexpr std::array<std::string_view, 2> all{"refused", "accepted"};
};
template <>
struct Codes<PanelRole> {
    static constexpr std::array<std::string_view, 3> all{"lay", "governor", "head_teacher"};
};
template <>
struct Codes<PanelOutcome> {
    static constexpr std::array<std::string_view, 3> all{"reinstated", "changed_the_length",
                                                         "none"};
};
template <>
struct Codes<QuashGround> {
    static constexpr std::array<std::string_view, 6> all{"illegal",
                                                         "irrational",
                                                         "procedurally_improper",
                                                         "new_evidence_the_board_should_have_had",
                                                         "new_evidence",
                                                         "disagreed"};
};
template <>
struct Codes<Claimant> {
    static constexpr std::array<std::string_view, 2> all{"parent", "young_person"};
};
template <>
struct Codes<Characteristic> {
    static constexpr std::array<std::string_view, 6> all{"race",
                                                         "religion_or_belief",
                                                         "sex",
                                                         "sexual_orientation",
                                                         "gender_reassignment",
                                                         "pregnancy_or_maternity"};
};

/// The code of a point, as in `advice_sources`.
template <class Point>
constexpr std::string_view code(Point point)
{
    return Codes<Point>::all[static_cast<std::size_t>(point)];
}

/// The point with this code; nothing where there is none.
template <class Point>
constexpr std::optional<Point> point_of(std::string_view code)
{
    for (std::size_t i = 0; i < Codes<Point>::all.size(); ++i)
        if (Codes<Point>::all[i] == code) return static_cast<Point>(i);
    return std::nullopt;
}

/// What a code means, to stand in a sentence after "about" or in a list: "where to find free
/// advice". A code without words of its own is given with spaces.
std::string words_for_code(std::string_view code);

/// Several codes as words: "the period, the reasons and where to find free advice".
std::string words_for_codes(std::span<const std::string> codes);

} // namespace onroll::law
