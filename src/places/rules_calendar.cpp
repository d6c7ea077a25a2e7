#include "places/rules_calendar.h"

#include "kernel/bank_holidays.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace onroll::places {

namespace rules_calendar_detail {

struct Period {
    Date start{};
    Date end{};
};

long shared_days(const Period& a, const Period& b)
{
    return std::max(
        0L, static_cast<long>((std::min(a.end, b.end) - std::max(a.start, b.start)).count()) + 1);
}

Period period_of(const Term& term)
{
    return {term.start, term.end};
}
Period period_of(const StatedClosure& closure)
{
    return {closure.start, closure.end};
}

template <class T>
void sort_by_start(std::vector<T>& periods)
{
    std::stable_sort(periods.begin(), periods.end(),
                     [](const T& a, const T& b) { return a.start < b.start; });
}

/// Takes `day` out of every closure, which may part one in two.
void open_day(std::vector<StatedClosure>& closures, Date day)
{
    std::vector<StatedClosure> kept;
    for (const auto& closure : closures) {
        if (day < closure.start || day > closure.end) {
            kept.push_back(closure);
            continue;
        }
        auto before = closure, after = closure;
        before.end = day - Days{1};
        after.start = day + Days{1};
        if (before.start <= before.end) kept.push_back(before);
        if (after.start <= after.end) kept.push_back(after);
    }
    closures = std::move(kept);
}

Term* most_shared(std::vector<Term>& terms, const Term& moved)
{
    Term* best = nullptr;
    for (auto& term : terms) {
        const auto shared = shared_days(period_of(term), period_of(moved));
        if (shared > 0 && (!best || shared > shared_days(period_of(*best), period_of(moved))))
            best = &term;
    }
    return best;
}

std::string lower(std::string_view text)
{
    std::string kept(text);
    for (auto& c : kept) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return kept;
}

bool parts_terms(const StatedClosure& holiday)
{
    const auto title = lower(holiday.name);
    const auto says = [&](std::string_view word) { return title.find(word) != std::string::npos; };
    if (says("half")) return false;
    if (says("christmas") || says("easter") || says("summer")) return true;
    const auto length = (holiday.end - holiday.start).count() + 1;
    const auto month = month_of(holiday.start + Days{length / 2});
    const bool season =
        month == 12 || month == 1 || month == 3 || month == 4 || month == 7 || month == 8;
    return (season && length >= 5) || length >= 25;
}

/// Holidays in order, those that touch or overlap joined; a weekend between two does not part them.
std::vector<StatedClosure> joined(std::vector<StatedClosure> holidays)
{
    sort_by_start(holidays);
    std::vector<StatedClosure> out;
    for (const auto& holiday : holidays) {
        bool touches = false;
        if (!out.empty()) {
            auto next = out.back().end + Days{1};
            while (next < holiday.start && is_weekend(next)) next += Days{1};
            touches = next >= holiday.start;
        }
        if (!touches) {
            out.push_back(holiday);
            continue;
        }
        out.back().end = std::max(out.back().end, holiday.end);
        if (parts_terms(holiday) && !parts_terms(out.back())) out.back().name = holiday.name;
    }
    return out;
}

/// The first and last weekday of a stretch; a stretch of weekend days only has none.
std::optional<Period> weekdays_of(Date start, Date end)
{
    while (start <= end && is_weekend(start)) start += Days{1};
    while (start <= end && is_weekend(end)) end -= Days{1};
    if (start > end) return std::nullopt;
    return Period{start, end};
}

void number_terms(std::vector<Term>& terms)
{
    int year = 0, number = 0;
    for (auto& term : terms) {
        const auto first_year = school_year_of(term.start);
        number = first_year == year ? number + 1 : 1;
        year = first_year;
        term.name = "Term " + std::to_string(number) + " " + school_year_text(first_year);
    }
}

void add_period_problems(std::vector<CalendarProblem>& problems, const std::vector<Term>& terms,
                         const std::vector<StatedClosure>& closures)
{
    for (const auto& term : terms)
        if (term.end < term.start)
            problems.push_back(
                {term.name + " must end on or after the day it starts, " + in_words(term.start),
                 term.start});
    for (const auto& closure : closures)
        if (closure.end < closure.start)
            problems.push_back(
                {"A closure must end on or after the day it starts, " + in_words(closure.start),
                 closure.start});
}

} // namespace rules_calendar_detail

