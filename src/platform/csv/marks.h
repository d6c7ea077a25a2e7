// Finds the ends of cells and rows 64 bytes at a time, as bits of a number, instead of looking at
// each byte. It reads well-formed files only (a quotation mark opens and closes a cell, or is
// doubled within one); of any other it says so, and csv::Reader reads that instead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace onroll::csv {

/// 64 bytes of a file: a bit for each byte that is one of these, the first byte lowest.
struct Marks {
    std::uint64_t quotes = 0, commas = 0, line_feeds = 0, returns = 0, beyond_ascii = 0;
    bool operator==(const Marks&) const = default;
};

/// The marks of the 64 bytes at `bytes`, by the processor's wide registers where the compiler has
/// them.
Marks marks_at(const char* bytes);
/// The same, byte by byte, for any processor.
Marks marks_bytewise(const char* bytes);

/// Where the cells and rows of a stretch of a file end.
struct Ends {
    std::vector<std::uint32_t> cells; ///< offset of the comma or line end after each cell
    std::vector<std::uint32_t> rows;  ///< how many of `cells` each row and those before it have
    std::size_t cell_count = 0;       ///< of `cells`, which is longer
    bool odd = false;                 ///< a quotation mark or line end stands where none should
    bool open_at_end = false;         ///< the stretch ends within quotation marks
    bool doubled = false;             ///< some cell has a doubled quotation mark
    bool beyond_ascii = false;
};

/// Finds the ends in a stretch that begins where a row does. A last row without a line end has one
/// at the stretch's length. `ends` keeps its memory from one stretch to the next; at most 4 GB.
void find_ends(std::string_view stretch, Ends& ends);

} // namespace onroll::csv
