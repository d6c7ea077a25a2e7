#include "kernel/school_calendar.h"

#include "kernel/bank_holidays.h"

#include <algorithm>

namespace onroll {

Result<SchoolCalendar> SchoolCalendar::create(std::vector<Term> terms,
                                              const std::vector<Closure>& closures,
                                              TermSystem system)
{
    if (terms.empty()) return bad_input("Enter at least one term", "terms");
    std::sort(terms.begin(), terms.end(),
              [](const Term& a, const Term& b) { return a.start < b.start; });
    SchoolCalendar calendar;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i].end < terms[i].start)
            return bad_input("The end of a term must be the same as or after its start", "terms");
        if (i == 0) continue;
        if (terms[i].start <= terms[i - 1].end)
            return bad_input("Two terms must not overlap", "terms");
        if (terms[i].start - terms[i - 1].end > longest_holiday) calendar.gaps_ = true;
    }
    calendar.first_ = terms.front().start;
    calendar.last_ = terms.back().end;
    const auto span = (calendar.last_ - calendar.first_).count() + 1;
    if (span > 40 * 366) return bad_input("Terms must lie within 40 years of each other", "terms");

    std::vector<bool> open(static_cast<std::size_t>(span), false);
    for (const auto& term : terms)
        for (auto day = term.start; day <= term.end; day += Days{1})
            open[static_cast<std::size_t>((day - calendar.first_).count())] =
                !is_weekend(day) && !is_bank_holiday(day);
    // How many closures begin less how many have ended, so that many long ones cost one pass.
    std::vector<int> begun(static_cast<std::size_t>(span) + 1, 0);
    for (const auto& closure : closures) {
        if (closure.end < closure.start)
            return bad_input("The end of a closure must be the same as or after its start",
                             "closures");
        const auto from = std::max(closure.start, calendar.first_),
                   to = std::min(closure.end, calendar.last_);
        if (to < from) continue;
        ++begun[static_cast<std::size_t>((from - calendar.first_).count())];
        --begun[static_cast<std::size_t>((to - calendar.first_).count()) + 1];
    }
    int closed = 0;
    for (std::size_t offset = 0; offset < open.size(); ++offset) {
        closed += begun[offset];
        if (closed > 0) open[offset] = false;
    }
    calendar.before_.reserve(static_cast<std::size_t>(span) + 1);
    for (long offset = 0; offset < span; ++offset) {
        calendar.before_.push_back(static_cast<std::uint16_t>(calendar.days_.size()));
        if (open[static_cast<std::size_t>(offset)])
            calendar.days_.push_back(static_cast<std::uint16_t>(offset));
    }
    calendar.before_.push_back(static_cast<std::uint16_t>(calendar.days_.size()));
    calendar.days_.shrink_to_fit();
    calendar.terms_ = std::move(terms);
    calendar.system_ = system;
    return calendar;
}

bool SchoolCalendar::is_school_day(Date d) const
{
    const auto offset = (d - first_).count();
    if (offset < 0 || offset + 1 >= static_cast<long>(before_.size())) return false;
    return before_[static_cast<std::size_t>(offset) + 1] !=
           before_[static_cast<std::size_t>(offset)];
}

std::optional<Date> SchoolCalendar::last_before(Date from) const
{
    const auto offset =
        std::min((from - first_).count(),
                 static_cast<decltype((from - first_).count())>(before_.size()) - 1);
    if (offset < 0 || before_[static_cast<std::size_t>(offset)] == 0) return std::nullopt;
    const auto day =
        first_ +
        Days{days_[static_cast<std::size_t>(before_[static_cast<std::size_t>(offset)]) - 1]};
    if (gaps_ && crosses_gap(day, from)) return std::nullopt;
    return day;
}

SchoolDays SchoolCalendar::between(Date from, Date until) const
{
    if (until <= from) return {0};
    const auto at = [&](Date d) {
        const auto offset =
            std::clamp<long>((d - first_).count(), 0, static_cast<long>(before_.size()) - 1);
        return static_cast<int>(before_[static_cast<std::size_t>(offset)]);
    };
    return {at(until) - at(from)};
}

const Term* SchoolCalendar::term_on(Date d) const
{
    for (const auto& term : terms_)
        if (term.start <= d && d <= term.end) return &term;
    return nullptr;
}

bool SchoolCalendar::crosses_gap(Date from, Date to) const
{
    for (std::size_t i = 1; i < terms_.size(); ++i) {
        const bool missing = terms_[i].start - terms_[i - 1].end > longest_holiday;
        if (missing && from < terms_[i].start && to > terms_[i - 1].end) return true;
    }
    return false;
}

} // namespace onroll
