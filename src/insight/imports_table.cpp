#include "insight/imports_table.h"

#include "insight/imports_cells.h"
#include "insight/imports_columns.h"
#include "insight/imports_gather.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace onroll::insight {

namespace imports_table_detail {

constexpr std::size_t sample_rows = 500;

/// Reads the rows of a file in DfE's standard.
class TableReader {
public:
    TableReader(const FileKind& kind, const csv::Header& header, std::vector<ReadColumn> columns,
                const KnownCodes& known, StatisticsFile& file)
        : kind_(kind), header_(header), columns_(std::move(columns)), places_(header, known),
          file_(file), gatherer_(file.dataset, {})
    {
        time_period_ = header.find("time_period");
        if (!time_period_) time_period_ = header.find("year");
        time_identifier_ = header.find("time_identifier");
        std::vector<std::string> indicators;
        for (const auto& column : columns_) {
            if (column.role == ColumnRole::filter) filters_.push_back(&column);
            if (column.role != ColumnRole::indicator) continue;
            indicators_.push_back(column.index);
            indicators.push_back(column.read_as);
        }
        tallies_.resize(header.size());
        figures_.resize(indicators_.size());
        gatherer_ = Gatherer(file.dataset, std::move(indicators));
        meaning_ = kind.old_x ? MeaningOfX::suppressed : MeaningOfX::not_available;
    }

    void read(const csv::Row& row);
    void finish();
    bool knows_filter(std::string_view name) const
    {
        return std::any_of(filters_.begin(), filters_.end(),
                           [&](const ReadColumn* one) { return one->read_as == name; });
    }

private:
    bool read_time(const csv::Row& row);
    std::uint32_t read_breakdown(const csv::Row& row);
    void read_figures(const csv::Row& row, AreaCode area);
    void say_levels();

    const FileKind& kind_;
    const csv::Header& header_;
    std::vector<ReadColumn> columns_;
    PlaceReader places_;
    StatisticsFile& file_;
    Gatherer gatherer_;
    std::optional<std::size_t> time_period_, time_identifier_;
    std::vector<const ReadColumn*> filters_{};
    std::vector<std::size_t> indicators_{};        ///< columns
    std::vector<std::optional<Figure>> figures_{}; ///< of the row in hand, by indicator
    std::vector<std::array<std::int64_t, 7>> tallies_{};
    MeaningOfX meaning_ = MeaningOfX::not_available;
    std::string last_time_{}, last_filters_{}, filter_cells_{};
    std::optional<Period> period_{};
    std::uint32_t breakdown_ = 0;
    std::unordered_map<std::string, std::uint32_t> breakdowns_{};
    std::set<Period> periods_{};
    std::map<std::string, std::int64_t, std::less<>> other_levels_{};
    std::map<std::string, std::string, std::less<>> mended_{};
};

bool TableReader::read_time(const csv::Row& row)
{
    const auto when = row[time_period_], identifier = row[time_identifier_];
    filter_cells_.assign(when).append("\x1f").append(identifier);
    if (filter_cells_ == last_time_ && period_) return true;
    last_time_ = filter_cells_;
    period_ = read_period(when, identifier);
    if (!period_) {
        add_problem(
            file_, row.number, "time_period",
            "The period must be one that is kept here, such as 201617 with Academic year or "
            "2017 with Calendar year");
        return false;
    }
    if (kind_.academic_year_is && period_->kind == PeriodKind::academic_year)
        period_->kind = *kind_.academic_year_is;
    periods_.insert(*period_);
    return true;
}

std::uint32_t TableReader::read_breakdown(const csv::Row& row)
{
    filter_cells_.clear();
    for (const auto* filter : filters_) filter_cells_.append(row[filter->index]).append("\x1f");
    if (filter_cells_ == last_filters_ && !breakdowns_.empty()) return breakdown_;
    last_filters_ = filter_cells_;
    const auto known = breakdowns_.find(filter_cells_);
    if (known != breakdowns_.end()) return breakdown_ = known->second;
    Breakdown breakdown;
    for (const auto* filter : filters_) {
        const auto cell = row[filter->index];
        auto value = filter_value(filter->read_as, cell);
        if (filter->read_as == "band" && !value.empty() && value != cell)
            mended_.emplace(std::string(cell), value);
        breakdown.set(filter->read_as, value);
    }
    // A group names what a characteristic is of; without one it splits nothing.
    if (breakdown.value_of("characteristic").empty() && knows_filter("characteristic"))
        breakdown.set("group", {});
    // A band beside the days themselves says nothing more.
    if (!breakdown.value_of("days").empty()) breakdown.set("band", {});
    breakdown_ = gatherer_.breakdown(breakdown);
    breakdowns_.emplace(filter_cells_, breakdown_);
    return breakdown_;
}

void TableReader::read_figures(const csv::Row& row, AreaCode area)
{
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
        const auto column = indicators_[i];
        auto& figure = figures_[i];
        figure = read_cell(row[column], meaning_);
        if (!figure) {
            add_problem(file_, row.number, header_.names()[column],
                        "The cell must be a number or one of the symbols c, x, z, low and u");
            continue;
        }
        ++tallies_[column][static_cast<std::size_t>(figure->state)];
    }
    gatherer_.add_row(area, *period_, static_cast<std::uint32_t>(row.number), figures_);
}

