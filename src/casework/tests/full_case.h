// A closed case of long ago with a row in every table that a case has, also in one that is new; and
// what the tables of a store hold.
#pragma once

#include "casework/store.h"
#include "casework/store_actions.h"
#include "casework/store_attachments.h"
#include "casework/store_close.h"
#include "casework/store_events.h"
#include "casework/store_keep.h"
#include "casework/store_notes.h"
#include "casework/store_profile.h"

#include "casework/tests/each_place.h"

#include <map>
#include <string>
#include <vector>

namespace onroll::casework::tests {

inline const Date case_opened_on = date(2019, 3, 4);
inline const Date case_closed_on = date(2020, 11, 20);

inline std::vector<std::string> tables_in(db::Database& database)
{
    const bool sqlite = database.engine() == db::Engine::sqlite;
    auto reading = database.read();
    auto rows = reading.query(
        sqlite ? db::Sql{"tables", "SELECT name FROM sqlite_master WHERE type = 'table'"}
               : db::Sql{"tables", "SELECT table_name AS name FROM information_schema.tables "
                                   "WHERE table_schema = current_schema()"});
    std::vector<std::string> tables;
    while (rows.next())
        if (rows.text("name").starts_with("casework_")) tables.emplace_back(rows.text("name"));
    return tables;
}

struct Column {
    std::string name;
    std::string type; ///< in small letters
    bool needed = false;
};

inline std::vector<Column> columns_of(db::Database& database, const std::string& table)
{
    const bool sqlite = database.engine() == db::Engine::sqlite;
    const std::string text =
        sqlite
            ? "SELECT name, LOWER(type) AS type, \"notnull\" AS needed FROM pragma_table_info('" +
                  table + "')"
            : "SELECT column_name AS name, data_type AS type, CASE WHEN is_nullable = 'NO' THEN "
              "1 ELSE 0 END AS needed FROM information_schema.columns WHERE table_schema = "
              "current_schema() AND table_name = '" +
                  table + "' ORDER BY ordinal_position";
    auto reading = database.read();
    auto rows = reading.query(db::Sql{"columns", text});
    std::vector<Column> columns;
    while (rows.next())
        columns.push_back({std::string(rows.text("name")), std::string(rows.text("type")),
                           rows.integer("needed") == 1});
    return columns;
}

inline std::int64_t rows_in(db::Database& database, const std::string& table)
{
    const auto text = "SELECT COUNT(*) AS rows_there FROM " + table;
    auto reading = database.read();
    auto rows = reading.query(db::Sql{"count", text});
    return rows.next() ? rows.integer("rows_there") : 0;
}

/// How many texts of the store hold the word.
inline std::int64_t texts_with(db::Database& database, const std::string& word)
{
    std::int64_t found = 0;
    for (const auto& table : tables_in(database))
        for (const auto& column : columns_of(database, table)) {
            if (column.type != "text") continue;
            const auto text = "SELECT COUNT(*) AS found FROM " + table + " WHERE " + column.name +
                              " LIKE '%" + word + "%'";
            auto reading = database.read();
            auto rows = reading.query(db::Sql{"look", text});
            if (rows.next()) found += rows.integer("found");
        }
    return found;
}

/// A closed case of long ago with a row in every table that a case has.
struct FullCase {
    const AdviceService& service;
    CaseId id = crypto::new_id<CaseId>();
    ContactId contact = crypto::new_id<ContactId>();
    EventId event = crypto::new_id<EventId>();
    std::map<std::string, std::int64_t> rows_before{};
    std::map<std::string, std::string> known{};

    explicit FullCase(const AdviceService& the_service, const std::string& word = "CANARY")
        : service(the_service)
    {
        for (const auto table : tables_of_a_case())
            rows_before[std::string(table)] = rows_in(*service.database, std::string(table));
        const auto child = service.child("Asha", "Hill");
        auto to = service.database->begin("fill");
        const auto& agency = service.agency;
        const auto& by = service.adviser;
        const auto then = start_of_day_in_london(case_opened_on);
        id = open_case(to, agency, {.child = child, .level = Level::three, .caseworker = by}, by,
                       case_opened_on)
                 .value();
        contact = record_contact(to, agency, {.story = word + "story", .minutes = 15}, by, then);
        REQUIRE(attach_contact(to, agency, contact, id, child));
        Facts facts;
        facts.set(Fact::happened_on, iso(date(2019, 3, 1)));
        facts.set(Fact::school_name, word + "school");
        event = record_event(to, agency, id, EventKind::suspension, facts, by, then);
        record_action(to, agency, id,
                      {.took = std::chrono::minutes(90),
                       .on = date(2019, 4, 2),
                       .what = word + "work",
                       .topics = {all_topics().front()}},
                      by, then);
        write_note(to, agency, id, {date(2019, 5, 2), word + "note"}, by, then);
        REQUIRE(save_profile(
            to, agency, id, 0,
            {.strengths = word + "strengths", .needs = {all_wider_needs().front()}}, by, then));
        add_attachment(to, agency,
                       {.id = crypto::new_id<AttachmentId>(),
                        .of = id,
                        .name = word + "file.pdf",
                        .received_on = case_opened_on,
                        .sha256 = word + "sum",
                        .added_at = then,
                        .added_by = by});
        REQUIRE(close_case(to, agency, id, 1,
                           {.outcomes = {all_outcomes().front()},
                            .summary = word + "summary",
                            .family = all_impacts().back()},
                           by, start_of_day_in_london(case_closed_on)));
        fill_the_rest(to, word);
        to.commit();
    }

