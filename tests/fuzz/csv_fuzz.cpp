// Any bytes as a CSV file: read to the end or refused, within limits, each row with a number that
// grows; and swept 64 bytes at a time to the same rows.
#include "target.h"

#include "platform/csv/reader.h"
#include "platform/csv/sweep.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

FUZZ_TARGET(csv)
{
    const onroll::csv::Limits limits{std::size_t{1} << 20, 10'000, 100, 10'000};
    auto reader =
        onroll::csv::Reader::read(std::string(reinterpret_cast<const char*>(bytes), size), limits);
    std::size_t last = 0, letters_in_first = 0;
    std::int64_t rows = 0, misshapen = 0;
    while (reader && reader->next()) {
        if (reader->row().number <= last) std::abort();
        last = reader->row().number;
        std::size_t letters = 0;
        for (std::size_t i = 0; i < reader->row().cells.size(); ++i)
            letters += reader->row()[i].size();
        if (letters > limits.bytes * 2) std::abort();
        const bool fits = reader->row().trouble == onroll::csv::RowTrouble::none;
        ++(fits ? rows : misshapen);
        if (fits) letters_in_first += reader->row()[std::size_t{0}].size();
    }
    if (!reader || reader->refusal() || reader->header().names().front().empty()) return 0;
    std::size_t letters_swept = 0;
    const onroll::csv::SweepPlan plan{{reader->header().names().front()}, 1, 100, limits};
    const auto swept = onroll::csv::sweep_bytes(
        std::string(reinterpret_cast<const char*>(bytes), size), plan,
        [&](std::size_t) { letters_swept = 0; },
        [&](std::size_t, onroll::csv::WantedCells cells) { letters_swept += cells[0].size(); });
    // A name of no letter or digit cannot be asked for.
    if (!swept) return 0;
    if (swept->rows != rows || swept->misshapen != misshapen || letters_swept != letters_in_first)
        std::abort();
    return 0;
}
