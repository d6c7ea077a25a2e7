#include "insight/store_imports.h"

#include "insight/store.h"
#include "insight/store_rows.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace onroll::insight {

namespace store_imports_detail {

using store_rows::sql;

ImportReport report_of(const StatisticsFile& file)
{
    ImportReport report;
    report.what = file.title;
    report.dataset = file.dataset;
    report.file_name = file.origin.file_name;
    report.sha256 = file.sha256;
    report.encoding = file.encoding;
    report.periods = file.periods;
    report.rows = file.rows;
    report.left_out = file.left_out;
    report.cells = file.cells;
    for (const auto& seen : file.areas) ++report.areas[seen.area.code.level()];
    report.columns = file.columns;
    report.problems = file.problems;
    report.problem_count = file.problem_count;
    report.notices = file.notices;
    return report;
}

std::optional<Release> release_with(db::Queries& database, std::string_view sha256)
{
    auto rows = database.query(sql()("find_release_by_hash"), sha256);
    if (!rows.next()) return std::nullopt;
    return store_rows::release_from(rows);
}

ReleaseId record_release(db::Transaction& transaction, const StatisticsFile& file,
                         const Clock& clock)
{
    const auto now = clock.now();
    const auto published = file.origin.published_on;
    auto rows = transaction.query(sql()("record_release"), file.dataset, file.title,
                                  file.origin.file_name, file.sha256, file.encoding, file.licence,
                                  file.source, published, published ? *published : clock.today(),
                                  now, file.rows, file.cells, file.periods);
    ensure(rows.next(), "a row that was inserted has an id");
    return rows.integer("id");
}

/// The ids of the series of this file's dataset, made where they are new.
std::map<SeriesKey, std::int64_t> series_ids(db::Transaction& transaction,
                                             const StatisticsFile& file)
{
    std::map<SeriesKey, std::int64_t> ids;
    {
        auto rows = transaction.query(sql()("series_of_dataset"), file.dataset);
        while (rows.next()) {
            const auto kind = period_kind_named(rows.text("period"));
            ensure(kind.has_value(), "a kind of period is stored by its name");
            ids.emplace(SeriesKey{file.dataset, rows.text("indicator"),
                                  Breakdown::from_text(rows.text("breakdown")), *kind},
                        rows.integer("id"));
        }
    }
    for (const auto& figures : file.figures) {
        const auto [at, fresh] = ids.try_emplace(figures.key, 0);
        if (!fresh) continue;
        auto rows =
            transaction.query(sql()("save_series"), figures.key.dataset, figures.key.indicator,
                              figures.key.breakdown.text(), key_of(figures.key.period));
        ensure(rows.next(), "a row that was inserted has an id");
        at->second = rows.integer("id");
    }
    return ids;
}

void save_figures(db::Transaction& transaction, const StatisticsFile& file, ReleaseId release)
{
    const auto ids = series_ids(transaction, file);
    auto bulk = transaction.bulk(sql()("save_figures"));
    for (const auto& figures : file.figures)
        bulk.add(ids.at(figures.key), key_of(figures.level), figures.authority, release,
                 figures.periods, db::as_blob(figures.packed));
    bulk.finish();
}

void save_areas(db::Transaction& transaction, const StatisticsFile& file)
{
    auto bulk = transaction.bulk(sql()("save_area"));
    for (const auto& seen : file.areas) {
        const auto& area = seen.area;
        const auto region = area.region ? std::optional(area.region->number()) : std::nullopt;
        const auto of = seen.authority ? std::optional(seen.authority->number()) : std::nullopt;
        bulk.add(key_of(area.code.level()), area.code.number(), area.name, area.ons_code, region,
                 of, area.first_year, area.last_year);
    }
    bulk.finish();
    for (const auto& [code, area] : file.ons_codes)
        transaction.run(sql()("save_area_code"), code, area.number());
}

void save_codebook(db::Transaction& transaction, const StatisticsFile& file, ReleaseId release)
{
    auto bulk = transaction.bulk(sql()("save_codebook_column"));
    int position = 0;
    for (const auto& column : file.columns)
        bulk.add(release, ++position, column.name, column.role, column.read_as, column.label,
                 column.unit, column.known, column.suppressed, column.not_available,
                 column.not_applicable, column.other);
    bulk.finish();
}

void save_lists(db::Transaction& transaction, const StatisticsFile& file, ReleaseId release)
{
    if (file.neighbours) {
        transaction.run(sql()("drop_neighbours"), file.neighbours->list);
        auto bulk = transaction.bulk(sql()("save_neighbour"));
        for (const auto& [area, neighbours] : file.neighbours->of)
            for (const auto& one : neighbours)
                bulk.add(file.neighbours->list, area.number(), one.place, one.area.number(),
                         one.closeness);
        bulk.finish();
    }
    if (!file.boundaries.empty()) {
        transaction.run(sql()("drop_boundaries"));
        auto bulk = transaction.bulk(sql()("save_boundary"));
        for (const auto& boundary : file.boundaries)
            bulk.add(boundary.area.number(), store_rows::rings_text(boundary.rings));
        bulk.finish();
        transaction.run(sql()("supersede_lists"), file.dataset, release);
    }
}

/// What one list of figures is: series, level, authority, and each of its periods.
using Covered = std::set<std::tuple<std::int64_t, std::string, std::int64_t, std::string>>;

/// Marks the releases none of whose figures is shown any more.
std::vector<ReleaseId> supersede(db::Transaction& transaction, std::string_view dataset)
{
    Covered covered;
    std::vector<ReleaseId> gone;
    std::map<ReleaseId, bool> shows;
    std::vector<std::pair<ReleaseId, std::vector<Covered::value_type>>> releases;
    {
        auto rows = transaction.query(sql()("coverage_of_dataset"), dataset);
        while (rows.next()) {
            const auto release = rows.integer("release");
            if (releases.empty() || releases.back().first != release)
                releases.push_back({release, {}});
            std::string_view rest;
            const auto periods = rows.text("periods");
            rest = periods;
            while (!rest.empty()) {
                const auto stop = rest.find(' ');
                releases.back().second.emplace_back(rows.integer("series"), rows.text("level"),
                                                    rows.integer("authority"),
                                                    std::string(rest.substr(0, stop)));
                rest = stop == std::string_view::npos ? std::string_view() : rest.substr(stop + 1);
            }
        }
    }
    for (const auto& [release, cells] : releases) {
        bool any = false;
        for (const auto& cell : cells)
            if (covered.insert(cell).second) any = true;
        if (any) continue;
        transaction.run(sql()("supersede_release"), release);
        gone.push_back(release);
    }
    return gone;
}

} // namespace store_imports_detail

