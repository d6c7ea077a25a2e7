#include "tests/every_route/stores.h"

#include "access/store_users.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace tidemoor {

namespace stores_detail {

namespace fs = std::filesystem;

std::vector<std::string> names(db::Queries& database, const std::string& text)
{
    std::vector<std::string> all;
    const db::Sql sql{"names", text};
    auto rows = database.query(sql);
    while (rows.next()) all.push_back(rows.text("name"));
    return all;
}

/// That somebody looked is noted there, and that they are still here.
bool notes_looking(const std::string& table, const std::string& column = {})
{
    if (table.starts_with("audit_") && table != "audit_purpose") return true;
    return table == "access_sign_in" && (column == "seen_at" || column == "ends_at");
}

std::string rows_of(db::Queries& reader, const std::string& table)
{
    std::string row;
    for (const auto& column : names(reader, "SELECT name FROM pragma_table_info('" + table + "')"))
        if (!notes_looking(table, column))
            row += (row.empty() ? "quote(\"" : " || ',' || quote(\"") + column + "\")";
    return names(reader, "SELECT coalesce(group_concat(line, ';'), '') AS name FROM (SELECT " +
                             row + " AS line FROM \"" + table + "\" ORDER BY 1)")
        .front();
}

/// The files of the advice services' stores, but for what says that they are open.
void copy_advice(const fs::path& from, const fs::path& to)
{
    fs::create_directories(to / "advice");
    for (const auto& one : fs::directory_iterator(from / "advice")) {
        const auto kind = one.path().extension();
        if (one.is_regular_file() && kind != ".lock" && kind != ".db-shm")
            fs::copy(one.path(), to / "advice" / one.path().filename());
    }
}

/// Read once: tests look for thousands of requests, one after the other.
std::map<std::string, std::vector<NotedIn>> all_entries(const std::vector<Kept>& stores)
{
    constexpr db::Sql entries{
        "every entry",
        "SELECT agency, act, kind, outcome, coalesce(record, '') AS record, coalesce(request, '') "
        "AS request, coalesce(actor, '') AS actor, coalesce(origin, '') AS origin FROM audit_entry "
        "ORDER BY agency, sequence"};
    std::map<std::string, std::vector<NotedIn>> by_request;
    for (const auto& store : stores) {
        auto reader = store.database->read();
        auto rows = reader.query(entries);
        while (rows.next())
            by_request[rows.text("request")].push_back({store.name, rows.text("agency"),
                                                        rows.text("act"), rows.text("kind"),
                                                        rows.text("outcome"), rows.text("record"),
                                                        rows.text("actor"), rows.text("origin")});
    }
    return by_request;
}

} // namespace stores_detail
using namespace stores_detail;

Stores::Stores(const Area& of) : advice_({.data = copy_.folder(), .postgres = {}}, of.clock)
{
    copy_advice(of.place.folder(), copy_.folder());
    all_.push_back({.name = "common", .database = of.database.get()});
    std::vector<access::Agency> agencies;
    {
        auto reader = of.database->read();
        agencies = access::all_agencies(reader);
    }
    for (const auto& agency : agencies)
        if (agency.kind == access::AgencyKind::advice_service)
            all_.push_back({agency.name, *advice_.of(agency.id), agency.id});
}

const Kept& Stores::of(const SignedIn& who) const
{
    return of_agency(who.actor.agency);
}

const Kept& Stores::of_agency(const access::AgencyId& agency) const
{
    for (const auto& store : all_)
        if (store.agency == agency) return store;
    return all_.front();
}

Tables Stores::tables() const
{
    Tables tables;
    for (const auto& store : all_) {
        auto reader = store.database->read();
        for (const auto& table :
             names(reader, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
            if (!notes_looking(table) && !table.starts_with("sqlite_"))
                tables[store.name + ": " + table] = rows_of(reader, table);
    }
    return tables;
}

std::vector<NotedIn> Stores::entries_of(const std::string& request) const
{
    if (!entries_) entries_ = all_entries(all_);
    const auto found = entries_->find(request);
    return found == entries_->end() ? std::vector<NotedIn>{} : found->second;
}

std::string told(const std::vector<NotedIn>& entries)
{
    std::string all = std::to_string(entries.size()) + " entries";
    for (const auto& one : entries)
        all += "; " + one.store + ": " + one.act + " " + one.kind + " " + one.outcome;
    return all;
}

} // namespace tidemoor
