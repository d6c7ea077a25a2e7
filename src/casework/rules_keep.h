// How long the service's own work is kept, and what its reports still count afterwards. Pure: no
// clock, no database. trust.md G-05 to G-08, D7.
#pragma once

#include "casework/rules_reports.h"
#include "casework/types_keep.h"

#include "people/rules_retention.h"

#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace onroll::casework {

/// What is over: a closed case, or a contact that came to none; or an open case that is held.
struct OverRecord {
    KeptRecord record;
    std::optional<std::int64_t> number{}; ///< of the case
    std::optional<Date> over_on{}; ///< closed, or taken; nothing of an open case that is held
    people::Retention kept;
    std::optional<CaseHold> hold{};
    bool child_held = false; ///< a hold or a restriction on the child's own record holds it too
    std::optional<RemovalProposal> proposal{};
};

enum class Held : std::uint8_t { no, yes };

/// Until when it is kept: a case from its closing, a contact that came to no case from its day,
/// by the periods that the service set. A hold beats every period.
/// Source: trust.md G-05 to G-07; data/reference/retention_periods.csv, rows advice_case and
/// advice_enquiry; our reading that a contact without a case is over on its day.
people::Retention kept_until(const std::vector<people::RetentionRule>& rules, KeptKind kind,
                             Date over_on, Held held);

/// The last day on which it was over where its time has passed by today; nothing where none has,
/// or where that cannot be told. A hold is not looked at.
/// Source: as above: the longer ago it was over, the sooner its time has passed.
std::optional<Date> due_when_over_by(const std::vector<people::RetentionRule>& rules, KeptKind kind,
                                     Date today);

/// "6 years after closing": the period that decided.
/// Source: our convention.
std::string period_in_words(const people::RetentionRule& rule);

/// A next step as a report counts it.
struct NextStepFigure {
    Date advised_on{};
    NextStepKind kind = NextStepKind::other;
    std::optional<NextStepResult> result{};
};

/// What one case gives to the reports of the years in which it was worked on.
struct CaseFigures {
    Date opened_on{};
    Date closed_on{};
    std::vector<std::pair<Date, Level>> levels{}; ///< each move, in order
    std::vector<WiderNeed> needs{};
    std::vector<Close> closes{};
    std::vector<Event> events{};
    std::vector<NextStepFigure> next_steps{};
    std::vector<std::pair<Date, Channel>> contacts{};
    std::vector<std::pair<Date, HoursByStage>> work{};
    std::vector<std::pair<Date, std::pair<Topic, std::int64_t>>> topics{};
};

/// The same as numbers by month; no day, no words, nobody's name.
/// Source: trust.md G-08; our convention that a year's figures do not change when work is removed.
/// Every year of a report begins with a month, so that months are enough.
std::vector<KeptFigure> figures_of(const CaseFigures& told);
/// Of a contact that came to no case.
/// Source: as above.
KeptFigure figure_of_contact(Date taken_on, Channel channel);
/// A signpost as a report counts it: its day, and what came of it.
using SentOn = std::pair<Date, std::optional<SignpostResult>>;
/// Of one signpost that was given, with what came of it.
/// Source: as above.
KeptFigure figure_of_signpost(const SentOn& given);
/// Of one family that was sent on, at least once: the months, and what came of each, so that it is
/// counted once in each year of a report. It is not counted in a year in which it was sent on
/// `elsewhere` too, in work that stays and in which it is counted still.
/// Source: as above.
KeptFigure figure_of_family_sent_on(const std::vector<SentOn>& given,
                                    const std::vector<Date>& elsewhere = {});

/// Adds what is kept of removed work to what is counted in the period, but for the time.
/// Source: as above.
void add_kept(const std::vector<KeptFigure>& kept, const Period& period, Counted& counted);
/// The time of removed work in the period, by stage.
/// Source: as above.
std::map<Stage, std::chrono::minutes> kept_time(const std::vector<KeptFigure>& kept,
                                                const Period& period);

} // namespace onroll::casework
