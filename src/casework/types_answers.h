// What the law makes of the events of a case: dates, findings, and what was taken for granted.
// Values for pages, ready to be shown; and the dates as they were last given, so that a change can
// be said.
#pragma once

#include "casework/types_events.h"

#include "kernel/citation.h"
#include "law/answer_rows.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

struct AnswerSource {
    std::string words; ///< "School Discipline Regulations 2012, regulation 6"
    std::string href;  ///< of the rule's page
    bool operator==(const AnswerSource&) const = default;
};

/// One row of dates: what one body must, should or may do on or by a day.
struct LawDate {
    EventId event;
    std::string who;  ///< "The governing board"
    std::string does; ///< "must meet and decide"; in the past where its day has passed
    std::string why;
    std::optional<Date> due;
    law::RowState state = law::RowState::undated;
    std::optional<int> school_days_left;
    bool last_day = false; ///< its day is the last on which it may be done
    bool permission = false;
    law::DutyType type{};
    law::Actor actor{};
    Force force = Force::must;
    std::vector<AnswerSource> sources;
};

struct LawFinding {
    EventId event;
    std::string rule; ///< "FND-01"
    std::string title;
    std::string told;  ///< the fact that it rests on
    std::string about; ///< what the rule says
    std::string ask;   ///< what to ask, or what would change this
    std::string next;
    law::Severity severity{};
    AnswerSource source;
};

/// A date as it is kept between reckonings; `name` is the same while it is the same duty.
struct KeptDate {
    std::string name;
    EventId event;
    std::string words; ///< "The governing board must meet and decide"
    std::optional<Date> due;
    bool last_day = false;
    law::DutyType type{}; ///< of a reckoning; not kept

    /// As kept: without its type.
    bool says_as(const KeptDate& other) const
    {
        return name == other.name && words == other.words && due == other.due &&
               last_day == other.last_day;
    }
};

struct CaseAnswers {
    std::vector<LawDate> dated; ///< in order of day
    std::vector<LawDate> undated;
    std::vector<LawFinding> findings; ///< gravest first
    std::vector<KeptDate> to_keep;
    std::vector<std::string> taken;
    std::vector<std::string> not_asked;
    std::vector<std::string> schools; ///< whose days were counted
};

/// Which days of a school were school days when dates were last counted: a `1` for each that was,
/// from `from` on.
struct DaysSeen {
    Date from{};
    std::string days;
    bool operator==(const DaysSeen&) const = default;
};
using DaysSeenBySchool = std::map<std::string, DaysSeen>;

/// What changed in a date of a case.
struct DateChange {
    std::string name;
    std::string words;
    std::optional<Date> was; ///< nothing: it did not follow, or had no day
    std::optional<Date> now; ///< nothing: it follows no more, or has no day
    std::string why;         ///< "the school is closed on Monday 30 November 2026"
    std::chrono::sys_time<std::chrono::milliseconds> changed_at{};
};

} // namespace onroll::casework
