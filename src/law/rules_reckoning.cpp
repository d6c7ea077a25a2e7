#include "law/rules_reckoning.h"

#include "kernel/bank_holidays.h"
#include "kernel/ensure.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace onroll::law {

HalfDays HalfDays::of(const Exclusion& exclusion, const SchoolCalendar& calendar)
{
    HalfDays days;
    days.calendar_ = &calendar;
    days.first_ = calendar.counted_from(exclusion.first_day, SchoolDays{1});
    days.first_session_ = exclusion.first_session;
    days.lunchtimes_ = exclusion.kind == Kind::lunchtime;
    days.endless_ = exclusion.kind == Kind::permanent;
    days.count_ = days.endless_      ? std::numeric_limits<int>::max()
                  : days.lunchtimes_ ? exclusion.lunchtimes
                                     : exclusion.sessions;
    return days;
}

HalfDays HalfDays::served(const Exclusion& exclusion, const SchoolCalendar& calendar,
                          std::optional<Date> returned_on)
{
    auto days = of(exclusion, calendar);
    if (!returned_on) return days;
    // The way back says how long one lasted whose length nobody told.
    if (exclusion.length_not_told) days.count_ = std::numeric_limits<int>::max();
    days.count_ = days.before(*returned_on);
    days.endless_ = false;
    return days;
}

HalfDays HalfDays::at_the_least(const Exclusion& exclusion, const SchoolCalendar& calendar)
{
    auto days = of(exclusion, calendar);
    if (exclusion.length_not_told) days.count_ = 1;
    return days;
}

int HalfDays::before(Date day) const
{
    if (!first_ || day <= *first_) return 0;
    const int whole_days = calendar_->between(*first_, day).count;
    const int half_days =
        lunchtimes_ ? whole_days
                    : 2 * whole_days - (first_session_ == Session::pm && whole_days > 0 ? 1 : 0);
    return std::min(half_days, count_);
}

std::optional<Date> HalfDays::last_day() const
{
    if (!first_ || endless_ || count_ == 0) return std::nullopt;
    const int days = lunchtimes_                     ? count_
                     : first_session_ == Session::pm ? 1 + count_ / 2
                                                     : (count_ + 1) / 2;
    return calendar_->counted_from(*first_, SchoolDays{days});
}

std::optional<LawVersion> law_version_of(Date decided_on)
{
    if (decided_on < date(2012, 9, 1)) return std::nullopt;
    if (decided_on < date(2022, 9, 1)) return LawVersion::lv_2012;
    if (decided_on < date(2023, 9, 1)) return LawVersion::lv_2022;
    if (decided_on < date(2024, 8, 19)) return LawVersion::lv_2023;
    if (decided_on < date(2026, 7, 26)) return LawVersion::lv_2024;
    return LawVersion::lv_2026;
}

std::optional<LegalTerm> legal_term(const SchoolCalendar& calendar, Date day)
{
    if (calendar.system() == TermSystem::three) {
        const auto* own = calendar.term_on(day);
        if (!own) return std::nullopt;
        return LegalTerm{own->start, own->end, own};
    }
    const int year = year_of(day);
    const auto easter_monday = easter_sunday(year) + Days{1};
    if (month_of(day) >= 8) return LegalTerm{date(year, 8, 1), date(year, 12, 31), nullptr};
    if (day <= easter_monday) return LegalTerm{date(year, 1, 1), easter_monday, nullptr};
    return LegalTerm{easter_monday + Days{1}, date(year, 7, 31), nullptr};
}

std::string LegalTerm::name() const
{
    if (own) return own->name;
    const char* period = month_of(from) == 8 ? "Autumn" : month_of(from) == 1 ? "Spring" : "Summer";
    return std::string(period) + " period " + std::to_string(year_of(from));
}

SchoolYear school_year(Date day)
{
    const int year = month_of(day) >= 8 ? year_of(day) : year_of(day) - 1;
    return {date(year, 8, 1), date(year + 1, 7, 31)};
}

