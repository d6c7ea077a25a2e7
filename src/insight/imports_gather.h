// Gathers cells into series while a file is read, and finds two figures for one place. Pure: no
// clock, no database.
#pragma once

#include "insight/types_import.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace onroll::insight {

class Gatherer {
public:
    /// The names of the indicators, by the number that add() takes.
    Gatherer(std::string dataset, std::vector<std::string> indicators);
    ~Gatherer();
    Gatherer(Gatherer&&) noexcept;
    Gatherer& operator=(Gatherer&&) noexcept;

    /// A number for this breakdown, the same for the same one.
    std::uint32_t breakdown(const Breakdown& breakdown);

    /// Which list of cells; valid until another is asked for.
    struct Place {
        std::uint32_t breakdown = 0;
        AreaLevel level = AreaLevel::national;
        int authority = 0; ///< of a school
        PeriodKind kind = PeriodKind::academic_year;
        bool operator==(const Place&) const = default;
    };
    void at(const Place& place);
    /// Adds a cell to the list chosen by at().
    void add(std::size_t indicator, AreaCode area, const Period& period, const Figure& figure);
    /// Adds a row of the file at once, which keeps its cells beside each other in memory: a figure
    /// for each indicator, nothing for one that could not be read.
    void add_row(AreaCode area, const Period& period, std::uint32_t row,
                 std::span<const std::optional<Figure>> figures);

    /// The series, sorted; cells that are said twice alike are kept once, those said twice
    /// otherwise become problems.
    void finish(StatisticsFile& file);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Adds a problem, of which the first thousand are kept.
void add_problem(StatisticsFile& file, std::size_t row, std::string_view column,
                 std::string message);

} // namespace onroll::insight