TermDates in_effect(const LayeredCalendar& layered)
{
    using namespace rules_calendar_detail;
    TermDates dates = layered.authority.value_or(TermDates{});
    const auto& school = layered.school;
    if (school.system) dates.system = *school.system;
    // Found before any is moved, so that the order of the moved terms does not matter.
    const auto stated = dates.terms;
    for (const auto& moved : school.moved_terms) {
        auto candidates = stated;
        const auto* found = most_shared(candidates, moved);
        if (!found) continue;
        auto& term = dates.terms[static_cast<std::size_t>(found - candidates.data())];
        term = {moved.name.empty() ? term.name : moved.name, moved.start, moved.end};
    }
    for (const auto& own : school.own_terms) {
        std::erase_if(dates.closures, [&](const StatedClosure& closure) {
            return std::any_of(dates.terms.begin(), dates.terms.end(), [&](const Term& term) {
                return shared_days(period_of(term), period_of(own)) > 0 &&
                       shared_days(period_of(term), period_of(closure)) > 0;
            });
        });
    }
    for (const auto& own : school.own_terms)
        std::erase_if(dates.terms, [&](const Term& term) {
            return shared_days(period_of(term), period_of(own)) > 0;
        });
    for (const auto day : school.opened) open_day(dates.closures, day);
    dates.terms.insert(dates.terms.end(), school.own_terms.begin(), school.own_terms.end());
    dates.closures.insert(dates.closures.end(), school.closures.begin(), school.closures.end());
    sort_by_start(dates.terms);
    sort_by_start(dates.closures);
    return dates;
}

Result<SchoolCalendar> calendar_of(const TermDates& dates)
{
    std::vector<Closure> closures;
    for (const auto& closure : dates.closures)
        closures.push_back({closure.start, closure.end, closure.reason});
    return SchoolCalendar::create(dates.terms, closures, dates.system);
}

Result<SchoolCalendar> calendar_of(const LayeredCalendar& layered)
{
    const auto problems = problems_in(layered);
    if (!problems.empty()) return bad_input(problems.front().message);
    return calendar_of(in_effect(layered));
}

std::vector<CalendarProblem> problems_in(const LayeredCalendar& layered)
{
    using namespace rules_calendar_detail;
    std::vector<CalendarProblem> problems;
    if (layered.authority)
        add_period_problems(problems, layered.authority->terms, layered.authority->closures);
    add_period_problems(problems, layered.school.own_terms, layered.school.closures);
    add_period_problems(problems, layered.school.moved_terms, {});
    if (!problems.empty()) return problems;
    auto terms = layered.authority ? layered.authority->terms : std::vector<Term>{};
    for (const auto& moved : layered.school.moved_terms)
        if (!most_shared(terms, moved))
            problems.push_back(
                {"No term of the local authority shares a day with the moved term that starts on " +
                     in_words(moved.start) + ". Enter it as a term of the school's own",
                 moved.start});
    for (const auto day : layered.school.opened) {
        if (is_weekend(day) || is_bank_holiday(day))
            problems.push_back(
                {in_words(day) + " is a weekend or a bank holiday. Remove it from the days opened",
                 day});
    }
    const auto dates = in_effect(layered);
    for (std::size_t i = 1; i < dates.terms.size(); ++i)
        if (dates.terms[i].start <= dates.terms[i - 1].end)
            problems.push_back({dates.terms[i].name + " must start after " +
                                    dates.terms[i - 1].name + " ends, " +
                                    in_words(dates.terms[i - 1].end),
                                dates.terms[i].start});
    return problems;
}

std::vector<CalendarProblem> oddities_in(const TermDates& dates)
{
    using namespace rules_calendar_detail;
    std::vector<CalendarProblem> odd;
    for (const auto& closure : dates.closures) {
        const bool in_term =
            std::any_of(dates.terms.begin(), dates.terms.end(), [&](const Term& term) {
                return shared_days(period_of(term), period_of(closure)) > 0;
            });
        if (!in_term && closure.reason != ClosureReason::holiday)
            odd.push_back({"The closure that starts on " + in_words(closure.start) +
                               " lies outside every term",
                           closure.start});
    }
    const auto calendar = calendar_of(dates);
    if (!calendar) return odd;
    auto last_break = calendar->first_day();
    for (auto day = calendar->first_day(); day <= calendar->last_day(); day += Days{1}) {
        // Five days without school in a row, a weekend among them, are a break.
        bool free = true;
        for (int i = 0; i < 5 && free; ++i) free = !calendar->is_school_day(day + Days{i});
        if (free) last_break = day;
        if (day - last_break == Days{13 * 7 + 1})
            odd.push_back({"There is no break in the 13 weeks after " + in_words(last_break) +
                               ". Check that no holiday is missing",
                           last_break});
    }
    // Only years of which the calendar knows the start and the end.
    for (int year = school_year_of(calendar->first_day());
         year <= school_year_of(calendar->last_day()); ++year) {
        const bool whole = calendar->first_day() <= date(year, 9, 15) &&
                           calendar->last_day() >= date(year + 1, 7, 1);
        const auto days = school_days_in_year(*calendar, year).count;
        if (whole && (days < 180 || days > 200))
            odd.push_back({"The school year " + school_year_text(year) + " has " +
                               std::to_string(days) +
                               " school days. Most have 190. Check the terms and INSET days",
                           date(year, 8, 1)});
    }
    return odd;
}

