// Lists of children that a program of the organisation brings by its key: looked at, and made all
// or nothing. Follows trust.md A-16, U-07, U-10.
#include "people/api.h"

#include "people/store_import_rows.h"
#include "people/store_imports_brought.h"

#include "access/guard.h"
#include "design/words.h"
#include "platform/http/header_values.h"
#include "platform/json/json.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace onroll::people {

namespace api_imports_detail {

constexpr std::size_t most_said = 200;
constexpr std::string_view act = "people.import";
/// Why any row waits. What is doubtful may be what a record says, such as that a home is protected,
/// and a key reads no record.
constexpr std::string_view waits = "Look at this row on the page of the list";

http::Response trouble(const http::Request& request, int status, std::string detail,
                       std::vector<http::ProblemError> errors = {})
{
    return http::problem({.status = status,
                          .title = {},
                          .detail = std::move(detail),
                          .instance = "urn:onroll:request:" + request.id(),
                          .errors = std::move(errors)});
}

/// "Row 3, column C (date of birth): Write the date of birth as 31/12/2014 or 2014-12-31".
std::string in_one_line(const CellError& error)
{
    return "Row " + std::to_string(error.row) +
           (error.column.empty() ? std::string() : ", column " + error.column) + ": " + error.fix;
}

http::Response unreadable_rows(const http::Request& request, const ChildList& list)
{
    std::vector<http::ProblemError> errors;
    for (const auto& error : list.errors) {
        if (errors.size() == most_said) break;
        errors.push_back({in_one_line(error), {}});
    }
    const auto rows = static_cast<std::int64_t>(list.rejected);
    return trouble(request, 400,
                   design::counted(rows, "row") +
                       " cannot be read, so nothing was stored. Correct the list and send it again",
                   std::move(errors));
}

http::Response too_many(const http::Request& request)
{
    return trouble(request, 413,
                   "One list holds at most 20,000 children. Send it in parts, one after the other");
}

/// What is answered instead of reading the body at all.
std::optional<http::Response> refuses_shape(const http::Request& request)
{
    if (!request.query().empty())
        return trouble(request, 400, "Send the list alone, and nothing in the address after ?");
    const auto type = http::parse_content_type(request.header("Content-Type"));
    if (type &&
        (type->type == "text/csv" || type->type == "application/xml" || type->type == "text/xml"))
        return std::nullopt;
    return trouble(request, 415,
                   "Send the list as the body: a CSV file with Content-Type: text/csv, or a "
                   "Common Transfer File with Content-Type: application/xml");
}

http::Response too_often(const http::Request& request)
{
    auto response = trouble(request, 429,
                            "This key has sent " + std::to_string(lists_in_an_hour) +
                                " lists in an hour. Wait, and send the next one later");
    response.headers.set("Retry-After", "3600");
    return response;
}

/// Nobody has the children of a program's list on their caseload.
Scope scope_of(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    return {.agency = actor.agency,
            .user = actor.user,
            .now = services.guard->clock().now(),
            .deed = access::deed_of(request, act),
            .onto_caseload = false};
}

/// A list as it was read, and for whom.
struct SentList {
    const access::Actor& actor;
    db::Database& database;
    Scope scope;
    ChildList list;
};

/// Counts what was sent, and reads the list of it; else what to answer.
std::variant<SentList, http::Response> take_list(const http::Request& request,
                                                 const Services& services)
{
    const auto& actor = access::actor(request);
    auto& database = *services.guard->place_of(actor).database;
    const auto scope = scope_of(request, services);
    const bool counted = db::with_retry(database, "count list", [&](db::Transaction& transaction) {
        return count_list(transaction, scope, lists_in_an_hour);
    });
    if (!counted) return too_often(request);
    if (auto instead = refuses_shape(request)) return *std::move(instead);
    auto list = read_child_list(request.body(), scope.today());
    if (!list) return http::problem(list.error(), request.id());
    if (list->children.size() > most_children_in_list) return too_many(request);
    return SentList{actor, database, scope, *std::move(list)};
}

json::Value counts_json(std::size_t created, std::size_t updated, std::size_t unchanged,
                        std::size_t held, std::size_t rejected)
{
    return {{"new", created},
            {"changed", updated},
            {"unchanged", unchanged},
            {"waiting", held},
            {"unreadable", rejected}};
}

json::Value cells_json(const std::vector<CellError>& cells)
{
    auto said = json::Value::array();
    for (const auto& cell : cells) {
        if (said.size() == most_said) break;
        said.push_back({{"row", cell.row},
                        {"column", cell.column},
                        {"there_now", cell.value_is},
                        {"what_to_do", cell.fix}});
    }
    return said;
}

json::Value looked_json(const ChildList& list, const ImportPlan& plan)
{
    json::Value document;
    document["rows"] = counts_json(plan.count(RowOutcome::created), plan.count(RowOutcome::updated),
                                   plan.count(RowOutcome::unchanged), plan.count(RowOutcome::held),
                                   plan.count(RowOutcome::rejected));
    document["waiting"] = json::Value::array();
    for (const auto& row : plan.rows)
        if (row.outcome == RowOutcome::held && document["waiting"].size() < most_said)
            document["waiting"].push_back({{"row", row.row}, {"why", waits}});
    document["errors"] = cells_json(list.errors);
    auto notes = list.notes;
    notes.insert(notes.end(), plan.notes.begin(), plan.notes.end());
    document["notes"] = cells_json(notes);
    document["columns_not_kept"] = list.unknown_columns;
    return document;
}

http::Response answered(json::Value document)
{
    auto response = http::json(json::print(document));
    response.caching = http::Caching::no_store;
    return response;
}

http::Response look(const http::Request& request, const Services& services)
{
    auto taken = take_list(request, services);
    if (auto* instead = std::get_if<http::Response>(&taken)) return std::move(*instead);
    const auto& sent = std::get<SentList>(taken);
    ImportPlan plan;
    {
        auto reader = sent.database.read(db::View::snapshot);
        plan = plan_import(reader, sent.actor.agency, sent.list, sent.scope.today(), &sent.actor);
    }
    db::with_retry(sent.database, "look at list",
                   [&](db::Transaction& transaction) { note_look(transaction, sent.scope); });
    auto document = looked_json(sent.list, plan);
    document["stored"] = false;
    return answered(std::move(document));
}

/// The list as it stands in the store once it is made; `already` where it was made before.
struct Brought {
    ImportId id;
    ImportPlan plan{};
    bool already = false;
};

json::Value stored_json(db::Queries& database, const access::AgencyId& agency, const Import& import)
{
    json::Value document;
    document["rows"] =
        counts_json(import.created, import.updated, import.unchanged, import.held, import.rejected);
    document["waiting"] = json::Value::array();
    for (const auto& row : held_rows_of(database, agency, import.id, most_said))
        if (!row.settled_at) document["waiting"].push_back({{"row", row.number}, {"why", waits}});
    return document;
}

/// Makes the list, or finds it made: one that is sent again while the first is still being made
/// waits until that is done.
Result<Brought> make_once(const http::Request& request, const Services& services,
                          const SentList& sent, db::Transaction& transaction)
{
    wait_for_lists(transaction, sent.actor.agency);
    if (const auto same =
            same_as_newest(transaction, sent.actor.agency, sent.actor.user, request.body())) {
        note_sent_again(transaction, sent.scope, same->id);
        return Brought{same->id, {}, true};
    }
    const auto id = send_list(transaction, sent.scope, *services.safe, "From " + sent.actor.name,
                              request.body());
    if (!id) return id.error();
    auto plan =
        make_import(transaction, sent.scope, *services.safe, *id, FaultyRows::refuse, &sent.actor);
    if (!plan) return plan.error();
    return Brought{*id, *std::move(plan), false};
}

http::Response bring(const http::Request& request, const Services& services)
{
    auto taken = take_list(request, services);
    if (auto* instead = std::get_if<http::Response>(&taken)) return std::move(*instead);
    const auto& sent = std::get<SentList>(taken);
    if (sent.list.rejected > 0) return unreadable_rows(request, sent.list);
    const auto brought =
        db::with_retry(sent.database, "bring list", [&](db::Transaction& transaction) {
            return make_once(request, services, sent, transaction);
        });
    if (!brought) return http::problem(brought.error(), request.id());
    json::Value document;
    if (brought->already) {
        auto reader = sent.database.read(db::View::snapshot);
        const auto import = find_import(reader, sent.actor.agency, brought->id);
        if (!import) return http::problem(import.error(), request.id());
        document = stored_json(reader, sent.actor.agency, *import);
    } else {
        document = looked_json(sent.list, brought->plan);
    }
    document["stored"] = true;
    document["already"] = brought->already;
    document["list"] = brought->id.text();
    return answered(std::move(document));
}

void describe_list(openapi::Document& description)
{
    description.add_schema("ListLookedAt", json::literal(R"({
        "type": "object", "required": ["rows", "waiting", "stored"],
        "properties": {
            "rows": {"type": "object", "required": ["new", "changed", "unchanged", "waiting", "unreadable"],
                "description": "How many rows come to what; each row to one of them",
                "additionalProperties": {"type": "integer"}},
            "waiting": {"type": "array", "description": "Rows that one of your organisation must look at, on the page of the list; at most 200",
                "items": {"type": "object", "required": ["row", "why"],
                    "properties": {"row": {"type": "integer"}, "why": {"type": "string"}}}},
            "errors": {"type": "array", "items": {"$ref": "#/components/schemas/ListCell"}},
            "notes": {"type": "array", "items": {"$ref": "#/components/schemas/ListCell"}},
            "columns_not_kept": {"type": "array", "items": {"type": "string"}},
            "stored": {"type": "boolean"},
            "already": {"type": "boolean", "description": "These very bytes were the key's newest list, so nothing was done again"},
            "list": {"type": "string", "description": "Its id; the page is /people/import/ID"}}})"));
    description.add_schema("ListCell", json::literal(R"({
        "type": "object", "required": ["row", "column", "there_now", "what_to_do"],
        "properties": {
            "row": {"type": "integer", "description": "As a spreadsheet counts: the header is row 1"},
            "column": {"type": "string"},
            "there_now": {"type": "string", "description": "What sort of value it is, never the value"},
            "what_to_do": {"type": "string"}}})"));
}

json::Value operation(std::string_view id, std::string_view summary, std::string_view about)
{
    return {{"operationId", id},
            {"summary", summary},
            {"security", json::Value::array({json::Value{{"key", json::Value::array()}}})},
            {"requestBody", json::literal(R"({"required": true, "content": {
                "text/csv": {"schema": {"type": "string", "maxLength": 26214400}},
                "application/xml": {"schema": {"type": "string", "maxLength": 26214400,
                    "description": "A Common Transfer File"}}}})")},
            {"responses", openapi::answers(about, openapi::reference("ListLookedAt"))}};
}

} // namespace api_imports_detail

void add_import_api(http::Router& router, openapi::Document& description, const Services& services)
{
    using namespace api_imports_detail;
    describe_list(description);
    description.describe(http::Method::post, "/api/v1/children/imports/preview",
                         operation("look_at_list",
                                   "What a list of children would do; stores nothing",
                                   "What each row would come to"));
    description.describe(http::Method::post, "/api/v1/children/imports",
                         operation("bring_list",
                                   "Stores a list of children, all of it or nothing; twice is once",
                                   "What each row came to"));
    const auto bringing = services.guard->key_policy(act);
    router.post("/api/v1/children/imports/preview", bringing,
                [&services](const http::Request& request) { return look(request, services); },
                {.body_limit = http::uploads_limit});
    router.post("/api/v1/children/imports", bringing,
                [&services](const http::Request& request) { return bring(request, services); },
                {.body_limit = http::uploads_limit});
}

} // namespace onroll::people
