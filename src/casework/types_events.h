// What happened to a child: suspension, permanent exclusion, the informal kinds, moves. An event is
// a kind and facts, each told on its day; later facts change its state and nothing is taken away.
// Pure. capabilities.md N37, N38; exclusion-law.md section 11.
#pragma once

#include "casework/types_case.h"

#include "access/types.h"
#include "kernel/date.h"
#include "kernel/random_id.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

using EventId = RandomId<struct EventTag>;

/// The codes of what happened. Those from sent_home to wrong_code are informal exclusions (N37).
enum class EventKind : std::uint8_t {
    suspension,
    lunchtime_suspension,
    permanent_exclusion,
    sent_home,
    sent_home_lunch,
    cool_off,
    collected_early,
    kept_away,
    left_out,
    isolation,
    study_leave,
    part_time_timetable,
    wrong_code,
    safeguarding_separation,
    off_site_direction,
    managed_move,
    home_education,
    off_roll,
};

/// What may be known of an event. The name in the store and in forms is key_of(Fact).
enum class Fact : std::uint8_t {
    school,
    school_name,
    decided_on,
    happened_on,
    first_half,
    at_time,
    days,
    lunchtimes,
    reasons,
    because,
    agreed,
    what_was_said,
    exam_on,
    exam_day_not_told,
    disabled,
    ehc_plan,
    looked_after,
    social_worker,
    age_18,
    letter,
    letter_on,
    letter_says,
    account_taken,
    told_wrongly,
    work_set,
    day_six,
    wrote_to_board_on,
    board_told_on,
    board_met_on,
    board_attended,
    board_outcome,
    board_letter_on,
    board_letter_by_post,
    review_asked_on,
    review_waived_on,
    panel_letter_on,
    panel_outcome,
    reconsidered_on,
    reconsidered_outcome,
    claim_on,
    cancelled_on,
    returned_on,
    back_to_school_on,
    back_attended,
    back_agreed,
    off_roll_on,
    left_out_of,
    went_home,
    register_code,
    at_home,
    after_incident,
    ends_on,
    no_end,
    written,
    review_planned_on,
    still_running_on,
    parent_agreed,
    threatened,
    trial,
    both_schools_agreed,
    notice_on,
    suggested_by,
    pressed,
    met_first,
    reason_given,
    reversed_on,
    ground,
    decided_by,
    return_condition,
    changed_to,
    from_disability,
    adjustments,
    council_asked_first,
    virtual_head_asked_first,
    lunchtimes_counted,
    council_told,
    council_told_on,
    board_told,
    social_worker_told,
    social_worker_told_on,
    virtual_head_told,
    virtual_head_told_on,
    public_days_on,
    board_no_meeting,
    board_refused,
    board_refusal_reason,
    panel_application,
    panel_met_on,
    panel_refused,
    panel_refusal_reason,
    everyone_told,
    meeting_offered,
    readmitted,
    asked_by,
    year_group,
    exams_from,
    exams_until,
    as_discipline,
    led_by_safeguarding,
    council_asked,
    recorded_in_error,
};

/// The facts as they stand. Days are ISO, yes and no are `yes` and `no`, a choice is its key, ticks
/// are keys with a space between, a number is digits; absent where not known.
class Facts {
public:
    /// Empty where not known.
    std::string_view text(Fact fact) const;
    bool known(Fact fact) const { return values_.contains(fact); }
    std::optional<Date> day(Fact fact) const;
    std::optional<bool> yes(Fact fact) const;
    std::optional<int> number(Fact fact) const;
    /// Half days of a length such as `2.5`.
    std::optional<int> half_days(Fact fact) const;
    bool is(Fact fact, std::string_view choice) const { return text(fact) == choice; }
    bool ticked(Fact fact, std::string_view key) const;
    /// An empty value makes it not known.
    void set(Fact fact, std::string value);
    const std::map<Fact, std::string>& all() const { return values_; }
    bool operator==(const Facts&) const = default;

private:
    std::map<Fact, std::string> values_;
};

struct Event {
    EventId id;
    CaseId case_id;
    EventKind kind = EventKind::suspension;
    std::chrono::sys_time<std::chrono::milliseconds> added_at{};
    access::UserId added_by;
    std::int64_t version = 1; ///< raised by each telling
    Facts facts;

    /// The day it is known by: when it happened, or was decided.
    std::optional<Date> on() const;
    bool operator==(const Event&) const = default;
};

/// One fact as it was told.
struct FactTold {
    std::int64_t version = 1;
    Fact fact{};
    std::string value; ///< empty: not known any more
    std::chrono::sys_time<std::chrono::milliseconds> told_at{};
    access::UserId told_by;
};

std::string_view key_of(EventKind kind);
std::optional<EventKind> event_kind_named(std::string_view key);
/// "Sent home to cool off".
std::string_view in_words(EventKind kind);
const std::vector<EventKind>& all_event_kinds();
/// A suspension, a lunchtime suspension or a permanent exclusion.
bool is_exclusion(EventKind kind);
/// One of the codes of an informal exclusion (N37): out of school or class without a suspension.
bool is_informal(EventKind kind);

std::string_view key_of(Fact fact);
std::optional<Fact> fact_named(std::string_view key);

} // namespace onroll::casework
