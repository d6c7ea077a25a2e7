// A school's own days: terms, closures and bank holidays, prepared so that counting school days is
// two look-ups. Source: Education Act 1996 s579(1) (a school day is a day with a session); counting
// conventions in docs/explanation. Pure: no clock, no database.
#pragma once

#include "kernel/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace onroll {

/// A number of school days, not calendar days.
struct SchoolDays {
    int count = 0;
    auto operator<=>(const SchoolDays&) const = default;
};

/// Up to three terms, or more than three (where law cuts the year at 31 December, Easter Monday and
/// 31 July).
enum class TermSystem { three, more_than_three };

struct Term {
    std::string name;
    Date start;
    Date end; ///< included
    bool operator==(const Term&) const = default;
};

enum class ClosureReason { inset, half_term, bank_holiday, unplanned, holiday };

struct Closure {
    Date start;
    Date end; ///< included
    ClosureReason reason = ClosureReason::holiday;
    bool operator==(const Closure&) const = default;
};

class SchoolCalendar {
public:
    /// Bad input when there is no term, a term ends before it starts, two terms overlap, or the
    /// span passes 40 years.
    static Result<SchoolCalendar> create(std::vector<Term> terms,
                                         const std::vector<Closure>& closures, TermSystem system);

    bool is_school_day(Date) const;

    /// The `n`th school day after `from`, which is not itself counted; nothing where the known
    /// terms do not reach that far.
    std::optional<Date> after(Date from, SchoolDays n) const
    {
        const long offset = (from - first_).count() + 1;
        if (offset < 0 || offset >= static_cast<long>(before_.size())) return std::nullopt;
        const long index =
            static_cast<long>(before_[static_cast<std::size_t>(offset)]) + n.count - 1;
        if (index < 0 || index >= static_cast<long>(days_.size())) return std::nullopt;
        if (gaps_ && crosses_gap(from, first_ + Days{days_[static_cast<std::size_t>(index)]}))
            return std::nullopt;
        return first_ + Days{days_[static_cast<std::size_t>(index)]};
    }

    /// The `n`th school day counted from `from`, which is day 1 when it is itself a school day.
    std::optional<Date> counted_from(Date from, SchoolDays n) const
    {
        return after(from - Days{1}, n);
    }

    /// The last school day before `from`.
    std::optional<Date> last_before(Date from) const;

    /// School days in `from` (included) to `until` (not included).
    SchoolDays between(Date from, Date until) const;

    /// The term that holds this day or, in a holiday, nothing.
    const Term* term_on(Date) const;

    const std::vector<Term>& terms() const { return terms_; }
    TermSystem system() const { return system_; }
    Date first_day() const { return first_; }
    Date last_day() const { return last_; }
    std::size_t bytes() const
    {
        return before_.capacity() * 2 + days_.capacity() * 2 + terms_.capacity() * sizeof(Term);
    }

private:
    SchoolCalendar() = default;
    bool crosses_gap(Date from, Date to) const;

    std::vector<Term> terms_;
    TermSystem system_ = TermSystem::three;
    Date first_{};                      ///< first day of the first term
    Date last_{};                       ///< last day of the last term
    std::vector<std::uint16_t> before_; ///< school days before first_ + i, one longer than the span
    std::vector<std::uint16_t> days_;   ///< each school day as days since first_
    bool gaps_ = false; ///< two terms lie so far apart that one between them must be missing
};

/// Terms further apart than this leave a term unknown between them: the longest summer holiday is
/// well under it.
inline constexpr Days longest_holiday{80};

} // namespace onroll
