#include "casework/types_events.h"

#include <array>
#include <charconv>
#include <utility>

namespace onroll::casework {
namespace types_events_detail {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> event_kind_words{
    {{"suspension", "Suspension"},
     {"lunchtime_suspension", "Lunchtime suspension"},
     {"permanent_exclusion", "Permanent exclusion"},
     {"sent_home", "Sent home"},
     {"sent_home_lunch", "Sent home at lunchtime"},
     {"cool_off", "Sent home to cool off"},
     {"collected_early", "Parent asked to collect early"},
     {"kept_away", "Told to stay at home"},
     {"left_out", "Left out of a trip, club or part of the day"},
     {"isolation", "Kept apart in school"},
     {"study_leave", "Told to stay away on study leave"},
     {"part_time_timetable", "Part-time timetable"},
     {"wrong_code", "Wrong code in the register"},
     {"safeguarding_separation", "Kept out of school to keep others safe"},
     {"off_site_direction", "Sent to another site"},
     {"managed_move", "Managed move"},
     {"home_education", "Asked to home educate"},
     {"off_roll", "Taken off the school’s roll"}}};

constexpr std::array fact_names{"school"sv,
                                "school_name"sv,
                                "decided_on"sv,
                                "happened_on"sv,
                                "first_half"sv,
                                "at_time"sv,
                                "days"sv,
                                "lunchtimes"sv,
                                "reasons"sv,
                                "because"sv,
                                "agreed"sv,
                                "what_was_said"sv,
                                "exam_on"sv,
                                "exam_day_not_told"sv,
                                "disabled"sv,
                                "ehc_plan"sv,
                                "looked_after"sv,
                                "social_worker"sv,
                                "age_18"sv,
                                "letter"sv,
                                "letter_on"sv,
                                "letter_says"sv,
                                "account_taken"sv,
                                "told_wrongly"sv,
                                "work_set"sv,
                                "day_six"sv,
                                "wrote_to_board_on"sv,
                                "board_told_on"sv,
                                "board_met_on"sv,
                                "board_attended"sv,
                                "board_outcome"sv,
                                "board_letter_on"sv,
                                "board_letter_by_post"sv,
                                "review_asked_on"sv,
                                "review_waived_on"sv,
                                "panel_letter_on"sv,
                                "panel_outcome"sv,
                                "reconsidered_on"sv,
                                "reconsidered_outcome"sv,
                                "claim_on"sv,
                                "cancelled_on"sv,
                                "returned_on"sv,
                                "back_to_school_on"sv,
                                "back_attended"sv,
                                "back_agreed"sv,
                                "off_roll_on"sv,
                                "left_out_of"sv,
                                "went_home"sv,
                                "register_code"sv,
                                "at_home"sv,
                                "after_incident"sv,
                                "ends_on"sv,
                                "no_end"sv,
                                "written"sv,
                                "review_planned_on"sv,
                                "still_running_on"sv,
                                "parent_agreed"sv,
                                "threatened"sv,
                                "trial"sv,
                                "both_schools_agreed"sv,
                                "notice_on"sv,
                                "suggested_by"sv,
                                "pressed"sv,
                                "met_first"sv,
                                "reason_given"sv,
                                "reversed_on"sv,
                                "ground"sv,
                                "decided_by"sv,
                                "return_condition"sv,
                                "changed_to"sv,
                                "from_disability"sv,
                                "adjustments"sv,
                                "council_asked_first"sv,
                                "virtual_head_asked_first"sv,
                                "lunchtimes_counted"sv,
                                "council_told"sv,
                                "council_told_on"sv,
                                "board_told"sv,
                                "social_worker_told"sv,
                                "social_worker_told_on"sv,
                                "virtual_head_told"sv,
                                "virtual_head_told_on"sv,
                                "public_days_on"sv,
                                "board_no_meeting"sv,
                                "board_refused"sv,
                                "board_refusal_reason"sv,
                                "panel_application"sv,
                                "panel_met_on"sv,
                                "panel_refused"sv,
                                "panel_refusal_reason"sv,
                                "everyone_told"sv,
                                "meeting_offered"sv,
                                "readmitted"sv,
                                "asked_by"sv,
                                "year_group"sv,
                                "exams_from"sv,
                                "exams_until"sv,
                                "as_discipline"sv,
                                "led_by_safeguarding"sv,
                                "council_asked"sv,
                                "recorded_in_error"sv};
static_assert(fact_names.size() == static_cast<std::size_t>(Fact::recorded_in_error) + 1);

} // namespace types_events_detail
using namespace types_events_detail;

std::string_view Facts::text(Fact fact) const
{
    const auto found = values_.find(fact);
    return found == values_.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<Date> Facts::day(Fact fact) const
{
    const auto day = parse_date(text(fact));
    return day ? std::optional(*day) : std::nullopt;
}

std::optional<bool> Facts::yes(Fact fact) const
{
    if (is(fact, "yes")) return true;
    if (is(fact, "no")) return false;
    return std::nullopt;
}

std::optional<int> Facts::number(Fact fact) const
{
    const auto digits = text(fact);
    int number = 0;
    const auto end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (digits.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return number;
}

std::optional<int> Facts::half_days(Fact fact) const
{
    const auto length = text(fact);
    const auto point = length.find('.');
    Facts whole;
    whole.set(fact, std::string(length.substr(0, point)));
    auto days = whole.number(fact);
    if (!days && point == 0) days = 0;
    if (!days) return std::nullopt;
    if (point == std::string_view::npos || length.substr(point) == ".0") return *days * 2;
    return length.substr(point) == ".5" ? std::optional(*days * 2 + 1) : std::nullopt;
}

bool Facts::ticked(Fact fact, std::string_view key) const
{
    const auto ticks = text(fact);
    for (std::size_t from = 0; from <= ticks.size();) {
        const auto to = std::min(ticks.find(' ', from), ticks.size());
        if (ticks.substr(from, to - from) == key) return !key.empty();
        from = to + 1;
    }
    return false;
}

void Facts::set(Fact fact, std::string value)
{
    if (value.empty())
        values_.erase(fact);
    else
        values_[fact] = std::move(value);
}

std::optional<Date> Event::on() const
{
    if (const auto day = facts.day(Fact::happened_on)) return day;
    return facts.day(Fact::decided_on);
}

std::string_view key_of(EventKind kind)
{
    return event_kind_words[static_cast<std::size_t>(kind)].first;
}

std::optional<EventKind> event_kind_named(std::string_view key)
{
    for (const auto kind : all_event_kinds())
        if (key_of(kind) == key) return kind;
    return std::nullopt;
}

std::string_view in_words(EventKind kind)
{
    return event_kind_words[static_cast<std::size_t>(kind)].second;
}

const std::vector<EventKind>& all_event_kinds()
{
    static const auto all = [] {
        std::vector<EventKind> list;
        for (std::size_t i = 0; i < event_kind_words.size(); ++i)
            list.push_back(static_cast<EventKind>(i));
        return list;
    }();
    return all;
}

bool is_exclusion(EventKind kind)
{
    return kind <= EventKind::permanent_exclusion;
}

bool is_informal(EventKind kind)
{
    return kind >= EventKind::sent_home && kind <= EventKind::wrong_code;
}

std::string_view key_of(Fact fact)
{
    return fact_names[static_cast<std::size_t>(fact)];
}

std::optional<Fact> fact_named(std::string_view key)
{
    for (std::size_t i = 0; i < fact_names.size(); ++i)
        if (fact_names[i] == key) return static_cast<Fact>(i);
    return std::nullopt;
}

} // namespace onroll::casework