const Event* Reckoning::event(EventType type) const
{
    for (const auto& one : history->events)
        if (one.exclusion == index && one.type == type) return &one;
    return nullptr;
}

namespace reckoning_detail {

/// Half days of earlier exclusions that fall in a range, each as served.
int earlier_half_days(const std::vector<Reckoning>& reckonings,
                      std::span<const std::size_t> earlier, Date from, Date to,
                      const School* only_at)
{
    int sum = 0;
    for (const auto i : earlier) {
        const auto& one = reckonings[i];
        if (one.permanent() && !one.cancelled) continue;
        if (only_at && one.school != only_at) continue;
        const auto lost = one.length_not_told() && !one.cancelled
                              ? HalfDays::at_the_least(*one.exclusion, one.calendar())
                              : one.served;
        sum += lost.within(from, to);
    }
    return sum;
}

/// Half days known only as totals, where the day they are told for lies in the range. Source:
/// DEF-08.
int known_as_total(const History& history, Date from, Date to, int EarlierDays::*half_days)
{
    const auto& earlier = history.earlier_days;
    return earlier && from <= earlier->on && earlier->on <= to ? (*earlier).*half_days : 0;
}

/// Whether a suspension of these whose length nobody told counts in the range, so that a total may
/// be higher.
bool one_is_not_told(const std::vector<Reckoning>& reckonings, std::span<const std::size_t> earlier,
                     Date from, Date to, const School* only_at)
{
    return std::any_of(earlier.begin(), earlier.end(), [&](std::size_t i) {
        const auto& one = reckonings[i];
        if (!one.length_not_told() || one.cancelled) return false;
        if (only_at && one.school != only_at) return false;
        return HalfDays::at_the_least(*one.exclusion, one.calendar()).within(from, to) > 0;
    });
}

/// Adds a row for each term that `days` touch and reports the highest totals.
void add_totals(const Reckoning& one, const HalfDays& days,
                const std::vector<Reckoning>& reckonings, std::span<const std::size_t> earlier,
                bool after_cancellation, std::vector<Total>& totals, int& term_most, int& year_most)
{
    const auto first = days.first_day();
    if (!first) return;
    const auto& calendar = one.calendar();
    const auto* only_at =
        one.history->term_total_scope == TermTotalScope::school ? one.school : nullptr;
    int left = days.count();
    for (auto day = first; day;) {
        const auto term = legal_term(calendar, *day);
        if (!term) break;
        const auto next = calendar.after(term->to, SchoolDays{1});
        int here = days.within(term->from, term->to);
        if (here < left && !next)
            here = left; // The calendar ends first: the length stated in the notice still counts.
        left -= here;
        const auto year = school_year(*day);
        const bool runs_into_next_year = left > 0 && next && *next > year.to;
        const int of_year = days.within(year.from, year.to) + (left > 0 && !next ? left : 0);
        const int in_year =
            runs_into_next_year || days.first_day() < year.from ? of_year : days.count();
        const bool itself = one.length_not_told() && !after_cancellation;
        Total total{one.index,
                    *term,
                    here + earlier_half_days(reckonings, earlier, term->from, term->to, only_at),
                    in_year + earlier_half_days(reckonings, earlier, year.from, year.to, nullptr),
                    after_cancellation,
                    itself || one_is_not_told(reckonings, earlier, year.from, year.to, nullptr),
                    itself || one_is_not_told(reckonings, earlier, term->from, term->to, only_at)};
        total.term_half_days +=
            known_as_total(*one.history, term->from, term->to, &EarlierDays::term_half_days);
        total.year_half_days +=
            known_as_total(*one.history, year.from, year.to, &EarlierDays::year_half_days);
        term_most = std::max(term_most, total.term_half_days);
        year_most = std::max(year_most, total.year_half_days);
        totals.push_back(total);
        if (left <= 0) break;
        day = next;
    }
}

/// Why a cancellation had no force. Source: HT-11 (regulations 8A and 17A and the academy
/// equivalent, from 1 September 2023).
std::string_view bar_to_cancelling(const Reckoning& one, int year_half_days_at_return)
{
    const auto& cancellation = *one.exclusion->cancelled;
    if (!cancellation.invalid.empty()) return cancellation.invalid;
    if (one.version < LawVersion::lv_2022) return "no_power_before_2022";
    if (one.version < LawVersion::lv_2023) return {};
    if (year_half_days_at_return > 90) return "over_45_days";
    const auto* meeting = one.event(EventType::board_meeting);
    if (one.goes_to_board() && meeting && meeting->on < cancellation.on)
        return "board_meeting_commenced";
    return {};
}

void apply_cancellation(Reckoning& one, const std::vector<Reckoning>& reckonings,
                        std::span<const std::size_t> earlier, std::vector<Total>& totals)
{
    const auto& cancellation = *one.exclusion->cancelled;
    const auto missed = HalfDays::served(*one.exclusion, one.calendar(),
                                         cancellation.returned_on.value_or(cancellation.on));
    std::vector<Total> rows;
    int term_most = 0, year_most = 0;
    add_totals(one, missed, reckonings, earlier, true, rows, term_most, year_most);
    one.cancellation_bar = bar_to_cancelling(one, year_most);
    if (!one.cancellation_bar.empty()) return;
    one.cancelled = true;
    one.served = missed;
    totals.insert(totals.end(), rows.begin(), rows.end());
}

} // namespace reckoning_detail

