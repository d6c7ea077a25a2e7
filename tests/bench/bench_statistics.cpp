// Statistics in. A generated file of a million rows in DfE's layout: read straight to groups,
// beside DuckDB on the same file in the same run; read to series, as an import does. The real file
// of 220,203 rows, where the shared data is present: from its bytes to the figures of a first page.
#include "bench/stopwatch.h"

#include "insight/file_sums.h"
#include "insight/imports.h"
#include "insight/store.h"
#include "insight/store_imports.h"
#include "platform/csv/reader.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <string>

namespace {

using namespace onroll;
using namespace onroll::insight;

struct Took {
    double seconds = 1e9;
    double processor = 0;
};

/// The quickest of three runs.
template <class Work>
Took quickest(Work&& work)
{
    Took best;
    for (int run = 0; run < 3; ++run) {
        const bench::Stopwatch watch;
        const auto used = std::clock();
        work();
        const auto seconds = watch.seconds();
        if (seconds < best.seconds)
            best = {seconds, static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC};
    }
    return best;
}

void generate(const std::filesystem::path& path)
{
    std::ofstream out(path);
    out << "\"time_period\",\"time_identifier\",\"geographic_level\",\"country_code\","
           "\"country_name\",\"region_code\",\"region_name\",\"old_la_code\",\"new_la_code\","
           "\"la_name\",\"education_phase\",\"characteristic_group\",\"characteristic\","
           "\"headcount\",\"perm_excl\",\"perm_excl_rate\",\"suspension\",\"susp_rate\","
           "\"one_plus_susp\",\"one_plus_susp_rate\"\n";
    const auto cell = [](auto value) { return "\"" + std::to_string(value) + "\""; };
    unsigned seed = 1;
    const auto next = [&seed](unsigned below) {
        seed = seed * 1'664'525U + 1'013'904'223U;
        return (seed >> 8) % below;
    };
    int rows = 0;
    for (int phase = 0; rows < 1'000'000; ++phase)
        for (int year = 2006; year < 2016; ++year)
            for (int authority = 200; authority < 352; ++authority)
                for (int characteristic = 0; characteristic < 27 && rows < 1'000'000;
                     ++characteristic, ++rows) {
                    const auto pupils = 20 + next(9'000), suspensions = next(900),
                               permanent = next(30);
                    const auto rate = [&](unsigned count) {
                        return "\"" + std::to_string(100.0 * count / pupils) + "\"";
                    };
                    const bool few = permanent > 0 && permanent < 3;
                    out << "\"" << year << (year + 1) % 100 / 10 << (year + 1) % 10
                        << "\",\"Academic year\",\"Local authority\",\"E92000001\",\"England\","
                           "\"E12000009\",\"South West\",\""
                        << authority << "\",\"\",\"Authority " << authority << "\",\"Phase "
                        << phase << "\",\"Group " << characteristic / 9 << "\",\"Characteristic "
                        << characteristic << "\"," << cell(pupils) << ","
                        << (few ? "\"c\"" : cell(permanent)) << ","
                        << (few ? "\"c\"" : rate(permanent)) << "," << cell(suspensions) << ","
                        << rate(suspensions) << "," << cell(suspensions / 2) << ","
                        << rate(suspensions / 2) << "\n";
                }
}

struct Groups {
    std::size_t count = 0;
    double suspensions = 0;
};

Groups groups_of(const std::filesystem::path& path, std::size_t threads)
{
    const auto sums = sum_file(path, {{"old_la_code", "time_period", "characteristic"},
                                      {"headcount", "suspension", "one_plus_susp", "perm_excl"},
                                      threads});
    if (!sums) return {};
    Groups groups{sums->groups(), 0};
    for (std::size_t group = 0; group < groups.count; ++group)
        groups.suspensions += sums->sum(group, 1).value();
    return groups;
}

void compare_with_duckdb(const std::filesystem::path& path, const std::string& script)
{
    Groups groups;
    const auto ours = quickest([&] { groups = groups_of(path, 0); });
    std::printf(
        "a million rows, %.0f MB, straight to %zu groups: %.2f s, %.2f s of processor time\n",
        static_cast<double>(std::filesystem::file_size(path)) / 1e6, groups.count, ours.seconds,
        ours.processor);
    const auto command = "node '" + script + "' '" + path.string() + "'";
    FILE* const peer = ::popen(command.c_str(), "r");
    double seconds = 0, processor = 0, count = 0, suspensions = 0;
    const int read =
        peer ? std::fscanf(peer, "%lf %lf %lf %lf", &seconds, &processor, &count, &suspensions) : 0;
    if (peer) ::pclose(peer);
    if (read != 4) {
        std::printf("DuckDB is not there: npm ci in tests/bench/duckdb brings it\n");
        return;
    }
    const bool same =
        static_cast<std::size_t>(count) == groups.count && suspensions == groups.suspensions;
    std::printf("DuckDB, the same file, %s answer: %.2f s, %.2f s of processor time: %.2f times as "
                "long, %.2f times the processor time\n",
                same ? "the same" : "ANOTHER", seconds, processor, seconds / ours.seconds,
                processor / ours.processor);
}

void read_to_series(const std::filesystem::path& path)
{
    std::int64_t cells = 0;
    const auto took = quickest([&] {
        auto reader = csv::Reader::open(path);
        const auto file = read_table(*reader, std::nullopt, {"million.csv", {}}, {});
        cells = file ? file->cells : 0;
    });
    std::printf("the same file to series, as an import reads it: %lld figures in %.2f s, %.2f s of "
                "processor time\n",
                static_cast<long long>(cells), took.seconds, took.processor);
}

void import_real(const std::filesystem::path& file, const std::filesystem::path& folder)
{
    if (!std::filesystem::exists(file)) {
        std::printf("skipped: %s is not present\n", file.c_str());
        return;
    }
    const SystemClock clock;
    const auto database = db::Database::open({"sqlite:" + (folder / "bench.db").string()});
    if (!database || !prepare(**database, clock)) return;
    const bench::Stopwatch watch;
    const auto used = std::clock();
    const auto report =
        import_statistics(**database, {file, {}, {}, {}, {"real.csv", {}}}, Apply::commit, clock);
    const double imported = watch.seconds();
    std::size_t cells = 0;
    const auto page = [&] {
        auto reader = (*database)->read(db::View::snapshot);
        cells = 0;
        for (const auto* const indicator :
             {"suspensions", "permanent_exclusions", "pupils_suspended", "pupils"})
            cells += figures(reader, {"exclusions", indicator}, AreaLevel::authority).cells.size();
    };
    page();
    const double first_page = watch.seconds();
    const double processor = static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC;
    if (!report || !report->stored) return;
    const auto again = quickest(page);
    std::printf("%lld rows, %lld figures: imported after %.2f s, figures of a first page after "
                "%.2f s (%.2f s of processor time); the page's %zu figures again in %.2f ms\n",
                static_cast<long long>(report->rows), static_cast<long long>(report->cells),
                imported, first_page, processor, cells, again.seconds * 1e3);
}

} // namespace

int main()
{
    const auto folder = std::filesystem::temp_directory_path() / "onroll-bench-statistics";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const char* const named = std::getenv("ONROLL_SHARED");
    const auto shared = named ? std::filesystem::path(named) : std::filesystem::path("../shared");
    import_real(shared / "data/exclusions/"
                         "ees2019_exclusions_by_geographic_level_200607_201516.csv.gz",
                folder);
    const auto million = folder / "million.csv";
    generate(million);
    compare_with_duckdb(million, "tests/bench/duckdb/groups.mjs");
    read_to_series(million);
    std::filesystem::remove_all(folder);
}
