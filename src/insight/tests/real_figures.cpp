#include "real_figures.h"

#include "helpers/shared_data.h"
#include "helpers/test_database.h"
#include "insight/store_imports.h"
#include "kernel/ensure.h"
#include "platform/clock/clock.h"
#include "platform/csv/text.h"

namespace onroll::tests {

namespace real_figures_detail {

/// The database and the folder that it lies in, in the order in which they are taken down.
struct Kept {
    TestDatabase place{db::Engine::sqlite};
    RealFigures figures;
    bool complete = false;
};

bool import_lines(db::Database& database, std::string_view file, std::string_view unwanted)
{
    auto lines = lines_without(file, unwanted);
    if (!lines) return false;
    insight::ImportFile import;
    import.bytes = std::move(*lines);
    import.origin.file_name = std::string(file.substr(file.rfind('/') + 1));
    const SystemClock clock;
    const auto report = insight::import_statistics(database, import, insight::Apply::commit, clock);
    ensure(report.has_value(), "the published files are imported");
    return true;
}

} // namespace real_figures_detail

std::optional<std::string> lines_without(std::string_view file, std::string_view unwanted)
{
    const auto path = shared_file(file);
    if (!path) return std::nullopt;
    const auto text = csv::Text::open(*path);
    ensure(text.has_value(), "the shared file can be read");
    std::string kept;
    const auto all = text->view();
    for (std::size_t at = 0; at < all.size();) {
        const auto end = std::min(all.find('\n', at), all.size() - 1);
        const auto line = all.substr(at, end + 1 - at);
        if (unwanted.empty() || line.find(unwanted) == std::string_view::npos) kept += line;
        at = end + 1;
    }
    return kept;
}

RealFigures* real_figures()
{
    using namespace real_figures_detail;
    static Kept kept;
    static const bool ready = [] {
        kept.figures.database = kept.place.open();
        auto& database = *kept.figures.database;
        const SystemClock clock;
        ensure(insight::prepare(database, clock).has_value(), "the tables can be made");
        return import_lines(database,
                            "data/exclusions/"
                            "ees2019_exclusions_by_geographic_level_200607_201516.csv.gz",
                            ",School,") &&
               import_lines(database,
                            "data/exclusions/"
                            "ees2019_exclusions_by_characteristic_200607_201516.csv",
                            "") &&
               import_lines(database, "data/la-measures/lait_exclusions_2015_2022.csv.gz", "") &&
               import_lines(database, "data/geography/statistical_neighbours_2025.csv", "");
    }();
    return ready ? &kept.figures : nullptr;
}

} // namespace onroll::tests
