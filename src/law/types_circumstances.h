// Facts that a history may carry beyond the basic ones, each optional: nothing recorded draws no
// finding and no duty. The reference for each member, with the rule that reads it, is
// docs/reference/law-evaluate-circumstances.md. Pure values.
#pragma once

#include "kernel/date.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace onroll::law {

/// What was answered, point by point: yes, no, or nothing.
template <class Point>
class YesOrNo {
public:
    void set(Point point, bool yes)
    {
        (yes ? yes_ : no_) |= bit(point);
        (yes ? no_ : yes_) &= ~bit(point);
    }
    bool yes(Point point) const { return (yes_ & bit(point)) != 0; }
    bool no(Point point) const { return (no_ & bit(point)) != 0; }
    bool any_no() const { return no_ != 0; }
    bool operator==(const YesOrNo&) const = default;

private:
    static constexpr std::uint32_t bit(Point point)
    {
        return std::uint32_t{1} << static_cast<unsigned>(point);
    }
    std::uint32_t yes_ = 0;
    std::uint32_t no_ = 0;
};

/// Points that are listed, each once.
template <class Point>
class PointSet {
public:
    void add(Point point) { bits_ |= std::uint32_t{1} << static_cast<unsigned>(point); }
    bool has(Point point) const
    {
        return (bits_ & (std::uint32_t{1} << static_cast<unsigned>(point))) != 0;
    }
    bool empty() const { return bits_ == 0; }
    bool operator==(const PointSet&) const = default;

private:
    std::uint32_t bits_ = 0;
};

struct PupilCircumstances {
    std::optional<bool> ehc_plan;                        ///< EDU-10, FND-28, HT-09
    std::optional<bool> plan_hours_limited_and_provided; ///< EDU-05, second limb
    std::optional<bool> free_school_meals;               ///< HT-07
    std::optional<bool> translation_needed; ///< NT-08: the family needs another language
};

// The names of the points below, as JSON writes them, are in circumstance_codes.h.

enum class StatedReason : std::uint8_t {
    behaviour,
    needs_cannot_be_met,
    attainment,
    parent_conduct,
};

enum class ReturnCondition : std::uint8_t {
    meeting_with_parent,
    signed_agreement,
    apology,
    assessment,
    other,
};

enum class ChangeMade : std::uint8_t { lengthened, turned_permanent };

/// What the family was told that the law does not say.
enum class WrongStatement : std::uint8_t {
    days_45_make_it_permanent,
    suspensions_cannot_be_claimed,
    tribunal_can_award_money,
    claim_stops_the_review_limit,
    panel_can_reinstate,
    expert_needs_recognised_sen,
    too_late_for_the_board_to_decide,
};

/// What the notice to the parents may hold.
enum class LetterItem : std::uint8_t {
    in_writing,
    period,
    return_date,
    reasons,
    right_to_make_representations,
    how_to_make_representations,
    where_to_send_representations,
    pupils_part,
    public_place_days,
    fine_warning,
    work_set_and_marked,
    day_six_provision,
    meeting_will_consider,
    right_to_attend,
    right_to_be_represented,
    right_to_bring_a_friend,
    remote_meeting_request,
    when_the_board_meets,
    plain_language,
    translation,
    statutory_guidance,
    advice_sources,
};

enum class GivenBy : std::uint8_t { handed_over, left_at_address, post, email, other };

/// The notice to the parents (the pupil at 18).
struct Letter {
    std::optional<Date> given_on;
    std::optional<GivenBy> given_by;
    std::optional<bool> email_agreed;
    YesOrNo<LetterItem> items;
};

/// The notice of public-place days under section 104.
struct Section104Notice {
    Date on{};
    bool after_afternoon_session = false; ///< given after the afternoon session of that day ended
};

/// When somebody was told, or that it never happened.
struct Told {
    std::optional<Date> on;
    bool never() const { return !on; }
};

struct ToldAbout {
    std::optional<Told> local_authority;      ///< FND-13
    std::optional<Told> board;                ///< FND-14: only that it never happened
    std::optional<Told> social_worker;        ///< FND-15
    std::optional<Told> virtual_school_head;  ///< FND-15
    std::optional<Told> home_local_authority; ///< NT-07
};

