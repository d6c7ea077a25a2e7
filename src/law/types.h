// The facts of one pupil's history that the law engine reads, and the answers it gives.
// Shapes follow docs/reference/law-evaluate.md; every date is a calendar date; counts are half
// school days unless named. Pure values: no clock, no database.
#pragma once

#include "kernel/school_calendar.h"
#include "law/provisions.h"
#include "law/types_circumstances.h"
#include "law/types_movements.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::law {

enum class SchoolType { maintained, academy, ap_academy, pru };

/// The excluding school as the law sees it.
struct School {
    std::string key; ///< how the history names it
    SchoolType type = SchoolType::maintained;
    int la = 0; ///< three-digit code of the authority in whose area it lies
    SchoolCalendar calendar;
};

struct Pupil {
    bool compulsory_school_age = true;
    bool age_18_or_over = false;
    bool looked_after = false;
    bool social_worker = false;
    bool disabled = false;
    std::optional<int> home_la;
    bool year11_exams_finished = false;
    PupilCircumstances circumstances;

    /// At 18 nobody is of compulsory school age, whatever else was told.
    bool of_compulsory_school_age() const { return compulsory_school_age && !age_18_or_over; }
};

enum class Kind { suspension, lunchtime, permanent };
enum class Session { am, pm };
enum class DecidedBy { head_teacher, acting_head_teacher, deputy_head_teacher, other };

struct Cancellation {
    Date on{};
    std::optional<Date> returned_on;
    std::string invalid; ///< why the power was not available; empty when nothing says so
    std::optional<bool> everyone_told;   ///< whether those named in HT-12 were told
    std::optional<bool> meeting_offered; ///< whether the parents were offered a meeting
};

struct Exclusion {
    std::string id;
    std::size_t school = 0; ///< index into History::schools
    Kind kind = Kind::suspension;
    Date decided_on{};
    Date board_notified_on{};
    Date first_day{};
    Session first_session = Session::am;
    int sessions = 0;   ///< half days, suspensions only: the length that the notice states
    int lunchtimes = 0; ///< lunchtime suspensions only
    bool length_not_told = false;   ///< nobody said how long it lasts: then both counts are 0
    std::vector<Date> exam_dates;   ///< public examinations or national curriculum tests lost
    bool exam_day_not_told = false; ///< one is lost, and nobody told on which day
    bool excluded_after_afternoon_start = false;
    DecidedBy decided_by = DecidedBy::head_teacher;
    bool new_evidence = false;
    std::optional<Cancellation> cancelled;
    Circumstances circumstances; ///< what else is recorded; each member is optional
};

enum class Method { delivered, first_class_post };

enum class EventType {
    representations,
    board_meeting,
    board_decision_notice,
    irp_application,
    irp_waived,
    irp_decision_notice,
    reconsideration,
    deleted_from_register,
    discrimination_claim,
    discrimination_determined,
};

enum class Outcome {
    none,
    reinstate,
    not_reinstate,
    uphold,
    recommend,
    quash,
    reinstated,
    not_reinstated,
    reinstatement_declined
};

struct Event {
    EventType type = EventType::representations;
    std::size_t exclusion = 0; ///< index into History::exclusions
    Date on{};
    Method method = Method::delivered;
    Outcome outcome = Outcome::none;
};

enum class SeparationBasis { safeguarding, disciplinary };

/// A safeguarding separation (HT-13): not an exclusion.
struct Separation {
    std::string id;
    std::size_t school = 0;
    Date from{};
    std::optional<Date> to;
    SeparationBasis basis = SeparationBasis::safeguarding;
    bool dsl_led = true;
    std::optional<bool> s19_referral; ///< whether the authority was asked to provide education
};

enum class TermTotalScope { pupil, school };

/// Days lost earlier that are known only as totals, from exclusions that the history does not list.
struct EarlierDays {
    Date on{}; ///< a day of the term and school year that the totals belong to
    int term_half_days = 0;
    int year_half_days = 0; ///< the term's included
};

/// Everything known about one pupil. Schools are owned by the caller and outlive the history.
struct History {
    std::string id;
    TermTotalScope term_total_scope = TermTotalScope::pupil;
    bool covid_not_practicable = false;
    std::vector<const School*> schools;
    Pupil pupil;
    std::optional<EarlierDays> earlier_days;
    std::vector<Exclusion> exclusions;
    std::vector<Event> events;
    std::vector<Separation> separations;
    Movements movements;
};

enum class LawVersion : std::uint8_t { lv_2012, lv_2022, lv_2023, lv_2024, lv_2026 };
std::string_view label(LawVersion); ///< `LV-2012`

/// A term of the law: one of the school's own (up to three terms) or one of the three periods that
/// the law cuts.
struct LegalTerm {
    Date from{};
    Date to{};                 ///< included
    const Term* own = nullptr; ///< the school's own term, or nothing for a period
    std::string name() const;  ///< `Autumn 2024`, or `Autumn period 2024`
};

