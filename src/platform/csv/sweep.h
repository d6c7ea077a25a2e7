// Goes through the rows of a large file on several threads, taking a few columns of each: for sums
// and counts, where the order of rows does not matter. The file is cut at row ends, and a file
// whose cuts or quotation marks leave any doubt is read again by csv::Reader from its start, so the
// answer is always that of csv::Reader.
#pragma once

#include "platform/csv/text.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::csv {

/// The wanted cells of one row, without quotation marks and the spaces around; valid during the
/// call.
using WantedCells = std::span<const std::string_view>;

/// What a sweep went through, the header not counted.
struct Swept {
    std::int64_t rows = 0;      ///< given to `take`
    std::int64_t misshapen = 0; ///< rows with too few or too many cells, a quotation mark left open
                                ///< and the like: left out
    bool operator==(const Swept&) const = default;
};

struct SweepPlan {
    std::vector<std::string> columns{};           ///< by name, as csv::Header finds them
    std::size_t threads = 0;                      ///< 0 for as many as the processor has
    std::size_t stretch = std::size_t{256} << 10; ///< bytes that one thread takes at a time
    Limits limits{};
};

using BeginSweep = std::function<void(std::size_t threads)>;
using TakeRow = std::function<void(std::size_t thread, WantedCells)>;

/// Reads the columns of `plan`. `begin` is called with the number of threads before each reading,
/// and forgets what an earlier one gave; `take` with the thread's number and a row, in any order.
/// Errors as csv::Reader::open, and bad input that names a column which is not there.
Result<Swept> sweep(const std::filesystem::path& file, const SweepPlan& plan,
                    const BeginSweep& begin, const TakeRow& take);
/// The same for bytes already in memory.
Result<Swept> sweep_bytes(const std::string& bytes, const SweepPlan& plan, const BeginSweep& begin,
                          const TakeRow& take);

} // namespace onroll::csv
