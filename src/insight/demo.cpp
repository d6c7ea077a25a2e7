#include "insight/demo.h"

#include "insight/store.h"
#include "insight/store_imports.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <string>
#include <utility>

namespace onroll::insight {

Result<DemoStatistics> fill_demo_statistics(db::Database& database, std::uint64_t seed,
                                            const std::vector<demo::DemoSchool>& schools,
                                            const Clock& clock)
{
    KnownCodes known;
    {
        auto reader = database.read();
        const auto there = releases(reader);
        if (std::any_of(there.begin(), there.end(),
                        [](const Release& one) { return one.source != invented_source; }))
            return Error{ErrorKind::conflict,
                         "This store holds real statistics. Fill the demonstration into a data "
                         "folder of its own, with --data DIR",
                         {},
                         {}};
        known = known_codes(reader);
    }
    DemoStatistics filled;
    for (auto& file : demo::files(seed, schools)) {
        auto read =
            read_statistics({{}, std::move(file.bytes), {}, {}, {file.name, std::nullopt}}, known);
        ensure(read.has_value() && read->problem_count == 0, "the invented files can be read");
        read->source = invented_source;
        read->licence = "Invented figures: no licence needed";
        const auto report = store_statistics(database, *read, Apply::commit, clock);
        if (!report) return report.error();
        filled.files += report->stored;
    }
    return filled;
}

} // namespace onroll::insight
