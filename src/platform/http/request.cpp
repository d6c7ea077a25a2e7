#include "platform/http/request.h"

#include "platform/http/header_values.h"
#include "platform/http/percent.h"

#include "kernel/ensure.h"

#include <array>
#include <utility>

namespace onroll::http {

namespace request_detail {

constexpr std::array<std::pair<Method, std::string_view>, 7> method_names{{
    {Method::get, "GET"},
    {Method::head, "HEAD"},
    {Method::post, "POST"},
    {Method::put, "PUT"},
    {Method::patch, "PATCH"},
    {Method::delete_, "DELETE"},
    {Method::options, "OPTIONS"},
}};

Result<Form> read_form(const Headers& headers, std::string_view body, const FormLimits& limits)
{
    const auto header = headers.find("Content-Type");
    if (!header) return Form{};
    const auto type = parse_content_type(*header);
    if (!type) return type.error();
    if (type->type == "application/x-www-form-urlencoded")
        return parse_urlencoded_form(body, limits);
    if (type->type == "multipart/form-data")
        return parse_multipart_form(body, type->boundary, limits);
    return Form{};
}

Request made(RequestParts parts)
{
    auto request = Request::create(std::move(parts));
    ensure(request.has_value(), "a test's request can be read");
    return *std::move(request);
}

} // namespace request_detail

std::string_view method_name(Method method)
{
    for (const auto& [value, name] : request_detail::method_names) {
        if (value == method) return name;
    }
    return {};
}

std::optional<Method> method_named(std::string_view name)
{
    for (const auto& [value, known] : request_detail::method_names) {
        if (known == name) return value;
    }
    return std::nullopt;
}

Result<Request> Request::create(RequestParts parts, const FormLimits& limits)
{
    auto target = parse_target(parts.target);
    if (!target) return target.error();

    Request request;
    request.method_ = parts.method;
    request.path_ = std::move(target->path);
    request.segments_ = std::move(target->segments);
    request.query_ = std::move(target->query);
    for (const auto header : parts.headers.all("Cookie")) {
        for (const auto& cookie : parse_cookies(header)) {
            request.cookies_.add(cookie.name, cookie.value);
        }
    }
    request.headers_ = std::move(parts.headers);
    request.id_ = std::move(parts.id);
    request.address_ = std::move(parts.address);
    if (parts.form) {
        request.form_ = *std::move(parts.form);
        return request;
    }
    const auto taken = request.take_body(std::move(parts.body), limits);
    if (!taken) return taken.error();
    return request;
}

Result<void> Request::take_body(std::string body, const FormLimits& limits)
{
    auto form = request_detail::read_form(headers_, body, limits);
    if (!form) return form.error();
    form_ = *std::move(form);
    body_ = std::move(body);
    return {};
}

Request Request::get(std::string_view target, Headers headers)
{
    RequestParts parts;
    parts.target = target;
    parts.headers = std::move(headers);
    return request_detail::made(std::move(parts));
}

Request Request::post(std::string_view target, const Fields& form)
{
    std::string body;
    for (const auto& field : form) {
        if (!body.empty()) body += '&';
        body += percent_encoded(field.name) + '=' + percent_encoded(field.value);
    }
    return post(target, std::move(body), "application/x-www-form-urlencoded");
}

Request Request::post(std::string_view target, std::string body, std::string content_type)
{
    RequestParts parts;
    parts.method = Method::post;
    parts.target = target;
    parts.body = std::move(body);
    parts.headers.set("Content-Type", std::move(content_type));
    return request_detail::made(std::move(parts));
}

bool Request::is_for_program() const
{
    return path_ == "/api" || path_.starts_with("/api/");
}

void Request::set_route(std::string pattern, Fields parameters)
{
    route_ = std::move(pattern);
    path_parameters_ = std::move(parameters);
}

} // namespace onroll::http
