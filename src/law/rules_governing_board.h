// What the governing board, academy trust or management committee must do about an exclusion, and
// by when. Pure.
#pragma once

#include "law/rules_reckoning.h"

#include <optional>

namespace onroll::law {

/// The band that decides the board's duty. Boundaries are strict: 5.0 and 15.0 days do not cross
/// (GB-17).
enum class Band {
    permanent,
    over_15_days,
    exam_alone,
    over_5_represented,
    over_5_not_represented,
    up_to_5_represented,
    up_to_5
};

/// The stricter band where two are met: permanent, then over 15 days, then an examination lost,
/// then over 5 (GB-19). Source: GB-10 to GB-19, School Discipline Regulations 2012, regulations 6,
/// 15 and 24.
Band band_of(const Reckoning&);

/// Whether the band is known: where nobody told how long a suspension lasts, only over 15 days or
/// an examination lost can be. Source: GB-10 to GB-19.
bool band_is_sure(const Reckoning&);

/// The last day for the board to decide, and the longer one that the Covid rules gave where it is
/// claimed. Nothing where the band has no limit, or where the calendar does not reach the day.
/// Source: GB-10 to GB-12 and GB-16; VER-03, SI 2020/543.
struct BoardLimit {
    std::optional<Date> last_day;
    std::optional<Date> extended;
    bool has_limit = false;
    Date applies() const { return extended ? *extended : *last_day; }
};
BoardLimit board_limit(const Reckoning&);

/// The board's row or rows for an exclusion that stands. Source: GB-10 to GB-16 and VER-03.
void board_considers(const Reckoning&, Evaluation& out);

/// Findings that a recorded board meeting or notice shows: board told late, met late, examination
/// passed first. Source: FND-14, FND-16 and FND-30.
void board_findings(const Reckoning&, Evaluation& out);

} // namespace onroll::law
