#include "insight/store_tables.h"

#include "insight/store_rows.h"
#include "platform/json/json.h"

#include "kernel/ensure.h"

#include <string>
#include <utility>

namespace onroll::insight {

namespace store_tables_detail {

using store_rows::sql;

json::Value as_json(const TableRequest& request)
{
    json::Value only = json::Value::array();
    for (const auto& [column, value] : request.only) only.push_back({column, value});
    return {{"rows", request.rows}, {"columns", request.columns}, {"only", only}};
}

json::Value as_json(const RecordCounts& records)
{
    json::Value counts = json::Value::array();
    for (const auto& [combination, count] : records.counts)
        counts.push_back(json::Value::array({combination, count}));
    return {{"columns", records.columns}, {"counts", counts}};
}

json::Value as_json(const SuppressedTable& shown)
{
    json::Value cells = json::Value::array();
    for (std::size_t place = 0; place < shown.cells.size(); ++place)
        cells.push_back(json::Value::array(
            {static_cast<int>(shown.cells[place]),
             shown.counts[place] ? json::Value(*shown.counts[place]) : json::Value(nullptr)}));
    return {{"rows", shown.rows}, {"columns", shown.columns}, {"cells", cells}};
}

json::Value read(const std::string& text)
{
    auto value = json::parse(text, {.bytes = std::size_t{256} << 20, .members = 10'000});
    ensure(value.has_value(), "the register holds what was written to it");
    return std::move(value).value();
}

TableRequest request_from(const json::Value& value)
{
    TableRequest request{
        value.at("rows").get<std::string>(), value.at("columns").get<std::string>(), {}};
    for (const auto& one : value.at("only"))
        request.only.emplace_back(one.at(0).get<std::string>(), one.at(1).get<std::string>());
    return request;
}

RecordCounts records_from(const json::Value& value)
{
    RecordCounts records{value.at("columns").get<std::vector<std::string>>(), {}};
    for (const auto& one : value.at("counts"))
        records.counts.emplace(one.at(0).get<std::vector<std::string>>(),
                               one.at(1).get<std::int64_t>());
    return records;
}

SuppressedTable shown_from(const json::Value& value)
{
    SuppressedTable shown;
    shown.rows = value.at("rows").get<std::size_t>();
    shown.columns = value.at("columns").get<std::size_t>();
    for (const auto& cell : value.at("cells")) {
        shown.cells.push_back(static_cast<CellShown>(cell.at(0).get<int>()));
        shown.counts.emplace_back();
        if (!cell.at(1).is_null()) shown.counts.back() = cell.at(1).get<std::int64_t>();
    }
    return shown;
}

} // namespace store_tables_detail

std::vector<PastTable> tables_given_out(db::Queries& database, std::string_view series)
{
    using namespace store_tables_detail;
    std::vector<PastTable> tables;
    auto rows = database.query(sql()("tables_given_out"), series);
    while (rows.next())
        tables.push_back({request_from(read(std::string(rows.text("request")))),
                          records_from(read(std::string(rows.text("records")))),
                          shown_from(read(std::string(rows.text("shown"))))});
    return tables;
}

void record_table_given_out(db::Transaction& transaction, std::string_view series,
                            const PastTable& table, const Clock& clock)
{
    using namespace store_tables_detail;
    transaction.run(sql()("save_table_given_out"), series, clock.now(),
                    json::print(as_json(table.request)), json::print(as_json(table.records)),
                    json::print(as_json(table.shown)), series);
}

} // namespace onroll::insight