TermDates terms_between(std::vector<StatedClosure> holidays, TermSystem system)
{
    using namespace rules_calendar_detail;
    TermDates dates{system, {}, {}};
    const auto breaks = joined(std::move(holidays));
    for (std::size_t i = 0; i + 1 < breaks.size();) {
        auto next = i + 1;
        if (system == TermSystem::three)
            while (next + 1 < breaks.size() && !parts_terms(breaks[next])) ++next;
        const auto stretch = weekdays_of(breaks[i].end + Days{1}, breaks[next].start - Days{1});
        if (stretch) {
            dates.terms.push_back(
                {season_name_of_term(stretch->start), stretch->start, stretch->end});
            for (auto inside = i + 1; inside < next; ++inside) {
                dates.closures.push_back(breaks[inside]);
                dates.closures.back().reason = ClosureReason::half_term;
            }
        }
        i = next;
    }
    if (system == TermSystem::more_than_three) number_terms(dates.terms);
    return dates;
}

std::string season_name_of_term(Date start)
{
    const auto month = month_of(start);
    const std::string_view season = month >= 8 ? "Autumn" : month <= 3 ? "Spring" : "Summer";
    return std::string(season) + " term " + std::to_string(year_of(start));
}

int school_year_of(Date day)
{
    return month_of(day) >= 8 ? year_of(day) : year_of(day) - 1;
}

std::string school_year_text(int first_year)
{
    const auto second = (first_year + 1) % 100;
    return std::to_string(first_year) + "/" + (second < 10 ? "0" : "") + std::to_string(second);
}

SchoolDays school_days_in_year(const SchoolCalendar& calendar, int first_year)
{
    return calendar.between(date(first_year, 8, 1), date(first_year + 1, 8, 1));
}

DayKind kind_of_day(const TermDates& dates, Date day)
{
    if (dates.terms.empty() || day < dates.terms.front().start || day > dates.terms.back().end)
        return DayKind::not_known;
    if (is_weekend(day)) return DayKind::weekend;
    if (is_bank_holiday(day)) return DayKind::bank_holiday;
    for (const auto& closure : dates.closures) {
        if (day < closure.start || day > closure.end) continue;
        switch (closure.reason) {
        case ClosureReason::inset:
            return DayKind::inset;
        case ClosureReason::half_term:
            return DayKind::half_term;
        case ClosureReason::bank_holiday:
            return DayKind::bank_holiday;
        case ClosureReason::unplanned:
            return DayKind::closure;
        case ClosureReason::holiday:
            return DayKind::holiday;
        }
    }
    for (std::size_t i = 0; i < dates.terms.size(); ++i) {
        if (dates.terms[i].start <= day && day <= dates.terms[i].end) return DayKind::school_day;
        const bool between = i > 0 && dates.terms[i - 1].end < day && day < dates.terms[i].start;
        if (between && dates.terms[i].start - dates.terms[i - 1].end > longest_holiday)
            return DayKind::not_known;
    }
    return DayKind::holiday;
}

std::string_view key_of(ClosureReason reason)
{
    switch (reason) {
    case ClosureReason::inset:
        return "inset";
    case ClosureReason::half_term:
        return "half_term";
    case ClosureReason::bank_holiday:
        return "bank_holiday";
    case ClosureReason::unplanned:
        return "closure";
    case ClosureReason::holiday:
        return "holiday";
    }
    return "";
}

std::optional<ClosureReason> closure_reason_named(std::string_view key)
{
    for (const auto reason : {ClosureReason::inset, ClosureReason::half_term,
                              ClosureReason::unplanned, ClosureReason::holiday})
        if (key_of(reason) == key) return reason;
    return std::nullopt;
}

std::string_view key_of(TermSystem system)
{
    return system == TermSystem::three ? "three" : "more_than_three";
}

std::optional<TermSystem> term_system_named(std::string_view key)
{
    if (key == "three") return TermSystem::three;
    if (key == "more_than_three") return TermSystem::more_than_three;
    return std::nullopt;
}

std::string_view in_words(ClosureReason reason)
{
    switch (reason) {
    case ClosureReason::inset:
        return "INSET day";
    case ClosureReason::half_term:
        return "Half term";
    case ClosureReason::bank_holiday:
        return "Bank holiday";
    case ClosureReason::unplanned:
        return "Closure";
    case ClosureReason::holiday:
        return "Holiday";
    }
    return "";
}

} // namespace onroll::places
