// What stands out in a stretch of an agency's audit, for a person to look at: it accuses nobody.
// Pure: no clock, no database. trust.md L-06.
#pragma once

#include "audit/types.h"

#include "kernel/date.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::audit {

enum class Oddity {
    outside_caseload, ///< many records outside the caseload in one day
    much,       ///< far more records in one day than the same person's or their colleagues' days
    odd_hours,  ///< several records at night
    likeness,   ///< a record whose surname or postcode is the actor's own, outside the caseload
    one_record, ///< one record outside the caseload, on many days
    refusals    ///< many records refused in one day
};
/// "outside_caseload".
/// Source: trust.md L-06.
std::string_view key_of(Oddity oddity);

/// What stood out: who, on which day, and how much of it.
struct Unusual {
    Oddity oddity = Oddity::much;
    std::string actor;
    Date day;           ///< the last one, where it took several
    std::string record; ///< where it is about one
    int count = 0;      ///< records, or days for one_record

    bool operator==(const Unusual&) const = default;
};

/// From how much on something stands out. Ours to set, from the synthetic year in the tests: fewer
/// than one in twenty reports of an ordinary week, and every planted case.
struct UnusualLimits {
    int outside_caseload = 8; ///< different records in a day
    int much_at_least = 40;   ///< different records in a day, and
    double much_times = 3;    ///< so many times the median of days, one's own or the colleagues'
    int odd_hours = 3;        ///< different records between the two hours
    int night_from = 22;      ///< o'clock in London
    int night_until = 6;
    int one_record = 4; ///< days within the stretch
    int refusals = 10;  ///< different records in a day
};

/// Where a moment falls in London: its day and hour.
struct LocalHour {
    Date day;
    int hour = 0;
};
using InLondon = std::function<LocalHour(std::chrono::sys_time<std::chrono::milliseconds> moment)>;
/// Whether the actor and the person of the record share a surname or a postcode. The audit holds
/// neither, so whoever does is asked.
using AreAlike = std::function<bool(std::string_view actor, std::string_view record)>;

/// What stands out among the entries, which are of one agency and in order; days in order. The
/// longer the stretch, the better one's own ordinary days are known: four weeks are good.
/// Source: trust.md L-06 (outside the caseload, same surname or postcode, volume, odd hours); the
/// limits are ours.
std::vector<Unusual> unusual_use(const std::vector<Entry>& entries, const InLondon& in_london,
                                 const AreAlike& are_alike, const UnusualLimits& limits = {});

} // namespace onroll::audit
