#include "people/api.h"

#include "people/store.h"
#include "people/store_limits.h"
#include "people/store_told.h"

#include "access/guard.h"
#include "platform/json/json.h"

#include <utility>

namespace onroll::people {

namespace api_detail {

constexpr std::size_t most_found = 20;

db::Database& database_of(const http::Request& request, const Services& services)
{
    return *services.guard->place_of(access::actor(request)).database;
}

json::Value or_null(const std::optional<Date>& day)
{
    return day ? json::Value(iso(*day)) : json::Value(nullptr);
}

json::Value person_json(const Person& person)
{
    json::Value shown;
    shown["id"] = person.id.text();
    shown["given_name"] = person.name.given;
    shown["family_name"] = person.name.family;
    shown["known_as"] = person.name.known_as;
    shown["born_on"] = or_null(person.born_on);
    shown["upn"] = person.upn ? json::Value(person.upn->text()) : json::Value(nullptr);
    return shown;
}

http::Response answered(const json::Value& document)
{
    auto response = http::json(json::print(document));
    response.caching = http::Caching::no_store;
    return response;
}

struct Shown {
    std::vector<Person> children{};
    bool more = false;
};

/// Those that the program may read, and whether there are more of them: counted after what is kept
/// from it is left out, so that nothing tells that there is such a record (trust.md Z-09).
Shown shown_to(db::Queries& reading, const access::Actor& actor, const Question& question,
               Instant now)
{
    Telling telling(reading, actor);
    for (auto limit = most_found + 1;; limit *= 4) {
        const auto found = search_told(reading, telling, question, limit).search;
        Shown shown;
        for (const auto& each : found.found)
            if (each.person.kind == PersonKind::child &&
                access::decide(actor, "people.view", standing_to(reading, actor, each.person.id),
                               {}, now) == access::Answer::allowed)
                shown.children.push_back(each.person);
        if (shown.children.size() <= most_found && found.more) continue;
        shown.more = shown.children.size() > most_found;
        if (shown.more)
            shown.children.erase(shown.children.begin() + most_found, shown.children.end());
        return shown;
    }
}

/// What is looked for is sent in the body, so that no name stands in an address.
http::Response search(const http::Request& request, const Services& services)
{
    const auto body = json::parse(request.body(), {.bytes = 4'096, .depth = 2, .members = 10});
    if (!body) return http::problem(body.error(), request.id());
    // What is not understood is not let through (trust.md Z-07).
    if (body->is_object() && body->size() > body->count("words"))
        return http::problem(bad_input("Send words and no other member", "/"), request.id());
    const auto words = json::text(*body, "words");
    if (!words) return http::problem(words.error(), request.id());
    const auto question = question_of(*words);
    if (question.empty())
        return http::problem(
            bad_input("Send a name, a date of birth, a UPN or a postcode", "/words"), request.id());
    json::Value document;
    document["children"] = json::Value::array();
    auto reader = database_of(request, services).read(db::View::snapshot);
    const auto shown =
        shown_to(reader, access::actor(request), question, services.guard->clock().now());
    for (const auto& child : shown.children) document["children"].push_back(person_json(child));
    document["more"] = shown.more;
    return answered(document);
}

http::Response show(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto asked = std::string(request.path("person"));
    const auto id = PersonId::parse(asked);
    if (!id) return services.guard->missing(request, "people.view", "person", "");
    std::optional<ChildRecord> record;
    access::Subject subject{.kind = "person",
                            .record = id->text(),
                            .fields = {"name", "born_on", "upn", "schools", "sen"}};
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        auto found = find_child(reader, actor.agency, *id);
        if (!found) return services.guard->missing(request, "people.view", "person", asked);
        record = std::move(found).value();
        subject.standing = standing_to(reader, actor, *id);
    }
    if (auto instead = services.guard->enter(request, "people.view", subject)) return *instead;
    auto document = person_json(record->child);
    document["sex"] = key_of(record->child.sex);
    document["schools"] = json::Value::array();
    for (const auto& place : record->schools)
        document["schools"].push_back({{"urn", place.school.text()},
                                       {"kind", key_of(place.kind)},
                                       {"from", or_null(place.from)},
                                       {"until", or_null(place.until)}});
    document["sen"] = json::Value::array();
    for (const auto& statement : record->sen)
        document["sen"].push_back(
            {{"from", iso(statement.from)}, {"status", key_of(statement.status)}});
    return answered(document);
}

void describe(openapi::Document& description)
{
    const auto by_key = json::Value::array({json::Value{{"key", json::Value::array()}}});
    description.add_schema("FoundChild", json::literal(R"({
        "type": "object", "required": ["id", "given_name", "family_name", "known_as", "born_on", "upn"],
        "properties": {
            "id": {"type": "string"}, "given_name": {"type": "string"}, "family_name": {"type": "string"},
            "known_as": {"type": "string"}, "born_on": {"type": ["string", "null"], "format": "date"},
            "upn": {"type": ["string", "null"]}}})"));
    description.add_schema("FoundChildren", json::literal(R"({
        "type": "object", "required": ["children", "more"],
        "properties": {"children": {"type": "array", "items": {"$ref": "#/components/schemas/FoundChild"}}, "more": {"type": "boolean"}}})"));
    description.add_schema("Child", json::literal(R"({
        "allOf": [{"$ref": "#/components/schemas/FoundChild"}, {
        "type": "object", "required": ["sex", "schools", "sen"],
        "properties": {
            "sex": {"enum": ["female", "male", "not_stated"]},
            "schools": {"type": "array", "items": {"type": "object"}},
            "sen": {"type": "array", "items": {"type": "object"}, "description": "What was known, from when, oldest first"}}}]})"));
    description.describe(
        http::Method::post, "/api/v1/children/search",
        {{"operationId", "find_children"},
         {"summary", "Finds children of your own organisation, as the page does"},
         {"security", by_key},
         {"requestBody",
          json::literal(R"({"required": true, "content": {"application/json": {"schema": {
              "type": "object", "required": ["words"], "additionalProperties": false, "properties": {"words": {"type": "string",
              "description": "A name, a date of birth, a UPN or a postcode, or several of them"}}}}}})")},
         {"responses", openapi::answers("Those who fit best, best first, at most 20",
                                        openapi::reference("FoundChildren"))}});
    description.describe(
        http::Method::get, "/api/v1/children/{person}",
        {{"operationId", "show_child"},
         {"summary", "What your organisation's record of a child says of schooling"},
         {"security", by_key},
         {"parameters",
          json::Value::array({openapi::parameter("path", "person", "The id that the search answers",
                                                 {{"type", "string"}}, true)})},
         {"responses", openapi::answers("The child", openapi::reference("Child"))}});
}

} // namespace api_detail

void add_api(http::Router& router, openapi::Document& description, const Services& services)
{
    using namespace api_detail;
    describe(description);
    const auto& guard = *services.guard;
    router.post("/api/v1/children/search", guard.key_policy("people.search"),
                [&services](const http::Request& request) { return search(request, services); });
    router.get("/api/v1/children/{person}", guard.key_policy("people.view"),
               [&services](const http::Request& request) { return show(request, services); });
    add_import_api(router, description, services);
}

} // namespace onroll::people