    /// One row for each table that has none: of a new table, too.
    void fill_the_rest(db::Transaction& to, const std::string& word)
    {
        const auto tables = tables_of_a_case();
        // What is emptied last is referred to by the others.
        for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
            const std::string name(*table);
            const auto text = "SELECT COUNT(*) AS rows_there FROM " + name;
            {
                auto rows = to.query(db::Sql{"count", text});
                if (rows.next() && rows.integer("rows_there") > rows_before[name]) continue;
            }
            insert(to, name, word);
        }
    }

    std::string value_of(const std::string& table, const Column& column,
                         const std::string& word) const
    {
        static const std::map<std::string, std::string> parents{
            {"need", "casework_need"},         {"next_step", "casework_next_step"},
            {"thread", "casework_thread"},     {"message", "casework_message"},
            {"link", "casework_link"},         {"release", "casework_release"},
            {"signpost", "casework_signpost"}, {"professional_id", "casework_professional"}};
        if (column.name == "agency") return service.agency.text();
        if (column.name == "category") return std::string(key_of(Category::other));
        if (column.name == "case_id") return id.text();
        if (column.name == "contact") return contact.text();
        if (column.name == "event") return event.text();
        if (table == "casework_contact_before" && column.name == "id") return contact.text();
        if (column.name == "action_id") return only("casework_action", word);
        if (column.name == "note_id") return only("casework_note", word);
        for (const auto* earlier : {"action", "note", "task", "attachment"})
            if (column.name == "id" && table == "casework_" + std::string(earlier) + "_before")
                return only("casework_" + std::string(earlier), word);
        if (column.name == "id") return "of_" + table + word;
        if (const auto parent = parents.find(column.name);
            parent != parents.end() && table != parent->second)
            return "of_" + parent->second + word;
        if (column.name.ends_with("_at")) return "2019-03-04T12:00:00.000Z";
        if (column.name.ends_with("_on") || column.name == "last_day") return "2019-03-04";
        return word + column.name;
    }

    /// The id of the only row, or of the row that this filled.
    std::string only(const std::string& table, const std::string& word) const
    {
        return known.contains(table) ? known.at(table) : "of_" + table + word;
    }

    void insert(db::Transaction& to, const std::string& table, const std::string& word)
    {
        for (const auto* parent : {"casework_action", "casework_note", "casework_attachment"}) {
            const auto text =
                "SELECT id FROM " + std::string(parent) + " WHERE case_id = '" + id.text() + "'";
            auto rows = to.query(db::Sql{"id", text});
            if (rows.next()) known[parent] = std::string(rows.text("id"));
        }
        std::string names, values;
        for (const auto& column : columns_of(*service.database, table)) {
            std::string value = "'" + value_of(table, column, word) + "'";
            if (column.type == "integer" || column.type == "bigint") value = "1";
            // That close never was: what took it back is another's.
            if (table == "casework_close_taken_back" && column.name == "place") value = "7";
            if (column.type == "blob") value = "X'00'";
            if (column.type == "bytea") value = "'\\x00'";
            names += (names.empty() ? "" : ", ") + column.name;
            values += (values.empty() ? "" : ", ") + value;
        }
        const auto text = "INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")";
        to.run(db::Sql{"insert", text});
    }

    KeptRecord record() const { return {KeptKind::case_work, id.text()}; }

    Result<void> proposed(const access::UserId& by) const
    {
        return service.in_transaction([&](db::Transaction& to) {
            return propose_removal(to, service.agency, record(), by, service.clock.now());
        });
    }
    /// As the owner of the tables, as the pages do it.
    Result<std::vector<AttachmentId>> agreed(const access::UserId& by) const
    {
        const auto owner = service.stores.as_owner(service.agency);
        REQUIRE(owner);
        auto to = (*owner ? **owner : *service.database).begin("remove");
        auto removed = agree_to_removal(to, service.agency, record(), by, service.clock.now());
        if (removed) to.commit();
        return removed;
    }
};

} // namespace onroll::casework::tests
