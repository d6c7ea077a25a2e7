// The files of figures that the invented area and its invented neighbours would have published, in
// the layouts of the real ones (data/insight/demo_authorities.csv): the same for the same seed.
// Pure: no clock, no database.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace onroll::insight::demo {

struct DemoFile {
    std::string name;
    std::string bytes;
};

/// A school of the invented area, for figures by school.
struct DemoSchool {
    int urn = 0;
    std::string name{};
    std::string phase{}; ///< "Primary", "Secondary", "Special"
    int pupils = 0;
};

/// Every file, in the order in which they would have been imported: seven school years, phases,
/// groups, reasons, durations, weeks, one term of the year under way, attendance, EHC plans,
/// alternative provision, neighbours and boundaries.
std::vector<DemoFile> files(std::uint64_t seed, const std::vector<DemoSchool>& schools);

} // namespace onroll::insight::demo