/// Education from the sixth day.
struct DaySix {
    std::optional<bool> provided;
    std::optional<Date> from;
    std::optional<bool> full_time;
    std::optional<bool> suitable;
    std::optional<bool> at_the_school;
    std::optional<bool> shared_facility;
    std::optional<Date> notice_on; ///< further notice of the arrangements
    std::optional<bool> short_notice_agreed;
};

enum class Before : std::uint8_t {
    pupils_account_taken,
    contributing_factors_considered,
    plan_review_held,
    pep_review_held,
};

enum class Contact : std::uint8_t { virtual_school_head, local_authority };

enum class Invited : std::uint8_t {
    parent,
    head_teacher,
    representative_or_friend,
    local_authority,
    social_worker,
    virtual_school_head,
};

enum class Considered : std::uint8_t {
    interests_of_the_pupil,
    circumstances_of_the_exclusion,
    interests_of_others,
    parents_representations,
    heads_representations,
    local_authoritys_representations,
    social_workers_representations,
    virtual_school_heads_representations,
    balance_of_probabilities,
};

enum class Refused : std::uint8_t { representative, friend_, sen_expert, remote_meeting };

enum class RefusalReason : std::uint8_t {
    none_given,
    not_everyone_can_take_part,
    not_fair_and_transparent,
    outside_time_limit,
    judged_lawful,
    other,
};

struct Refusal {
    Refused what{};
    RefusalReason reason = RefusalReason::none_given;
};

enum class DecisionRecipient : std::uint8_t {
    parent,
    head_teacher,
    board,
    local_authority,
    home_local_authority,
    social_worker,
    virtual_school_head,
};

/// What the letter after the board's meeting may hold.
enum class DecisionItem : std::uint8_t {
    in_writing,
    reasons,
    right_to_a_review,
    last_day_to_apply,
    where_to_apply,
    grounds_say_how_sen_matters,
    right_to_a_sen_expert,
    what_the_expert_does,
    no_cost_to_the_family,
    right_to_representative_and_friend,
    remote_review_request,
    discrimination_claim,
};

struct DecisionLetter {
    std::optional<Date> given_on;
    YesOrNo<DecisionRecipient> given_to;
    YesOrNo<DecisionItem> items;
};

enum class BoardOutcome : std::uint8_t { shortened, lengthened, reinstated_with_conditions, none };

struct Board {
    std::optional<Date> meeting_arranged_for;
    std::optional<bool> no_meeting_held; ///< the limit has passed, and there was no meeting
    std::optional<bool> representations_considered;
    YesOrNo<Invited> invited;
    std::optional<bool> parent_asked_for_authority; ///< academies
    std::optional<Date> papers_sent_on;
    std::optional<int> members;
    std::optional<bool> chair_decided_alone;
    std::optional<bool> articles_let_the_chair_decide;
    YesOrNo<Considered> considered;
    std::vector<Refusal> refused;
    std::optional<bool> held_remotely;
    std::optional<bool> remote_requested;
    std::optional<bool> extraordinary_event;
    std::optional<BoardOutcome> other_outcome;
    std::optional<DecisionLetter> decision_letter;
    std::optional<bool> noted_on_record;
    std::optional<bool> patterns_reviewed;
};

enum class Arranger : std::uint8_t { local_authority, academy_trust, school };
enum class ApplicationAnswer : std::uint8_t { refused, accepted };
enum class PanelRole : std::uint8_t { lay, governor, head_teacher };

struct PanelMember {
    PanelRole role{};
    bool chair = false;
    std::optional<bool> qualified; ///< meets what the rules ask of that role
    std::optional<bool> barred;    ///< has a connection that bars
    std::optional<bool> trained;   ///< within two years
};

enum class PanelOutcome : std::uint8_t { reinstated, changed_the_length, none };

enum class QuashGround : std::uint8_t {
    illegal,
    irrational,
    procedurally_improper,
    new_evidence_the_board_should_have_had,
    new_evidence,
    disagreed,
};

