// The service's own figures for a year: counted, put into tables, and made fit to leave the
// service. Pure: no clock, no database. capabilities.md N55, J9; trust.md section 0.
#pragma once

#include "casework/types.h"
#include "casework/rules_event_states.h"
#include "casework/types_actions.h"
#include "casework/types_close.h"
#include "casework/types_feedback.h"
#include "casework/types_next_steps.h"
#include "casework/types_profile.h"
#include "casework/types_service.h"

#include "kernel/date.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

enum class YearKind { school, financial };

/// A year of a service, both days included.
struct Period {
    Date first{};
    Date last{};
    std::string name; ///< "School year 2026 to 2027"
    bool operator==(const Period&) const = default;
};

/// 1 September of that year to 31 August.
/// Source: Education Act 1996, section 579(1): the year that begins with the first term after July;
/// the day is our convention.
Period school_year_from(int year);
/// 1 April of that year to 31 March.
/// Source: local government accounts; our convention.
Period financial_year_from(int year);
/// The year in which that day lies.
/// Source: our convention.
int first_year_of(YearKind kind, Date day);

/// What came of it for a family that was sent on several times: that somebody helped, else that it
/// waits for help, else the next of all_signpost_results; nothing where nobody was asked.
/// Source: our convention.
std::optional<SignpostResult>
best_result(const std::vector<std::optional<SignpostResult>>& results);

/// What was counted in a period.
struct Counted {
    std::map<Channel, std::int64_t> contacts{};
    std::int64_t opened = 0;
    std::int64_t closed = 0;
    std::int64_t open_at_end = 0;
    std::int64_t waiting_at_end = 0;
    std::map<Level, std::int64_t> levels{}; ///< cases worked on, by the highest level reached
    std::map<WiderNeed, std::int64_t> needs{};
    std::map<Stage, std::int64_t> hours{};  ///< whole hours of work, by stage
    std::map<Topic, std::int64_t> topics{}; ///< pieces of work that touched on it
    std::map<EventKind, std::int64_t> events{};
    /// Exclusions, by how they stand now: none is taken out of the count.
    std::map<EventStanding, std::int64_t> standings{};
    /// Signposts given, by what came of them; nothing for those of which nobody has said.
    std::map<std::optional<SignpostResult>, std::int64_t> signposts{};
    /// Families sent on, each once, by the best that came of it.
    std::map<std::optional<SignpostResult>, std::int64_t> families_sent_on{};
    bool knows_families_sent_on = true; ///< not of work that was removed before they were counted
    /// Next steps advised, by what became of them; those entered by mistake are in neither.
    std::map<NextStepKind, std::map<NextStepEnd, std::int64_t>> next_steps{};
    std::vector<Close> closes{};
    std::vector<Feedback> feedback{};
};

struct ReportRow {
    std::string name;
    std::vector<std::int64_t> counts; ///< one for each column
    bool operator==(const ReportRow&) const = default;
};
struct ReportTable {
    std::string key; ///< "impact": in the file
    std::string title;
    std::string about;                ///< what is counted
    std::vector<std::string> columns; ///< "Number"
    std::vector<ReportRow> rows;
    bool has_shares = true; ///< each count of a row is a part of the row
    bool operator==(const ReportTable&) const = default;
};

/// The tables of a report, in the order in which they are read. The base of the impact tables is
/// every close, "don't know" included, as in the published survey.
/// Source: capabilities.md N55; NCB, Tip of the Iceberg (2019), figure 3 and appendix 1
/// question 14.
std::vector<ReportTable> tables_of(const Counted& counted);

/// How many of each answer were given, from none to significant long-term, then "don't know".
/// Source: NCB, Tip of the Iceberg (2019), appendix 1 question 14.
std::vector<std::int64_t> impact_counts(const std::vector<Close>& closes, Impact NewClose::*about);

/// Counts the events that happened in the period, by kind; and its exclusions by how they stand.
/// What was entered in error counts in neither.
/// Source: capabilities.md N37, J1 step 10: an exclusion changes its state and stays counted.
void count_events(const std::vector<Event>& events, const Period& period, Counted& counted);

/// "35.0%" of a whole; nothing to say of a whole of 0.
/// Source: NCB, Tip of the Iceberg (2019), figure 3: one decimal.
std::string percentage(std::int64_t part, std::int64_t whole);

/// A count as it may leave the service: 0 as it is, 1 to 4 hidden, others to the nearest 5, so that
/// no difference of two of them tells of one child. Nothing where it is hidden.
/// Source: trust rule W-03 and exclusion-law.md IAS-05: counts, suppressed; our convention.
std::optional<std::int64_t> told_outside(std::int64_t count);
inline constexpr std::string_view hidden_count = "[c]";

} // namespace onroll::casework
