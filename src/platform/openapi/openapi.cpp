#include "platform/openapi/openapi.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <cctype>

namespace onroll::openapi {

namespace openapi_detail {

std::string lower(std::string_view text)
{
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return small;
}

json::Value problem_schema()
{
    return json::literal(R"({
        "type": "object",
        "description": "Trouble, in the form of RFC 9457.",
        "required": ["type", "title", "status"],
        "properties": {
            "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
            "detail": {"type": "string"}, "instance": {"type": "string"},
            "errors": {"type": "array", "items": {"type": "object", "required": ["detail"],
                "properties": {"detail": {"type": "string"}, "pointer": {"type": "string", "description": "A JSON pointer to the member"}}}}
        }
    })");
}

} // namespace openapi_detail

Document::Document(std::string title, std::string version, std::string about)
{
    document_["openapi"] = "3.1.0";
    document_["info"] = {{"title", std::move(title)},
                         {"version", std::move(version)},
                         {"description", std::move(about)},
                         {"license", {{"name", "MIT"}, {"identifier", "MIT"}}}};
    document_["servers"] = json::Value::array({json::Value{{"url", "/"}}});
    document_["paths"] = json::Value::object();
    document_["components"]["schemas"]["Problem"] = openapi_detail::problem_schema();
    document_["components"]["securitySchemes"]["key"] = {
        {"type", "http"},
        {"scheme", "bearer"},
        {"description", "A key that an organisation's administrator made under Staff"}};
    document_["components"]["responses"]["Problem"] = {
        {"description", "What is wrong, and what to do"},
        {"content", {{"application/problem+json", {{"schema", reference("Problem")}}}}}};
}

void Document::describe(http::Method method, std::string_view pattern, json::Value operation)
{
    auto& path = document_["paths"][std::string(pattern)];
    const auto verb = openapi_detail::lower(http::method_name(method));
    ensure(!path.contains(verb), "an API route is described once");
    operation["responses"]["default"] = {{"$ref", "#/components/responses/Problem"}};
    path[verb] = std::move(operation);
}

void Document::add_schema(std::string_view name, json::Value schema)
{
    document_["components"]["schemas"][std::string(name)] = std::move(schema);
}

json::Value Document::document() const
{
    return document_;
}

std::vector<std::string> Document::differences(const std::vector<http::Route>& routes) const
{
    std::vector<std::string> found;
    std::vector<std::string> routed;
    for (const auto& route : routes) {
        if (!route.pattern.starts_with("/api/") || route.pattern.ends_with("/openapi.json"))
            continue;
        const auto verb = openapi_detail::lower(http::method_name(route.method));
        routed.push_back(verb + " " + route.pattern);
        if (!document_["paths"].contains(route.pattern) ||
            !document_["paths"][route.pattern].contains(verb))
            found.push_back("not described: " + verb + " " + route.pattern);
    }
    for (const auto& [pattern, verbs] : document_["paths"].items())
        for (const auto& [verb, operation] : verbs.items())
            if (std::find(routed.begin(), routed.end(), verb + " " + pattern) == routed.end())
                found.push_back("no such route: " + verb + " " + pattern);
    return found;
}

json::Value reference(std::string_view schema)
{
    return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

json::Value answers(std::string_view about, json::Value schema)
{
    return {{"200",
             {{"description", about},
              {"content", {{"application/json", {{"schema", std::move(schema)}}}}}}}};
}

json::Value parameter(std::string_view in, std::string_view name, std::string_view about,
                      json::Value schema, bool required)
{
    return {{"in", in},
            {"name", name},
            {"description", about},
            {"required", required},
            {"schema", std::move(schema)}};
}

} // namespace onroll::openapi