struct SenExpert {
    std::optional<bool> requested;
    std::optional<bool> attended;
    std::optional<bool> impartial;
    std::optional<bool> assessed_the_pupil;
    std::optional<bool> charged_to_family;
};

struct Panel {
    std::optional<Arranger> arranged_by;
    std::optional<bool> charged_to_family;
    std::optional<bool> refused_as_took_no_part; ///< because the parents did not go to the board
    std::optional<ApplicationAnswer> application;
    std::optional<bool> waiver_in_writing;
    std::optional<Date> arranged_for;
    std::optional<Date> held_on; ///< first day
    std::vector<PanelMember> members;
    std::optional<bool> clerk_trained;
    std::optional<SenExpert> sen_expert;
    std::optional<Date> papers_sent_on;
    YesOrNo<Invited> invited;
    std::vector<Refusal> refused;
    std::optional<bool> held_remotely;
    std::optional<bool> remote_requested;
    std::optional<bool> extraordinary_event;
    std::optional<PanelOutcome> other_outcome;
    std::optional<QuashGround> quash_ground;
    std::optional<int> payment_ordered; ///< pounds
    std::optional<DecisionLetter> decision_letter;
    std::optional<bool> family_unhappy_with_review;
};

struct ReconsiderationRecord {
    YesOrNo<DecisionRecipient> given_to;
    std::optional<bool> reasons_given;
};

enum class Claimant : std::uint8_t { parent, young_person };

struct TribunalRecord {
    std::optional<Date> conduct_ended_on;
    std::optional<Date> conciliation_referred_on;
    std::optional<Date> claimed_on;
    std::optional<Claimant> claimed_by;
};

enum class Characteristic : std::uint8_t {
    race,
    religion_or_belief,
    sex,
    sexual_orientation,
    gender_reassignment,
    pregnancy_or_maternity,
};

/// About one exclusion.
struct Circumstances {
    // The power: HT, FND-03 to 07, 09, 26 to 28, 35.
    PointSet<StatedReason> reasons;
    std::optional<bool> disciplinary_grounds;
    std::optional<bool> serious_or_persistent_breach;
    std::optional<bool> serious_harm_if_stays;
    std::optional<bool> no_end_date;
    std::optional<ChangeMade> changed_without_new_decision;
    std::optional<ReturnCondition> return_condition;
    YesOrNo<Before> before_deciding;
    YesOrNo<Contact> prior_contact;
    std::optional<bool> approach_reviewed;
    std::optional<bool> conduct_off_site;
    std::optional<bool> policy_covers_off_site;
    std::optional<bool> counted;
    std::optional<bool> free_meal_provided;
    std::optional<bool> behaviour_arose_from_disability;
    std::optional<bool> reasonable_adjustments_recorded;
    PointSet<WrongStatement> wrongly_told;
    std::optional<bool> readmitted_after_cancellation;
    std::optional<bool> cancellation_reported_to_board;

    // Notices: NT, FND-11 to 15.
    std::optional<Letter> letter;
    std::optional<Section104Notice> s104_notice;
    ToldAbout told;
    std::optional<bool> pupil_told;
    std::optional<bool> pupil_helped_to_take_part;
    std::optional<bool> termly_report_made;

    // Education and the register: EDU, REG-03, FND-18.
    std::optional<bool> work_set_and_marked;
    std::optional<DaySix> day_six;
    std::optional<bool> provision_from_day_one;
    std::optional<Date> penalty_notice_for; ///< the day in a public place that it is about
    std::optional<bool> reintegration_meeting_offered;
    std::optional<bool> plan_provision_continued;
    std::optional<Date> place_filled_on;

    std::optional<Board> board;                           ///< GB, FND-17, FND-38
    std::optional<Panel> panel;                           ///< IRP, FND-36 to 38
    std::optional<ReconsiderationRecord> reconsideration; ///< IRP-13
    std::optional<TribunalRecord> tribunal;               ///< TRB
    PointSet<Characteristic> discrimination_alleged;      ///< TRB-06
};

} // namespace onroll::law
