#include "insight/open_data.h"

#include "insight/figures_table.h"

#include <array>
#include <map>
#include <set>
#include <utility>

namespace onroll::insight {

namespace open_data_detail {

/// The names of DfE's own files of 2020/21 and later, so that ours can be read as they are.
struct Family {
    std::string_view measure;
    std::string_view count_column;
    std::string_view rate_column;
    std::string_view count_label;
    std::string_view rate_label;
};
constexpr std::array families = {
    Family{"permanent_exclusion_rate", "perm_excl", "perm_excl_rate", "Permanent exclusions",
           "Permanent exclusion rate"},
    Family{"suspension_rate", "suspension", "susp_rate", "Suspensions", "Suspension rate"},
    Family{"pupils_suspended_rate", "one_plus_susp", "one_plus_susp_rate",
           "Pupils with one or more suspensions", "Pupils with one or more suspensions, rate"},
};

struct PhaseFilter {
    std::string_view suffix; ///< of the measure's key
    std::string_view value;
};
constexpr std::array phases = {PhaseFilter{"", "Total"}, PhaseFilter{"_primary", "Primary"},
                               PhaseFilter{"_secondary", "Secondary"},
                               PhaseFilter{"_special", "Special"}};

std::vector<std::string> columns()
{
    std::vector<std::string> names = {"time_period",  "time_identifier", "geographic_level",
                                      "country_code", "country_name",    "region_code",
                                      "region_name",  "old_la_code",     "new_la_code",
                                      "la_name",      "education_phase", "headcount"};
    for (const auto& family : families) {
        const std::string rate(family.rate_column);
        names.insert(names.end(),
                     {std::string(family.count_column), rate, rate + "_low", rate + "_high"});
    }
    return names;
}

std::string meta()
{
    csv::Writer writer({"col_name", "col_type", "label", "indicator_grouping", "indicator_unit",
                        "indicator_dp", "filter_hint", "filter_grouping_column"});
    const auto add = [&](std::string_view name, std::string_view type, std::string_view label,
                         std::string_view unit, std::string_view decimals) {
        writer.text(name).text(type).text(label).blank().text(unit).text(decimals).blank().blank();
        writer.end_row();
    };
    add("education_phase", "Filter", "Education phase", "", "");
    add("headcount", "Indicator", "Pupils on roll at the January census", "", "0");
    for (const auto& family : families) {
        const std::string rate(family.rate_column), label(family.rate_label);
        add(family.count_column, "Indicator", family.count_label, "", "0");
        add(rate, "Indicator", label, "%", "2");
        add(rate + "_low", "Indicator", label + ", lower end of the 95% range", "%", "2");
        add(rate + "_high", "Indicator", label + ", upper end of the 95% range", "%", "2");
    }
    return std::move(writer).take();
}

void add_place(csv::Writer& writer, const Area& area, const Gazetteer& gazetteer)
{
    switch (area.code.level()) {
    case AreaLevel::national:
        writer.text("National");
        break;
    case AreaLevel::region:
        writer.text("Regional");
        break;
    case AreaLevel::authority:
    case AreaLevel::school:
        writer.text("Local authority");
        break;
    }
    writer.text(AreaCode::england().text()).text("England");
    const bool national = area.code.level() == AreaLevel::national;
    const auto region =
        area.code.level() == AreaLevel::region ? std::optional(area.code) : area.region;
    if (national || !region)
        writer.blank().blank();
    else
        writer.text(region->text()).text(gazetteer.name_of(*region));
    if (area.code.level() != AreaLevel::authority) {
        writer.blank().blank().blank();
        return;
    }
    writer.text(area.code.text());
    // Authorities that ended before 2009 have no code of the Office for National Statistics.
    writer.text(area.ons_code.empty() ? "z" : area.ons_code).text(area.name);
}

void add_cell(csv::Writer& writer, const FigureCell& cell)
{
    if (cell.kind == FigureCell::Kind::number)
        writer.decimal(cell.text);
    else
        writer.text(cell.text);
}

/// Count, rate and range, each with a symbol where there is no number.
void add_values(csv::Writer& writer, const AreaValue* value, const Measure& measure)
{
    const auto absent = FigureCell::absent(value ? value->state : CellState::not_available);
    add_cell(writer, value && value->count   ? FigureCell::exact(*value->count)
                     : value && value->value ? FigureCell{FigureCell::Kind::absent, "x"}
                                             : absent);
    add_cell(writer, value && value->value ? FigureCell::written(shown(*value, measure)) : absent);
    const auto& range = value ? value->interval : std::optional<Interval>();
    add_cell(writer, range ? FigureCell::rounded(range->low, 2) : FigureCell::none());
    add_cell(writer, range ? FigureCell::rounded(range->high, 2) : FigureCell::none());
}

std::set<AreaCode> chosen_areas(const Gazetteer& gazetteer, std::optional<AreaCode> only)
{
    std::set<AreaCode> chosen;
    for (const auto& [code, area] : gazetteer.areas) chosen.insert(code);
    if (!only) return chosen;
    chosen = {*only, AreaCode::england()};
    if (const auto* area = gazetteer.find(*only); area && area->region)
        chosen.insert(*area->region);
    return chosen;
}

} // namespace open_data_detail

OpenData open_data(db::Queries& database, Comparisons& comparisons, std::optional<AreaCode> only)
{
    using namespace open_data_detail;
    const auto gazetteer = comparisons.gazetteer(database);
    const auto chosen = chosen_areas(*gazetteer, only);
    OpenData out{{}, meta(), 0};
    csv::Writer writer(columns());
    for (const auto& phase : phases) {
        std::vector<std::shared_ptr<const MeasureValues>> values;
        std::set<Period> periods;
        for (const auto& family : families) {
            const auto* measure =
                find_measure(std::string(family.measure) + std::string(phase.suffix));
            values.push_back(comparisons.values(database, *measure));
            for (const auto& period : values.back()->periods()) periods.insert(period);
        }
        for (const auto& period : periods)
            for (const auto& code : chosen) {
                std::array<const AreaValue*, families.size()> found{};
                const AreaValue* first = nullptr;
                for (std::size_t i = 0; i < families.size(); ++i) {
                    found[i] = values[i]->find(code, period);
                    if (found[i] && (!first || found[i]->pupils > 0)) first = found[i];
                }
                if (!first) continue;
                const auto year = period.year;
                writer.number(std::int64_t{year} * 100 + (year + 1) % 100).text("Academic year");
                add_place(writer, *gazetteer->find(code), *gazetteer);
                writer.text(phase.value);
                if (first->pupils > 0)
                    writer.number(first->pupils);
                else
                    writer.text("x");
                for (std::size_t i = 0; i < families.size(); ++i)
                    add_values(writer, found[i], values[i]->measure());
                writer.end_row();
                ++out.rows;
            }
    }
    out.csv = std::move(writer).take();
    return out;
}

} // namespace onroll::insight
