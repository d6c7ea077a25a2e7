// Any bytes as a file of official statistics, as its meta file and as boundaries: read or refused,
// each figure a finite number or a state, and nothing kept of a row that is said to be faulty.
#include "target.h"

#include "insight/imports.h"
#include "insight/screening.h"
#include "insight/store_cells.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

void check(const onroll::insight::StatisticsFile& file)
{
    using namespace onroll::insight;
    std::int64_t cells = 0;
    for (const auto& figures : file.figures) {
        if (figures.packed.size() % sizeof(store_cells::PackedCell) != 0) std::abort();
        for (std::size_t at = 0; at < figures.packed.size();
             at += sizeof(store_cells::PackedCell)) {
            store_cells::PackedCell cell;
            std::memcpy(&cell, figures.packed.data() + at, sizeof cell);
            if (!std::isfinite(cell.value)) std::abort();
            if (cell.state != 0 && cell.value != 0) std::abort();
            if (cell.row < 2) std::abort();
            ++cells;
        }
    }
    if (!file.figures.empty() && cells != file.cells) std::abort();
}

} // namespace

FUZZ_TARGET(statistics)
{
    using namespace onroll::insight;
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    // A line of equals signs parts the file from its meta file.
    const auto parting = text.find("\n====\n");
    ImportFile file;
    file.bytes = text.substr(0, parting);
    file.origin.file_name = "figures_2025.csv";
    if (parting != std::string::npos) file.meta_bytes = text.substr(parting + 6);
    if (const auto read = read_statistics(file, {})) check(*read);
    const auto screening = screen({"figures.csv", *file.bytes},
                                  {"figures.meta.csv", file.meta_bytes.value_or(std::string())});
    for (const auto& finding : screening.findings)
        if (finding.check.empty() || finding.message.empty()) std::abort();
    return 0;
}
