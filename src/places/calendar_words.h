// What the title of an event in a school calendar says: only for calendar_files.cpp and
// calendar_csv.cpp.
#pragma once

#include "places/rules_calendar.h"

#include "kernel/date.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::places {

enum class EventMeaning {
    bank_holiday,
    inset,
    half_term,
    holiday,
    term,
    term_starts,
    term_ends,
    closure,
    not_understood
};

/// By the words in common use; `days` is the event's length.
EventMeaning meaning_of(std::string_view title, long days);

/// The title without an area's name in front ("Sheffield: ").
std::string title_without_area(std::string_view title);

/// Holidays that lie in a term become its closures. Where no term is stated, terms are what lies
/// between the holidays.
void settle_holidays(TermDates& dates, std::vector<StatedClosure> holidays);

} // namespace onroll::places
