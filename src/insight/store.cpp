#include "insight/store.h"

#include "insight/store_cells.h"
#include "insight/store_rows.h"

#include "embedded/insight_data.h"
#include "embedded/insight_files.h"
#include "insight/reference.h"
#include "kernel/ensure.h"

#include <algorithm>
#include <set>
#include <utility>

namespace onroll::insight {

namespace store_detail {

using store_rows::sql;

/// Puts the cells of an older release beside those of newer ones, where these have none for that
/// area and period.
void add_older(std::vector<Cell>& cells, std::vector<Cell> older)
{
    if (cells.empty()) {
        cells = std::move(older);
        return;
    }
    const auto key = [](const Cell& cell) { return std::pair(cell.area, cell.period); };
    std::vector<Cell> merged;
    merged.reserve(cells.size() + older.size());
    auto newer = cells.begin();
    for (auto& cell : older) {
        while (newer != cells.end() && key(*newer) < key(cell)) merged.push_back(*newer++);
        if (newer == cells.end() || key(*newer) != key(cell)) merged.push_back(std::move(cell));
    }
    merged.insert(merged.end(), newer, cells.end());
    cells = std::move(merged);
}

Series merged(db::Queries& database, const SeriesKey& key, AreaLevel level, int authority)
{
    Series series{key, {}};
    auto rows = database.query(sql()("figures"), key.dataset, key.indicator, key.breakdown.text(),
                               key_of(key.period), key_of(level), authority);
    while (rows.next()) {
        std::vector<Cell> cells;
        store_cells::unpack(rows.blob("cells"), level, key.period, rows.integer("release"), cells);
        add_older(series.cells, std::move(cells));
    }
    return series;
}

void enter_reference(db::Transaction& transaction)
{
    for (const auto& area : reference::areas())
        store_rows::save_area(transaction, area, std::nullopt);
    for (const auto& [ons_code, area] : reference::authority_codes())
        transaction.run(sql()("save_area_code"), ons_code, area.number());
    int id = 0;
    for (const auto& change : reference::changes())
        transaction.run(sql()("save_area_change"), ++id, key_of(change.kind),
                        store_rows::codes_text(change.from), store_rows::codes_text(change.to),
                        change.on, change.words, change.source);
}

std::vector<Area> all_of(db::Rows rows)
{
    std::vector<Area> found;
    while (rows.next()) found.push_back(store_rows::area_from(rows));
    return found;
}

} // namespace store_detail

Result<void> prepare(db::Database& database, const Clock& clock)
{
    const auto migrated = db::migrate(database, "insight", embedded::insight_files(), clock);
    if (!migrated) return migrated.error();
    const auto known = [&] {
        auto reader = database.read();
        return all_changes(reader) == reference::changes() &&
               areas(reader, AreaLevel::authority).size() >= reference::authority_count();
    }();
    if (!known) db::with_retry(database, "enter areas of England", store_detail::enter_reference);
    return {};
}

Series figures(db::Queries& database, const SeriesKey& key, AreaLevel level)
{
    return store_detail::merged(database, key, level, 0);
}

Series school_figures(db::Queries& database, const SeriesKey& key, AreaCode authority)
{
    return store_detail::merged(database, key, AreaLevel::school, authority.number());
}

Series figures_of_release(db::Queries& database, const SeriesKey& key, AreaLevel level,
                          ReleaseId release)
{
    Series series{key, {}};
    auto rows = database.query(store_rows::sql()("figures_of_release"), key.dataset, key.indicator,
                               key.breakdown.text(), key_of(key.period), key_of(level), release);
    while (rows.next())
        store_cells::unpack(rows.blob("cells"), level, key.period, release, series.cells);
    store_cells::sort(series.cells);
    return series;
}

std::vector<SeriesKey> keys_of(db::Queries& database, std::string_view dataset, AreaLevel level)
{
    std::vector<SeriesKey> keys;
    auto rows = database.query(store_rows::sql()("keys_of_dataset"), dataset, key_of(level));
    while (rows.next()) {
        const auto kind = period_kind_named(rows.text("period"));
        ensure(kind.has_value(), "a kind of period is stored by its name");
        keys.push_back({std::string(dataset), rows.text("indicator"),
                        Breakdown::from_text(rows.text("breakdown")), *kind});
    }
    return keys;
}

std::vector<std::string> datasets(db::Queries& database)
{
    std::vector<std::string> found;
    auto rows = database.query(store_rows::sql()("all_datasets"));
    while (rows.next()) found.push_back(rows.text("dataset"));
    return found;
}

Result<Area> find_area(db::Queries& database, std::string_view code)
{
    const auto& sql = store_rows::sql();
    auto parsed = AreaCode::parse(code);
    if (!parsed && code.size() == 9) {
        auto rows = database.query(sql("find_area_by_ons_code"), code);
        if (rows.next())
            parsed = AreaCode::authority(static_cast<int>(rows.integer("number")));
        else
            return not_found("No area has this code. Check it, or choose the area by name");
    }
    if (!parsed) return parsed.error();
    auto rows = database.query(sql("find_area"), key_of(parsed->level()), parsed->number());
    if (!rows.next())
        return not_found("No area has this code. Check it, or choose the area by name");
    return store_rows::area_from(rows);
}

std::vector<Area> areas(db::Queries& database, AreaLevel level)
{
    return store_detail::all_of(database.query(store_rows::sql()("areas_of_level"), key_of(level)));
}

std::vector<Area> schools_of(db::Queries& database, AreaCode authority)
{
    return store_detail::all_of(
        database.query(store_rows::sql()("schools_of_authority"), authority.number()));
}

std::vector<AreaChange> all_changes(db::Queries& database)
{
    std::vector<AreaChange> changes;
    auto rows = database.query(store_rows::sql()("all_area_changes"));
    while (rows.next()) changes.push_back(store_rows::change_from(rows));
    return changes;
}

std::vector<AreaChange> changes_of(db::Queries& database, AreaCode area)
{
    auto changes = all_changes(database);
    const auto names = [&](const std::vector<AreaCode>& codes) {
        return std::find(codes.begin(), codes.end(), area) != codes.end();
    };
    std::erase_if(changes, [&](const AreaChange& change) {
        return !names(change.from) && !names(change.to);
    });
    return changes;
}

std::vector<int> neighbour_lists(db::Queries& database)
{
    std::vector<int> lists;
    auto rows = database.query(store_rows::sql()("neighbour_lists"));
    while (rows.next()) lists.push_back(static_cast<int>(rows.integer("list")));
    return lists;
}

std::vector<Neighbour> neighbours_of(db::Queries& database, AreaCode area, int list)
{
    std::vector<Neighbour> neighbours;
    auto rows = database.query(store_rows::sql()("neighbours_of_area"), list, area.number());
    while (rows.next())
        neighbours.push_back({AreaCode::authority(static_cast<int>(rows.integer("neighbour"))),
                              static_cast<int>(rows.integer("place")), rows.text("closeness")});
    return neighbours;
}

std::vector<Boundary> boundaries(db::Queries& database)
{
    std::vector<Boundary> found;
    auto rows = database.query(store_rows::sql()("all_boundaries"));
    while (rows.next())
        found.push_back({AreaCode::authority(static_cast<int>(rows.integer("area"))),
                         store_rows::rings_from_text(rows.text("rings"))});
    return found;
}

std::vector<Release> releases(db::Queries& database)
{
    std::vector<Release> found;
    auto rows = database.query(store_rows::sql()("all_releases"));
    while (rows.next()) found.push_back(store_rows::release_from(rows));
    return found;
}

Result<Release> find_release(db::Queries& database, ReleaseId id)
{
    auto rows = database.query(store_rows::sql()("find_release"), id);
    if (!rows.next()) return not_found("No file was imported under this number");
    return store_rows::release_from(rows);
}

std::map<ReleaseId, Release> releases_in_use(db::Queries& database)
{
    std::map<ReleaseId, Release> found;
    for (auto& release : releases(database))
        if (!release.superseded) found.emplace(release.id, std::move(release));
    return found;
}

std::int64_t revision(db::Queries& database)
{
    auto rows = database.query(store_rows::sql()("revision"));
    ensure(rows.next(), "the migration enters the one row");
    return rows.integer("revision");
}

Result<std::vector<CodebookColumn>> codebook_of(db::Queries& database, ReleaseId release)
{
    if (const auto found = find_release(database, release); !found) return found.error();
    std::vector<CodebookColumn> columns;
    auto rows = database.query(store_rows::sql()("codebook_of_release"), release);
    while (rows.next()) columns.push_back(store_rows::codebook_column_from(rows));
    return columns;
}

} // namespace onroll::insight