void TableReader::read(const csv::Row& row)
{
    ++file_.rows;
    if (row.trouble != csv::RowTrouble::none) {
        add_problem(file_, row.number, {}, "This row " + std::string(in_words(row.trouble)));
        return;
    }
    if (!read_time(row)) return;
    const auto answer = places_.read(row, period_->year);
    if (const auto* other = std::get_if<PlaceReader::OtherLevel>(&answer)) {
        ++file_.left_out;
        ++other_levels_[std::string(other->name)];
        return;
    }
    if (const auto* trouble = std::get_if<PlaceReader::Trouble>(&answer)) {
        add_problem(file_, row.number, trouble->column, trouble->message);
        return;
    }
    const auto& place = std::get<PlaceReader::Place>(answer);
    gatherer_.at({read_breakdown(row), place.area.level(), place.authority, period_->kind});
    read_figures(row, place.area);
}

void TableReader::say_levels()
{
    for (const auto& [level, rows] : other_levels_)
        file_.notices.push_back(std::to_string(rows) + " rows about “" + level +
                                "” were left out: England, regions, local authorities and schools "
                                "are kept here");
}

/// "2006/07 to 2015/16", by kind of period.
void TableReader::finish()
{
    gatherer_.finish(file_);
    say_levels();
    for (const auto& [damaged, band] : mended_)
        file_.notices.push_back("The band " + damaged + " was read as " + band +
                                ": a spreadsheet had made a date of it");
    for (const auto& column : columns_) {
        const auto& tally = tallies_[column.index];
        const auto count = [&](CellState state) { return tally[static_cast<std::size_t>(state)]; };
        file_.columns.push_back(
            {header_.names()[column.index], std::string(in_words(column.role)), column.read_as,
             column.label, column.unit, count(CellState::known), count(CellState::suppressed),
             count(CellState::not_available), count(CellState::not_applicable),
             count(CellState::low) + count(CellState::unreliable) + count(CellState::missing)});
        if (column.role == ColumnRole::note)
            file_.notices.push_back("The column " + header_.names()[column.index] +
                                    " was not read: it splits no figures here");
    }
    file_.periods = spans_in_words(periods_);
    file_.areas = places_.areas();
    file_.ons_codes = places_.ons_codes();
}

} // namespace imports_table_detail

Result<StatisticsFile> read_by_place(csv::Reader& reader, const FileKind& kind,
                                     const std::optional<std::vector<MetaColumn>>& meta,
                                     StatisticsFile file, const KnownCodes& known)
{
    auto columns = read_columns(kind, reader.header(), meta);
    // Columns whose role is not known are settled by their first rows.
    std::vector<std::vector<std::string>> sample;
    std::vector<std::pair<std::size_t, csv::RowTrouble>> numbers;
    while (sample.size() < imports_table_detail::sample_rows && reader.next()) {
        const auto& row = reader.row();
        numbers.emplace_back(row.number, row.trouble);
        auto& cells = sample.emplace_back(reader.header().size());
        for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = row[i];
    }
    settle(columns, sample);
    imports_table_detail::TableReader table(kind, reader.header(), std::move(columns), known, file);
    std::vector<std::string_view> views;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        views.assign(sample[i].begin(), sample[i].end());
        table.read({numbers[i].first, numbers[i].second, views});
    }
    while (reader.next()) table.read(reader.row());
    if (reader.refusal()) return *reader.refusal();
    table.finish();
    return file;
}

} // namespace onroll::insight