/// What one exclusion brings the pupil to, in half days.
struct Total {
    std::size_t exclusion = 0;
    LegalTerm term;
    int term_half_days = 0;
    int year_half_days = 0;
    bool after_cancellation = false;
    bool at_least = false;      ///< a suspension whose length was not told lies in the school year
    bool term_at_least = false; ///< and counts in the term
};

enum class Actor : std::uint8_t {
    none,
    head_teacher,
    parent,
    pupil,
    governing_board,
    academy_trust,
    management_committee,
    local_authority,
    home_local_authority,
    school_and_local_authority,
    school,
    panel,
    tribunal,
    advice_service,
};
std::string_view name(Actor);

enum class Recipient : std::uint8_t {
    parent = 1,
    pupil = 2,
    local_authority = 4,
    home_local_authority = 8,
    board = 16,
    social_worker = 32,
    virtual_school_head = 64,
};

/// A set of recipients, as bits; `board` prints as the body that the school has.
struct Recipients {
    std::uint8_t bits = 0;
    Recipients& operator+=(Recipient one)
    {
        bits = static_cast<std::uint8_t>(bits | static_cast<std::uint8_t>(one));
        return *this;
    }
    bool has(Recipient one) const { return (bits & static_cast<std::uint8_t>(one)) != 0; }
    bool operator==(const Recipients&) const = default;
};

/// The types of duty. The first group is that of the published vectors; the second appears only for
/// optional facts.
enum class DutyType : std::uint8_t {
    apply_by,
    claim_by,
    consider_before,
    consider_representations_no_reinstatement_power,
    decide_by,
    decide_by_extended,
    delete_from,
    exempt,
    hold_by,
    keep_on_roll_pending_review,
    no_meeting_required,
    none,
    notify,
    notify_termly,
    pay,
    pay_if_not_reinstated_by,
    provide_from,
    provide_from_should,
    public_place_days,
    reconsider_by,
    reinstate,
    s104_notice_by,
    s19_provision,
    set_and_mark_work,
    // Only from optional facts (types_circumstances.h).
    claim_by_extended,
    court_claim_by,
    hear_by_expected,
    review_placement,
    give_notice_by,
    review_by,
    invite_by,
    end_by,
    answer_by,
    allocate_by,
    budget_falls_by,
    budget_gains,
    money_returns,
    report_by,
    decide_whether_to_assess_by,
    answer_request_by,
    refuse_plan_by,
    comment_until,
    final_plan_by,
    appeal_by,
    hold_review_by,
    advice_level,
    send_papers_by,
    meet_free_meal,
    complain_to,
    answer_by_expected,
    need_not_admit_until,
    pupil_premium_follows,
};
std::string_view name(DutyType);

/// Up to five dates, held inline.
struct DateList {
    std::array<Date, 5> dates{};
    std::uint8_t count = 0;
    void add(Date d) { dates[count++] = d; }
    const Date* begin() const { return dates.data(); }
    const Date* end() const { return dates.data() + count; }
    bool empty() const { return count == 0; }
};

/// What a date could not be given for.
enum class Missing : std::uint8_t { nothing, term_dates, return_date, length };

/// One thing that somebody must, should or may do. `exclusion` may also be a separation or a
/// movement: see `subject`.
struct Duty {
    RuleId rule{};
    std::size_t exclusion = 0;
    Actor actor = Actor::none;
    DutyType type = DutyType::none;
    std::optional<Date> date;
    DateList dates;
    Recipients recipients;
    std::optional<Date> consider_before;
    std::optional<Date> notice_given;
    std::optional<Date> application_made;
    std::optional<std::int64_t> amount; ///< pounds for payments; a level for `advice_level`
    std::optional<std::int64_t>
        amount_pence; ///< exact, where money is worked out (FIN-01 to FIN-05)
    Missing missing = Missing::nothing;
    enum class Subject : std::uint8_t {
        exclusion,
        separation,
        movement
    } subject = Subject::exclusion;
};

std::string_view name(Severity);

/// Something missing, late or unlawful that a recorded fact shows. A finding names the fact it
/// used.
struct Finding {
    RuleId rule{};
    std::size_t exclusion = 0;
    Severity severity = Severity::check;
    std::optional<int> year_half_days;
    bool at_least = false; ///< that total may be higher: it holds a length not told
    std::optional<Date> notified, due, held, deleted, made, deadline;
    std::string reason;             ///< a short code, such as `board_meeting_commenced`
    std::vector<std::string> items; ///< what is missing, by code
    Duty::Subject subject = Duty::Subject::exclusion;
};

struct Evaluation {
    std::vector<LawVersion> versions;            ///< one per exclusion
    std::vector<LawVersion> separation_versions; ///< one per separation
    std::vector<Total> totals;
    std::vector<Duty> duties;
    std::vector<Finding> findings;

    void clear()
    {
        versions.clear(), separation_versions.clear(), totals.clear(), duties.clear(),
            findings.clear();
    }
};

} // namespace onroll::law
