// Sums of a file's figures by groups of its rows, straight from the bytes and without importing
// it: to hold a release against its own published totals. Numbers are summed exactly; a cell that
// holds a symbol in place of a number adds nothing and is counted. Owns no tables.
#pragma once

#include "kernel/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

/// An exact sum: billionths carry what old files count in parts.
struct CellSum {
    std::int64_t whole = 0;
    std::int64_t billionths = 0;
    std::uint32_t numbers = 0; ///< cells that were summed
    std::uint32_t symbols = 0; ///< c, x, z, low and the others: no number, and not zero
    std::uint32_t unread = 0;  ///< neither

    void add(std::string_view cell);
    void add(const CellSum& other);
    double value() const;
    bool operator==(const CellSum&) const = default;
};

struct SumQuestion {
    std::vector<std::string> by{}; ///< columns whose cells name a group; none sums the whole file
    std::vector<std::string> of{}; ///< columns that are summed
    std::size_t threads = 0;       ///< 0 for as many as the processor has
};

class GroupTable;

class FileSums {
public:
    std::int64_t rows = 0;
    std::int64_t misshapen = 0; ///< rows that do not fit the header: left out

    FileSums();
    FileSums(FileSums&&) noexcept;
    FileSums& operator=(FileSums&&) noexcept;
    ~FileSums();

    /// Groups are in the order of their cells, column by column.
    std::size_t groups() const { return order_.size(); }
    std::string_view cell(std::size_t group, std::size_t by) const;
    const CellSum& sum(std::size_t group, std::size_t of) const;

private:
    friend Result<FileSums> sum_file(const std::filesystem::path&, const SumQuestion&);
    std::unique_ptr<GroupTable> table_;
    std::vector<std::uint32_t> order_;
};

/// Errors as csv::sweep: no such file or column, damaged, too large.
Result<FileSums> sum_file(const std::filesystem::path& file, const SumQuestion& question);

} // namespace onroll::insight
