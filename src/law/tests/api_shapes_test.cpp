// What the API answers, and what it takes, is as its description says: member by member.
#include "helpers/shared_data.h"
#include "law/api_shapes.h"
#include "law/json.h"
#include "law/provisions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace api_shapes_test {

using namespace onroll;
using json::Value;
using Faults = std::vector<std::string>;

const Value& schemas()
{
    static const Value all = [] {
        openapi::Document description{"Onroll", "1", "Test"};
        law::describe_shapes(description);
        return description.document();
    }();
    return all;
}

bool is_of(const Value& value, const std::string& type)
{
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == "null" && value.is_null();
}

void compare(const Value& value, const Value& schema, const std::string& path, Faults& faults);

Faults unlike(const Value& value, const Value& schema)
{
    Faults faults;
    compare(value, schema, "", faults);
    return faults;
}

void compare_members(const Value& value, const Value& schema, const std::string& path,
                     Faults& faults)
{
    for (const auto& name : schema.value("required", Value::array()))
        if (!value.contains(name.get<std::string>()))
            faults.push_back(path + "/" + name.get<std::string>() + " is missing");
    const auto properties = schema.value("properties", Value::object());
    const auto others = schema.value("additionalProperties", Value(true));
    for (const auto& [name, member] : value.items()) {
        const auto member_path = path + "/" + name;
        if (properties.contains(name))
            compare(member, properties.at(name), member_path, faults);
        else if (others.is_object())
            compare(member, others, member_path, faults);
        else if (!others.get<bool>())
            faults.push_back(member_path + " is not described");
    }
}

void compare(const Value& value, const Value& schema, const std::string& path, Faults& faults)
{
    if (schema.contains("$ref")) {
        const auto target = schema.at("$ref").get<std::string>().substr(1);
        return compare(value, schemas().at(Value::json_pointer(target)), path, faults);
    }
    if (schema.contains("anyOf")) {
        const auto& choices = schema.at("anyOf");
        if (std::none_of(choices.begin(), choices.end(),
                         [&](const Value& one) { return unlike(value, one).empty(); }))
            faults.push_back(path + " fits none: " + unlike(value, choices.back()).front());
    }
    if (schema.contains("type")) {
        const auto& type = schema.at("type");
        const auto types = type.is_array() ? type : Value::array({type});
        if (std::none_of(types.begin(), types.end(),
                         [&](const Value& one) { return is_of(value, one.get<std::string>()); }))
            return faults.push_back(path + " is not of type " + type.dump());
    }
    if (schema.contains("enum")) {
        const auto& names = schema.at("enum");
        if (std::find(names.begin(), names.end(), value) == names.end())
            faults.push_back(path + " is " + value.dump());
    }
    if (value.is_object()) compare_members(value, schema, path, faults);
    if (value.is_array() && schema.contains("items"))
        for (std::size_t i = 0; i < value.size(); ++i)
            compare(value[i], schema.at("items"), path + "/" + std::to_string(i), faults);
}

std::string first(const Faults& faults)
{
    return faults.empty() ? "" : faults.front();
}

Value schema_of(const std::string& name)
{
    return schemas().at("components").at("schemas").at(name);
}

std::vector<Value> documents()
{
    std::vector<std::filesystem::path> paths;
    if (const auto path = tests::shared_file("reference/exclusion-law-vectors.json"))
        paths.push_back(*path);
    for (const auto& entry :
         std::filesystem::directory_iterator(tests::source_file("src/law/tests/cases")))
        paths.push_back(entry.path());
    std::vector<Value> all;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        all.push_back(*json::parse(std::string{std::istreambuf_iterator<char>(file), {}}));
    }
    return all;
}

TEST_CASE("each history of the vectors, and each answer to one, is as the description says")
{
    std::size_t seen = 0;
    for (const auto& document : documents()) {
        const auto answers = law::answer_document(document);
        REQUIRE(answers.has_value());
        for (std::size_t i = 0; i < document.at("vectors").size(); ++i) {
            const auto& history = document.at("vectors").at(i);
            CAPTURE(history.at("id").get<std::string>());
            CHECK(first(unlike(history, schema_of("History"))) == "");
            const auto& answer = answers->document.at("results").at(i);
            CHECK(first(unlike(answer, schema_of("Answer"))) == "");
            ++seen;
        }
        CHECK(first(unlike(document, schema_of("Histories"))) == "");
        CHECK(first(unlike(answers->document, schema_of("Results"))) == "");
    }
    CHECK(seen > 100);
}

TEST_CASE("answers about facts that are not exclusions, totals that fall short and errors are as "
          "the description says")
{
    auto history = json::literal(R"({"id": "two schools",
        "schools": {"A": {"school_type": "maintained", "la": "901", "terms": [{"name": "Autumn 2024", "start": "2024-09-04", "end": "2024-12-20"}]},
            "B": {"school_type": "pru", "terms": [{"name": "Autumn 2024", "start": "2024-09-04", "end": "2024-12-20"}]}},
        "earlier_days": {"on": "2024-09-20", "term_days": 1.5, "year_days": 2},
        "exclusions": [{"id": "E1", "school": "A", "kind": "suspension", "decided_on": "2024-11-18", "first_day": "2024-11-19", "length_not_told": true},
            {"id": "E2", "school": "A", "kind": "permanent", "decided_on": "2024-12-02", "first_day": "2024-12-03",
             "wrongly_told": ["panel_can_reinstate"], "letter": {"given_on": "2024-12-02", "items": {"period": false}}}],
        "sent_home": [{"id": "S1", "school": "A", "on": "2024-10-07", "reason": "behaviour"}],
        "off_site_directions": [{"id": "O1", "school": "A", "starts_on": "2024-10-10", "notice_on": "2024-10-09"}]})");
    const auto answered = law::answer_history(history, 0);
    REQUIRE_FALSE(answered.failed);
    CHECK(answered.result.contains("total_scope"));
    CHECK(first(unlike(history, schema_of("History"))) == "");
    CHECK(first(unlike(answered.result, schema_of("Answer"))) == "");
    history["exclusions"][0]["kind"] = "lunch";
    const auto refused = law::answer_history(history, 0);
    CHECK(refused.failed);
    CHECK(first(unlike(refused.result, schema_of("NotRead"))) == "");
    CHECK(first(unlike(history, schema_of("History"))) == "/exclusions/0/kind is \"lunch\"");
}

TEST_CASE("what the description does not hold is found")
{
    CHECK(first(unlike({{"id", 1}, {"error", {{"member", ""}, {"message", ""}}}},
                       schema_of("NotRead"))) == "/id is not of type \"string\"");
    CHECK(first(unlike({{"schools", Value::object()}, {"pupil", {{"age", 7}}}},
                       schema_of("History"))) == "/pupil/age is not described");
    CHECK(first(unlike(Value::object(), schema_of("History"))) == "/schools is missing");
}

} // namespace api_shapes_test
