// Any bytes as a request: target on the first line, then "name: value" lines, an empty line, the
// body. Refused, or decoded text that is valid; no reader of a header value may fail in another
// way.
#include "target.h"

#include "platform/http/header_values.h"
#include "platform/http/intake.h"
#include "platform/http/percent.h"
#include "platform/http/request.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace {

using namespace onroll::http;

std::string_view next_line(std::string_view& rest)
{
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    return line;
}

/// Every reader of one value, on any value.
void read_value(std::string_view value)
{
    const auto type = parse_content_type(value);
    if (type && type->boundary.size() > 70) std::abort();
    const auto host = parse_host(value);
    if (host && (host->name.empty() || has_control_characters(host->name))) std::abort();
    for (const auto& cookie : parse_cookies(value)) {
        if (has_control_characters(cookie.name + cookie.value)) std::abort();
    }
    if (preferred_encoding(value) == Encoding::gzip && value.size() < 4) std::abort();
    if (matches_etag(value, "W/\"a\"") && value.find_first_of("*\"") == std::string_view::npos)
        std::abort();
    const auto length = parse_length(value);
    if (length && std::to_string(*length).size() > value.size()) std::abort();
    (void)parse_parameters(value);
}

void take_as_the_server_does(const RequestParts& parts)
{
    static const Router router = [] {
        Router routes;
        routes.get("/schools/{urn}", Policy::open_to_all(),
                   [](const Request&) { return no_content(); });
        routes.post("/files/{path...}", Policy::open_to_all(),
                    [](const Request&) { return no_content(); });
        return routes;
    }();
    static const std::array<std::string, 2> ours{"localhost", "onroll.example"};
    const auto* method = parts.body.empty() ? "GET" : "POST";
    const auto taken = take_head({method, parts.target, 11, parts.headers, "id"}, ours, router);
    const auto* accepted = std::get_if<Accepted>(&taken);
    if (!accepted) return;
    if (parts.headers.all("Host").size() != 1) std::abort();
    if (parts.headers.contains("Content-Length") && parts.headers.contains("Transfer-Encoding"))
        std::abort();
    if (accepted->route && accepted->request.path_parameter("urn").empty() &&
        accepted->request.path_parameter("path").empty())
        std::abort();
}

} // namespace

FUZZ_TARGET(http_request)
{
    std::string_view rest(reinterpret_cast<const char*>(bytes), size);
    RequestParts parts;
    parts.target = next_line(rest);
    for (auto line = next_line(rest); !line.empty(); line = next_line(rest)) {
        const auto colon = std::min(line.find(':'), line.size());
        const auto value = trimmed(line.substr(std::min(colon + 1, line.size())));
        read_value(value);
        parts.headers.add(std::string(line.substr(0, colon)), std::string(value));
    }
    parts.body = rest;
    take_as_the_server_does(parts);

    const auto request = Request::create(std::move(parts));
    if (!request) return 0;
    for (const auto& segment : request->path_segments()) {
        if (!is_plain_utf8(segment) || has_control_characters(segment)) std::abort();
    }
    for (const auto& parameter : request->query()) {
        if (!is_plain_utf8(parameter.name) || !is_plain_utf8(parameter.value)) std::abort();
    }
    return 0;
}