void reckon(const History& history, std::vector<Reckoning>& reckonings,
            std::vector<std::size_t>& order, std::vector<Total>& totals)
{
    const auto count = history.exclusions.size();
    reckonings.assign(count, Reckoning{});
    order.resize(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t i) {
        return std::pair(history.exclusions[i].decided_on, history.exclusions[i].first_day);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });

    for (std::size_t position = 0; position < count; ++position) {
        const auto index = order[position];
        const std::span<const std::size_t> earlier(order.data(), position);
        auto& one = reckonings[index];
        one.history = &history;
        one.index = index;
        one.exclusion = &history.exclusions[index];
        one.school = history.schools[one.exclusion->school];
        const auto version = law_version_of(one.exclusion->decided_on);
        ensure(version.has_value(),
               "decisions before September 2012 are refused when a history is read");
        one.version = *version;
        one.half_days = one.served = HalfDays::of(*one.exclusion, one.calendar());
        one.exam_lost = one.exclusion->exam_day_not_told || !one.exclusion->exam_dates.empty();
        if (!one.exclusion->exam_dates.empty())
            one.first_exam = *std::min_element(one.exclusion->exam_dates.begin(),
                                               one.exclusion->exam_dates.end());
        one.represented = one.event(EventType::representations) != nullptr;
        const auto first_row = static_cast<std::ptrdiff_t>(totals.size());
        if (!one.permanent())
            reckoning_detail::add_totals(
                one, HalfDays::at_the_least(*one.exclusion, one.calendar()), reckonings, earlier,
                false, totals, one.term_half_days, one.year_half_days);
        one.total_is_open = one.year_total_is_open = one.length_not_told();
        std::for_each(totals.begin() + first_row, totals.end(), [&](const Total& total) {
            one.total_is_open = one.total_is_open || total.term_at_least;
            one.year_total_is_open = one.year_total_is_open || total.at_least;
        });
        if (one.exclusion->cancelled)
            reckoning_detail::apply_cancellation(one, reckonings, earlier, totals);
    }
}

Actor board_of(const School& school)
{
    switch (school.type) {
    case SchoolType::maintained:
        return Actor::governing_board;
    case SchoolType::academy:
    case SchoolType::ap_academy:
        return Actor::academy_trust;
    case SchoolType::pru:
        return Actor::management_committee;
    }
    return Actor::none;
}

Actor relevant_person(const Pupil& pupil)
{
    return pupil.age_18_or_over ? Actor::pupil : Actor::parent;
}

Date deemed_given(Date sent, Method method)
{
    return method == Method::delivered ? sent : working_day_after(sent, 2);
}

} // namespace onroll::law
