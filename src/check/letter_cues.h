// What a letter says, as patterns of words: for each thing that a letter must or should tell the
// family, and for each thing that schools wrongly write. How they are matched is told in
// docs/explanation/how-a-letter-is-read.md. Data alone.
#pragma once

#include "law/provisions.h"
#include "law/types_circumstances.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace onroll::check {

/// Whether the pattern settles it, or only hints.
enum class Strength : std::uint8_t { hint, sure };
/// Where all of its words must stand: in one sentence, or in two that follow each other.
enum class Reach : std::uint8_t { sentence, two_sentences };

/// Groups of words, all of which must be met, none of `without`. Groups are parted by ";", the
/// words of a group by "|". A word may be several ("in writing"), may end in "*" for any ending,
/// or be a kind: #number #date #email #phone #postcode #address #child.
struct LetterCue {
    law::LetterItem item{};
    Strength strength = Strength::sure;
    std::string_view with;
    std::string_view without;
    Reach reach = Reach::sentence;
};
std::span<const LetterCue> letter_cues();

/// What is wrong with a sentence.
enum class WrongWords : std::uint8_t {
    no_way_to_disagree,
    cooling_off,
    home_education_asked,
    until_a_condition,
    no_end,
    needs_cannot_be_met,
    made_longer,
    not_the_head,
    days_45_make_it_permanent,
    at_most_15_days_in_a_term,
    council_told_only_over_five,
    board_meets_from_the_sixth_day,
    board_has_longer,
    review_days,
    teaching_later_than_day_six,
    no_work,
    all_days_out_of_public_places,
    panel_can_reinstate,
    suspensions_cannot_be_claimed,
    tribunal_can_award_money,
    claim_stops_the_review_limit,
    expert_needs_recognised_sen,
    too_late_for_the_board,
    family_kept_from_the_meeting,
    off_the_roll_now,
    move_or_be_excluded,
    off_site_review_every_30_days,
    part_time_always_unlawful,
};
/// `cooling_off`: the name in texts and tests.
std::string_view name(WrongWords wrong);

/// All of them, in the order above.
std::vector<WrongWords> all_wrong_words();

struct WrongCue {
    WrongWords wrong{};
    law::RuleId rule{}; ///< what the law says instead
    std::string_view with;
    std::string_view without;
};
std::span<const WrongCue> wrong_cues();

} // namespace onroll::check
