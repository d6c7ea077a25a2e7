#include "casework/store_reports.h"

#include "casework/store_actions.h"
#include "casework/store_close.h"
#include "casework/store_events.h"
#include "casework/store_feedback.h"
#include "casework/store_keep.h"
#include "casework/store_rows.h"

#include "people/store.h"
#include "platform/clock/clock.h"

#include <algorithm>

namespace onroll::casework {
namespace store_reports_detail {

void count_contacts_in(db::Queries& database, const access::AgencyId& agency, const Period& period,
                       Counted& counted)
{
    auto rows = database.query(sql()("count_contacts_by_channel"), agency.text(),
                               start_of_day_in_london(period.first),
                               start_of_day_in_london(period.last + Days{1}));
    while (rows.next())
        if (const auto channel = channel_named(rows.text("channel")))
            counted.contacts[*channel] = rows.integer("contacts");
}

void count_cases_in(db::Queries& database, const access::AgencyId& agency, const Period& period,
                    Date end, Counted& counted)
{
    auto rows = database.query(sql()("count_cases_between"), period.first, period.last, end, end,
                               end, end, agency.text());
    if (!rows.next()) return;
    counted.opened = rows.optional_integer("opened").value_or(0);
    counted.open_at_end = rows.optional_integer("open_at_end").value_or(0);
    counted.waiting_at_end = rows.optional_integer("waiting_at_end").value_or(0);
}

void count_levels_in(db::Queries& database, const access::AgencyId& agency, const Period& period,
                     Counted& counted)
{
    auto rows = database.query(sql()("levels_between"), agency.text(), period.last, period.last,
                               period.first);
    while (rows.next()) ++counted.levels[static_cast<Level>(rows.integer("highest"))];
}

void count_needs_in(db::Queries& database, const access::AgencyId& agency, const Period& period,
                    Counted& counted)
{
    auto rows = database.query(sql()("needs_between"), agency.text(), period.last, period.first);
    while (rows.next()) {
        const auto keys = rows.text("needs");
        for (const auto need : all_wider_needs()) {
            const std::string key = " " + std::string(key_of(need)) + " ";
            if ((" " + std::string(keys) + " ").find(key) != std::string::npos)
                ++counted.needs[need];
        }
    }
}

void count_topics_in(db::Queries& database, const access::AgencyId& agency, const Period& period,
                     Counted& counted)
{
    auto rows = database.query(sql()("topics_between"), agency.text(), period.first, period.last);
    while (rows.next())
        if (const auto topic = topic_named(rows.text("topic")))
            counted.topics[*topic] = rows.integer("times");
}

void count_next_steps_in(db::Queries& database, const access::AgencyId& agency,
                         const Period& period, Counted& counted)
{
    auto rows =
        database.query(sql()("next_steps_between"), agency.text(), period.first, period.last);
    while (rows.next()) {
        const auto kind = next_step_kind_named(rows.text("kind")).value_or(NextStepKind::other);
        const auto result = rows.optional_text("result");
        const auto end = end_of(result ? next_step_result_named(*result) : std::nullopt);
        if (end) counted.next_steps[kind][*end] += rows.integer("steps");
    }
}

void count_signposts_in(db::Queries& database, const access::AgencyId& agency, const Period& period,
                        Counted& counted)
{
    struct Given {
        std::optional<people::PersonId> child;
        std::string family;
        std::optional<SignpostResult> result;
    };
    std::vector<Given> all;
    std::vector<people::PersonId> children;
    {
        auto rows = database.query(sql()("signposts_between"), agency.text(),
                                   start_of_day_in_london(period.first),
                                   start_of_day_in_london(period.last + Days{1}));
        while (rows.next()) {
            const auto told = rows.optional_text("result");
            Given given{.child = {},
                        .family = std::string(rows.text("family")),
                        .result = told ? signpost_result_named(*told) : std::nullopt};
            if (const auto child = rows.optional_text("child"))
                children.push_back(given.child.emplace(people::PersonId::parse(*child).value()));
            counted.signposts[given.result] += rows.integer("signposts");
            all.push_back(std::move(given));
        }
    }
    // Two records of one child that were joined are one family.
    const auto shown = people::shown_as(database, agency, children);
    std::map<std::string, std::vector<std::optional<SignpostResult>>> families;
    for (const auto& given : all)
        families[given.child ? shown.at(*given.child).text() : given.family].push_back(
            given.result);
    for (const auto& [family, results] : families) ++counted.families_sent_on[best_result(results)];
}

} // namespace store_reports_detail
using namespace store_reports_detail;

Counted counted_in(db::Queries& database, const access::AgencyId& agency, const Period& period,
                   Date today)
{
    Counted counted;
    count_contacts_in(database, agency, period, counted);
    count_cases_in(database, agency, period, std::min(period.last, today), counted);
    count_levels_in(database, agency, period, counted);
    count_needs_in(database, agency, period, counted);
    counted.closes = closes_between(database, agency, period.first, period.last);
    counted.closed = static_cast<std::int64_t>(counted.closes.size());
    const auto kept = kept_figures(database, agency);
    auto time = kept_time(kept, period);
    for (const auto& stage :
         hours_between(database, agency, period.first, period.last + Days{1}).by_stage)
        time[stage.stage] += stage.time;
    for (const auto& [stage, minutes] : time)
        counted.hours[stage] = std::chrono::round<std::chrono::hours>(minutes).count();
    count_topics_in(database, agency, period, counted);
    count_next_steps_in(database, agency, period, counted);
    count_signposts_in(database, agency, period, counted);
    count_events(events_added_since(database, agency, start_of_day_in_london(period.first)), period,
                 counted);
    counted.feedback = feedback_between(database, agency, period.first, period.last);
    add_kept(kept, period, counted);
    return counted;
}

std::optional<Date> first_case_opened(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("first_case_opened"), agency.text(), agency.text());
    if (!rows.next()) return std::nullopt;
    return rows.optional_date("opened_on");
}

} // namespace onroll::casework
