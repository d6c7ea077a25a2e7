#include "insight/patterns.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace onroll::insight {

namespace patterns_detail {

/// One school's cells of one phase.
struct SchoolCells {
    std::string phase;
    Figure count;
    Figure pupils;
};

/// Series of one indicator by phase: the files give a school's figures under its own phase only.
std::map<std::string, Series> by_phase(db::Queries& database, const std::string& indicator,
                                       AreaCode authority)
{
    std::map<std::string, Series> series;
    for (const std::string phase : {"Primary", "Secondary", "Special"})
        series.emplace(phase, school_figures(database,
                                             {"exclusions", indicator, Breakdown{{"phase", phase}},
                                              PeriodKind::academic_year},
                                             authority));
    return series;
}

std::map<AreaCode, SchoolCells> cells_of(db::Queries& database, const Measure& measure,
                                         AreaCode authority, const Period& period)
{
    std::map<AreaCode, SchoolCells> cells;
    const auto& source = measure.sources.front();
    const auto pupils = by_phase(database, source.base, authority);
    for (const auto& [phase, series] : by_phase(database, source.count, authority)) {
        if (!measure.phase().empty() && measure.phase() != phase) continue;
        for (const auto& cell : series.in(period))
            if (const auto* base = pupils.at(phase).find(cell.area, period))
                cells.insert_or_assign(cell.area, SchoolCells{phase, cell.figure, *base});
    }
    return cells;
}

bool can_be_told(const SchoolCells& cells)
{
    return cells.count.known() && cells.pupils.known() && cells.pupils.value > 0;
}

PatternReading reading_of(const ShrunkRate& rate, double overall)
{
    if (rate.low > overall) return PatternReading::above;
    if (rate.high < overall) return PatternReading::below;
    return PatternReading::like_others;
}

/// A group on its way: its pattern, and its events and pupils where they can be told.
struct Group {
    Pattern pattern;
    std::optional<Exposure> exposure;
};

/// Draws the rates of each phase towards that phase's whole, and puts all in order of name.
PatternPicture picture_of(std::vector<Group> groups, const Period& period, ReleaseId release)
{
    PatternPicture picture{.period = period, .release = release};
    std::map<std::string, std::vector<Exposure>> exposures;
    for (const auto& group : groups) {
        if (group.exposure) exposures[group.pattern.phase].push_back(*group.exposure);
        if (group.pattern.state == CellState::suppressed) ++picture.hidden;
    }
    std::map<std::string, RatePrior> priors;
    for (const auto& [phase, all] : exposures) {
        if (const auto whole = marshall_estimate(all))
            picture.overall[phase] = 100 * whole->overall;
        const auto prior = fit_rate_prior(all);
        if (prior) priors.emplace(phase, *prior);
        if (prior && !prior->groups_differ) picture.alike.insert(phase);
    }
    for (auto& [pattern, exposure] : groups) {
        const auto prior = priors.find(pattern.phase);
        if (exposure) pattern.pupils = exposure->pupils;
        if (exposure && prior != priors.end()) {
            const auto rate = shrunk_rate(*exposure, prior->second);
            pattern.rate = ShrunkRate{100 * rate.mean, 100 * rate.low, 100 * rate.high};
            pattern.reading = reading_of(*pattern.rate, picture.overall[pattern.phase]);
        }
        picture.patterns.push_back(std::move(pattern));
    }
    std::sort(picture.patterns.begin(), picture.patterns.end(),
              [](const Pattern& one, const Pattern& other) {
                  return std::tie(one.name, one.code, one.phase) <
                         std::tie(other.name, other.code, other.phase);
              });
    return picture;
}

} // namespace patterns_detail

namespace patterns_detail {

ReleaseId newest_of(const std::map<AreaCode, SchoolCells>& cells)
{
    ReleaseId newest = 0;
    for (const auto& [school, one] : cells) newest = std::max(newest, one.count.release);
    return newest;
}

} // namespace patterns_detail

std::string symbol_in(const Pattern& pattern)
{
    const auto symbol = symbol_of(pattern.state);
    return "[" + std::string(symbol.empty() ? "x" : symbol) + "]";
}

PatternPicture school_patterns(db::Queries& database, const Measure& measure, AreaCode authority,
                               const Period& period)
{
    using namespace patterns_detail;
    std::map<AreaCode, std::string> names;
    for (const auto& school : schools_of(database, authority)) names[school.code] = school.name;
    std::vector<Group> groups;
    const auto all = cells_of(database, measure, authority, period);
    for (const auto& [school, cells] : all) {
        Group group{{names[school], school.text(), cells.phase}, std::nullopt};
        if (group.pattern.name.empty()) group.pattern.name = school.text();
        group.pattern.state = cells.count.state;
        if (can_be_told(cells)) group.exposure = Exposure{cells.count.value, cells.pupils.value};
        groups.push_back(std::move(group));
    }
    return picture_of(std::move(groups), period, newest_of(all));
}

PatternPicture trust_patterns(db::Queries& database, const Measure& measure, AreaCode authority,
                              const Period& period,
                              const std::map<std::string, std::string>& trust_of_school)
{
    using namespace patterns_detail;
    std::map<std::pair<std::string, std::string>, Group> trusts;
    const auto all = cells_of(database, measure, authority, period);
    for (const auto& [school, cells] : all) {
        const auto trust = trust_of_school.find(school.text());
        if (trust == trust_of_school.end()) continue;
        auto& group = trusts[{trust->second, cells.phase}];
        group.pattern.schools = group.pattern.name.empty() ? 1 : group.pattern.schools + 1;
        group.pattern.name = trust->second;
        group.pattern.phase = cells.phase;
        if (!can_be_told(cells)) {
            // Once a school is hidden its trust is, whatever keeps another from being told.
            if (!cells.count.known() && group.pattern.state != CellState::suppressed)
                group.pattern.state = cells.count.state;
            continue;
        }
        if (!group.exposure) group.exposure = Exposure{};
        group.exposure->events += cells.count.value;
        group.exposure->pupils += cells.pupils.value;
    }
    std::vector<Group> groups;
    for (auto& [key, group] : trusts) {
        if (group.pattern.state != CellState::known) group.exposure.reset();
        groups.push_back(std::move(group));
    }
    return picture_of(std::move(groups), period, newest_of(all));
}

std::vector<Period> periods_by_school(db::Queries& database, const Measure& measure,
                                      AreaCode authority)
{
    std::set<Period> periods;
    for (const auto& [phase, series] :
         patterns_detail::by_phase(database, measure.sources.front().count, authority))
        for (const auto& period : series.periods()) periods.insert(period);
    return {periods.begin(), periods.end()};
}

std::optional<SchoolSeries> school_series(db::Queries& database, const Measure& measure,
                                          AreaCode authority, AreaCode school)
{
    constexpr std::size_t past = 3;
    SchoolSeries answer;
    for (const auto& [phase, series] :
         patterns_detail::by_phase(database, measure.sources.front().count, authority))
        for (const auto& cell : series.of(school))
            if (cell.figure.known()) {
                answer.periods.push_back(cell.period);
                answer.counts.push_back(cell.figure.value);
                answer.release = std::max(answer.release, cell.figure.release);
            }
    if (answer.counts.size() <= past) return std::nullopt;
    for (std::size_t i = 0; i < past; ++i) answer.rule.usual += answer.counts[i] / past;
    if (answer.rule.usual <= 0) return std::nullopt;
    answer.rule.watched = 2 * answer.rule.usual;
    answer.alarms = alarm_series({answer.counts.begin() + past, answer.counts.end()}, answer.rule);
    return answer;
}

} // namespace onroll::insight
