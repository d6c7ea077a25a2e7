#include "casework/rules_reports.h"

#include <algorithm>

namespace onroll::casework {
namespace rules_reports_detail {

constexpr std::int64_t smallest_shown = 5;

/// One column of numbers, a row for each of `all`, 0 where nothing was counted.
template <class Key>
ReportTable table_of(std::string key, std::string title, std::string about,
                     const std::vector<Key>& all, const std::map<Key, std::int64_t>& counts)
{
    ReportTable table{std::move(key), std::move(title), std::move(about), {"Number"}, {}};
    for (const auto& one : all) {
        const auto found = counts.find(one);
        table.rows.push_back(
            {std::string(in_words(one)), {found == counts.end() ? 0 : found->second}});
    }
    return table;
}

ReportTable cases_table(const Counted& counted)
{
    return {"cases",
            "Cases",
            "Opened and closed in the year; the last two on its last day or today",
            {"Number"},
            {{"Opened", {counted.opened}},
             {"Closed", {counted.closed}},
             {"Not closed at the end", {counted.open_at_end}},
             {"Of these on the waiting list", {counted.waiting_at_end}}}};
}

/// Exclusions as they stand: a row for each way in which an exclusion can.
ReportTable standings_table(const Counted& counted)
{
    ReportTable table{"exclusions",
                      "Exclusions, by how they stand now",
                      "Each stays counted, whatever was decided of it later",
                      {"Number"},
                      {}};
    for (const auto standing :
         {EventStanding::stands, EventStanding::upheld_by_board, EventStanding::review_asked,
          EventStanding::upheld_by_panel, EventStanding::back_to_board, EventStanding::upheld_again,
          EventStanding::reinstated, EventStanding::reinstated_after_review,
          EventStanding::cancelled}) {
        const auto found = counted.standings.find(standing);
        table.rows.push_back({std::string(in_words(standing)),
                              {found == counted.standings.end() ? 0 : found->second}});
    }
    return table;
}

ReportTable impact_table(const Counted& counted)
{
    ReportTable table{"impact",
                      "Impact of the work",
                      "As the adviser judged it when the case was closed",
                      {},
                      {}};
    for (const auto impact : all_impacts()) table.columns.emplace_back(in_words(impact));
    table.rows = {{"Child and family", impact_counts(counted.closes, &NewClose::family)},
                  {"School", impact_counts(counted.closes, &NewClose::school)},
                  {"Authority", impact_counts(counted.closes, &NewClose::authority)}};
    return table;
}

ReportTable outcomes_table(const Counted& counted)
{
    std::map<Outcome, std::int64_t> counts;
    for (const auto& close : counted.closes)
        for (const auto outcome : close.told.outcomes) ++counts[outcome];
    return table_of("outcomes", "What came of the cases that closed",
                    "A case can have several outcomes", all_outcomes(), counts);
}

ReportTable signposts_table(const Counted& counted)
{
    ReportTable table{"signposts",
                      "Families sent on to somebody else",
                      "By what came of it, as far as it is known now. Each family once, by the "
                      "best that came of it; and each time that one was sent on",
                      {"Families", "Times"},
                      {}};
    table.has_shares = false;
    const auto number = [](const auto& counts, const std::optional<SignpostResult>& result) {
        const auto found = counts.find(result);
        return found == counts.end() ? std::int64_t{0} : found->second;
    };
    if (!counted.knows_families_sent_on) {
        table.about = "By what came of it, as far as it is known now. Each time that one was sent "
                      "on: of work that was removed it is not known how many families they were";
        table.columns = {"Times"};
    }
    const auto add = [&](std::string name, const std::optional<SignpostResult>& result) {
        ReportRow row{std::move(name), {}};
        if (counted.knows_families_sent_on)
            row.counts.push_back(number(counted.families_sent_on, result));
        row.counts.push_back(number(counted.signposts, result));
        table.rows.push_back(std::move(row));
    };
    for (const auto result : all_signpost_results()) add(std::string(in_words(result)), result);
    add("Not asked yet", std::nullopt);
    return table;
}

ReportTable next_steps_table(const Counted& counted)
{
    ReportTable table{"next_steps",
                      "Next steps advised",
                      "By the day of the advice, and what is known now of each",
                      {},
                      {}};
    for (const auto end : all_next_step_ends()) table.columns.emplace_back(in_words(end));
    for (const auto kind : all_next_step_kinds()) {
        ReportRow row{std::string(in_words(kind)), {}};
        const auto found = counted.next_steps.find(kind);
        for (const auto end : all_next_step_ends()) {
            const bool any = found != counted.next_steps.end() && found->second.contains(end);
            row.counts.push_back(any ? found->second.at(end) : 0);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable feedback_table(const Counted& counted)
{
    std::map<Helped, std::int64_t> counts;
    for (const auto& given : counted.feedback) ++counts[given.helped];
    return table_of("feedback", "How much did we help?",
                    "Answers of families by a link, without names", all_helped(), counts);
}

} // namespace rules_reports_detail
using namespace rules_reports_detail;

Period school_year_from(int year)
{
    return {date(year, 9, 1), date(year + 1, 8, 31),
            "School year " + std::to_string(year) + " to " + std::to_string(year + 1)};
}

Period financial_year_from(int year)
{
    return {date(year, 4, 1), date(year + 1, 3, 31),
            "Financial year " + std::to_string(year) + " to " + std::to_string(year + 1)};
}

std::optional<SignpostResult> best_result(const std::vector<std::optional<SignpostResult>>& results)
{
    for (const auto best : all_signpost_results())
        if (std::find(results.begin(), results.end(), std::optional(best)) != results.end())
            return best;
    return std::nullopt;
}

int first_year_of(YearKind kind, Date day)
{
    const unsigned first_month = kind == YearKind::school ? 9 : 4;
    return month_of(day) >= first_month ? year_of(day) : year_of(day) - 1;
}

std::vector<std::int64_t> impact_counts(const std::vector<Close>& closes, Impact NewClose::*about)
{
    std::vector<std::int64_t> counts;
    for (const auto impact : all_impacts())
        counts.push_back(std::count_if(closes.begin(), closes.end(), [&](const Close& close) {
            return close.told.*about == impact;
        }));
    return counts;
}

void count_events(const std::vector<Event>& events, const Period& period, Counted& counted)
{
    for (const auto& event : events) {
        const auto on = event.on();
        const auto state = state_of(event);
        if (!on || *on < period.first || *on > period.last ||
            state.standing == EventStanding::in_error)
            continue;
        ++counted.events[event.kind];
        if (is_exclusion(event.kind)) ++counted.standings[state.standing];
    }
}

std::vector<ReportTable> tables_of(const Counted& counted)
{
    return {
        table_of("contacts", "Contacts", "By the way they came", all_channels(), counted.contacts),
        cases_table(counted),
        table_of("levels", "Levels", "Cases worked on, by the highest level they had reached",
                 all_levels(), counted.levels),
        table_of("hours", "Hours of work", "By the stage that the work was for, in whole hours",
                 all_stages(), counted.hours),
        table_of("topics", "What the work was about",
                 "Pieces of work that touched on it; one can touch on several", all_topics(),
                 counted.topics),
        table_of("events", "What happened to the children",
                 "By the day it happened, also where no letter was given", all_event_kinds(),
                 counted.events),
        standings_table(counted),
        impact_table(counted),
        outcomes_table(counted),
        next_steps_table(counted),
        signposts_table(counted),
        table_of("needs", "Wider needs", "Of cases worked on; a case can have several",
                 all_wider_needs(), counted.needs),
        feedback_table(counted)};
}

std::string percentage(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0) return {};
    // Tenths of a per cent, rounded half up.
    const auto tenths = (part * 2'000 + whole) / (whole * 2);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

std::optional<std::int64_t> told_outside(std::int64_t count)
{
    if (count == 0) return 0;
    if (count < smallest_shown) return std::nullopt;
    return (count + 2) / 5 * 5;
}

} // namespace onroll::casework
