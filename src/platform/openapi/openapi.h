// The description of the JSON API, in OpenAPI 3.1: each part describes its own routes beside the
// code that answers them, and a test holds the description to the router's table. Knows no domain
// word.
#pragma once

#include "platform/http/router.h"
#include "platform/json/json.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::openapi {

class Document {
public:
    Document(std::string title, std::string version, std::string about);

    /// Describes one route: `pattern` as the router has it. `operation` is an OpenAPI operation
    /// object; the problem responses that every route can give are added. Describing a route twice
    /// is a Bug.
    void describe(http::Method method, std::string_view pattern, json::Value operation);
    /// Adds a schema under components, to be used by `{"$ref": "#/components/schemas/NAME"}`.
    void add_schema(std::string_view name, json::Value schema);

    json::Value document() const;

    /// What does not fit between this description and the routes under /api: one line each; empty
    /// when all is described.
    std::vector<std::string> differences(const std::vector<http::Route>& routes) const;

private:
    json::Value document_;
};

/// A reference to a schema that was added.
json::Value reference(std::string_view schema);
/// A 200 answer in JSON with this schema.
json::Value answers(std::string_view about, json::Value schema);
/// A parameter in the path or query.
json::Value parameter(std::string_view in, std::string_view name, std::string_view about,
                      json::Value schema, bool required);

} // namespace onroll::openapi
