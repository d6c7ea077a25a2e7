// What the time is, and which civil date that is in Europe/London. The only place that asks the
// machine's clock; rules take "today" as an argument. Summer time: Summer Time Act 1972, s 1, as
// substituted by the Summer Time Order 2002 (SI 2002/262).
#pragma once

#include "kernel/date.h"
#include "kernel/result.h"

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>

namespace onroll {

/// A moment, in UTC, to the millisecond. Not a date: which date it falls on depends on the place.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// What a clock on a wall in London shows.
struct LondonTime {
    Date date;
    std::chrono::minutes since_midnight{
        0}; ///< 0 to 1,439 on the wall, also on the days when the clocks change
    bool summer_time = false;

    bool operator==(const LondonTime&) const = default;
};

/// Whether British Summer Time is in force: from 01:00 UTC on the last Sunday of March (included)
/// until 01:00 UTC on the last Sunday of October (not included). The rule holds from 1996; earlier
/// years had other days. Source: Summer Time Act 1972, s 1(2), as substituted by SI 2002/262, art
/// 2; Directive 2000/84/EC, arts 2 to 4.
bool is_british_summer_time(Instant);

/// What a wall clock in London shows at that moment.
LondonTime in_london(Instant);

/// The first moment of a civil date in London, for asking what happened on that date.
Instant start_of_day_in_london(Date);

/// `9am`, `2:05pm`, `midday`, `midnight`: a time of day as people read it (conventions.md CV-29).
std::string time_in_words(std::chrono::minutes since_midnight);
/// `Wednesday 25 November 2026 at 2:05pm`, as a clock in London shows it.
std::string moment_in_words(Instant);

/// `2026-11-23T09:15:00.250Z`: always 24 characters, so that text order is time order (years 1000
/// to 9999).
std::string utc_text(Instant);

/// Reads what utc_text writes; the thousandths may be left out. Anything else is bad input.
Result<Instant> parse_instant(std::string_view text);

/// Swapped at run time: the machine's clock in the program, a still one in tests. Safe to share
/// between threads.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// The civil date in Europe/London, which is what law and letters mean by "today".
    Date today() const { return in_london(now()).date; }
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// Stands still unless moved.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant now) : now_(now) {}
    /// Noon in London on that date.
    explicit FixedClock(Date today);
    Instant now() const override { return now_.load(); }
    void set(Instant now) { now_.store(now); }
    void move_on(std::chrono::milliseconds by) { now_.store(now_.load() + by); }

private:
    std::atomic<Instant> now_;
};

} // namespace onroll