KnownCodes known_codes(db::Queries& database)
{
    KnownCodes known;
    auto rows = database.query(store_rows::sql()("all_area_codes"));
    while (rows.next())
        known.emplace(rows.text("ons_code"),
                      AreaCode::authority(static_cast<int>(rows.integer("number"))));
    return known;
}

Result<ImportReport> store_statistics(db::Database& database, const StatisticsFile& file,
                                      Apply apply, const Clock& clock, const AlsoInIt& also)
{
    using namespace store_imports_detail;
    auto report = report_of(file);
    const auto earlier = [&] {
        auto reader = database.read();
        return release_with(reader, file.sha256);
    }();
    if (earlier) {
        report.already_there = true;
        report.release = earlier->id;
        return report;
    }
    if (file.problem_count > 0) return report;
    if (file.cells == 0) return bad_input("The file has no figures: it has a header and no rows");
    const auto store = [&](db::Transaction& transaction) -> std::vector<ReleaseId> {
        report.release = record_release(transaction, file, clock);
        save_areas(transaction, file);
        save_figures(transaction, file, report.release);
        save_codebook(transaction, file, report.release);
        save_lists(transaction, file, report.release);
        transaction.run(sql()("raise_revision"));
        return file.figures.empty() ? std::vector<ReleaseId>{}
                                    : supersede(transaction, file.dataset);
    };
    const auto names = [&](db::Queries& queries, const std::vector<ReleaseId>& gone) {
        report.supersedes.clear();
        for (const auto id : gone)
            if (const auto release = find_release(queries, id))
                report.supersedes.push_back(release->file_name);
    };
    if (apply == Apply::preview) {
        // Done and rolled back, so that what it would supersede is what it would.
        auto transaction = database.begin("preview statistics");
        names(transaction, store(transaction));
        report.release = 0;
        return report;
    }
    db::with_retry(database, "import statistics", [&](db::Transaction& transaction) {
        names(transaction, store(transaction));
        if (also) also(transaction);
    });
    report.stored = true;
    return report;
}

Result<ImportReport> import_statistics(db::Database& database, const ImportFile& file, Apply apply,
                                       const Clock& clock, const AlsoInIt& also)
{
    const auto known = [&] {
        auto reader = database.read();
        return known_codes(reader);
    }();
    const auto read = read_statistics(file, known);
    if (!read) return read.error();
    return store_statistics(database, *read, apply, clock, also);
}

} // namespace onroll::insight
