#include "casework/rules_journey.h"

#include <algorithm>

namespace onroll::casework {
namespace rules_journey_detail {

Stretch of_event(const Event& event, Date on)
{
    Stretch stretch{.lane = "School",
                    .kind = StretchKind::day,
                    .from = on,
                    .until = on,
                    .words = std::string(in_words(event.kind))};
    const auto& facts = event.facts;
    const auto days = facts.text(Fact::days);
    if (event.kind == EventKind::suspension && !days.empty())
        stretch.words += ", " + std::string(days) + (days == "1" ? " day" : " days");
    if (event.kind == EventKind::part_time_timetable ||
        event.kind == EventKind::off_site_direction) {
        stretch.kind = StretchKind::going_on;
        stretch.until = facts.day(Fact::ends_on);
    }
    return stretch;
}

/// From noticing to the day that somebody saw the child, and what came of it.
std::vector<Stretch> of_need(const Need& need)
{
    std::vector<Stretch> stretches;
    const std::string lane(in_words(need.kind));
    const auto seen = std::find_if(need.steps.begin(), need.steps.end(), [](const auto& step) {
        return step.step == NeedStep::seen || step.step == NeedStep::met;
    });
    const auto until = seen == need.steps.end() ? std::nullopt : std::optional(seen->on);
    stretches.push_back({.lane = lane,
                         .kind = StretchKind::wait,
                         .from = need.noticed_on(),
                         .until = until,
                         .words = need.words.empty() ? "Waiting" : need.words});
    for (const auto& step : need.steps)
        if (step.step != NeedStep::noticed && step.step != NeedStep::waiting)
            stretches.push_back({.lane = lane,
                                 .kind = StretchKind::day,
                                 .from = step.on,
                                 .until = step.on,
                                 .words = std::string(in_words(step.step)) +
                                          (step.who.empty() ? "" : ": " + step.who)});
    return stretches;
}

Stretch of_told(const JourneyPart& part)
{
    const auto& told = part.told;
    return {.lane = told.who.empty() ? std::string("At home") : told.who,
            .kind = told.kind == JourneyKind::moment ? StretchKind::day
                    : told.kind == JourneyKind::wait ? StretchKind::wait
                                                     : StretchKind::going_on,
            .from = told.from,
            .until = told.kind == JourneyKind::moment ? std::optional(told.from) : told.until,
            .words = told.words,
            .feeling = told.feeling,
            .told = part.id};
}

bool is_sanction(const Event& event)
{
    return (is_exclusion(event.kind) || is_informal(event.kind)) &&
           !event.facts.known(Fact::recorded_in_error);
}

} // namespace rules_journey_detail
using namespace rules_journey_detail;

Journey journey_of(const std::vector<Event>& events, const std::vector<Need>& needs,
                   const std::vector<JourneyPart>& told, Date today)
{
    Journey journey;
    auto& all = journey.stretches;
    for (const auto& event : events)
        if (const auto on = event.on(); on && !event.facts.known(Fact::recorded_in_error))
            all.push_back(of_event(event, *on));
    for (const auto& need : needs) {
        auto stretches = of_need(need);
        all.insert(all.end(), stretches.begin(), stretches.end());
    }
    for (const auto& part : told) all.push_back(of_told(part));
    std::stable_sort(all.begin(), all.end(), [](const Stretch& one, const Stretch& other) {
        return one.from < other.from;
    });
    if (all.empty()) return journey;
    journey.from = all.front().from;
    journey.until = today;
    for (const auto& stretch : all) {
        journey.until = std::max(journey.until, stretch.until.value_or(stretch.from));
        if (std::find(journey.lanes.begin(), journey.lanes.end(), stretch.lane) ==
            journey.lanes.end())
            journey.lanes.push_back(stretch.lane);
    }
    std::stable_sort(journey.lanes.begin(), journey.lanes.end(),
                     [](const std::string& one, const std::string& other) {
                         return (one == "School") > (other == "School");
                     });
    return journey;
}

Unmet sanctions_while_unmet(const std::vector<Event>& events, const std::vector<Need>& needs)
{
    Unmet unmet;
    for (const auto& event : events) {
        const auto on = event.on();
        if (!on || !is_sanction(event)) continue;
        ++unmet.sanctions;
        if (std::any_of(needs.begin(), needs.end(),
                        [&](const Need& need) { return need.unmet_on(*on); }))
            ++unmet.while_unmet;
    }
    return unmet;
}

} // namespace onroll::casework
