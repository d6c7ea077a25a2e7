#include "platform/http/router.h"

#include "platform/http/percent.h"
#include "platform/http/route_pattern.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace onroll::http {

namespace router_detail {

std::string allow_header(std::vector<Method> methods)
{
    if (std::ranges::find(methods, Method::get) != methods.end()) methods.push_back(Method::head);
    methods.push_back(Method::options);
    std::ranges::sort(methods);
    std::string allow;
    for (const auto method : methods) {
        if (!allow.empty()) allow += ", ";
        allow += method_name(method);
    }
    return allow;
}

ErrorPage page_of(const Error& error)
{
    ErrorPage page;
    page.status = status_of(error.kind);
    page.message = error.message;
    return page;
}

std::string_view usual_title(int status)
{
    switch (status) {
    case 400:
        return "There is a problem with what was sent";
    case 403:
        return "You cannot see this page";
    case 404:
        return "Page not found";
    case 405:
        return "This page cannot be used in that way";
    case 409:
        return "This was changed by somebody else";
    case 413:
        return "What was sent is too large";
    case 415:
        return "This kind of file is not taken";
    case 503:
        return "The service is busy";
    default:
        return "Sorry, there is a problem with the service";
    }
}

} // namespace router_detail

void Router::get(std::string_view pattern, Policy policy, Handler handler, RouteOptions options)
{
    add(Method::get, pattern, std::move(policy), std::move(handler), std::move(options));
}

void Router::post(std::string_view pattern, Policy policy, Handler handler, RouteOptions options)
{
    add(Method::post, pattern, std::move(policy), std::move(handler), std::move(options));
}

void Router::put(std::string_view pattern, Policy policy, Handler handler, RouteOptions options)
{
    add(Method::put, pattern, std::move(policy), std::move(handler), std::move(options));
}

void Router::patch(std::string_view pattern, Policy policy, Handler handler, RouteOptions options)
{
    add(Method::patch, pattern, std::move(policy), std::move(handler), std::move(options));
}

void Router::delete_(std::string_view pattern, Policy policy, Handler handler, RouteOptions options)
{
    add(Method::delete_, pattern, std::move(policy), std::move(handler), std::move(options));
}

void Router::add(Method method, std::string_view pattern, Policy policy, Handler handler,
                 RouteOptions options)
{
    ensure(method != Method::head && method != Method::options,
           "HEAD and OPTIONS are answered from the other methods");
    ensure(handler != nullptr, "a route has a handler");
    auto segments = split_pattern(pattern);
    auto& alike = by_start_[std::string(start_of(segments))];
    for (const auto at : alike) {
        ensure(routes_[at].method != method || !has_same_shape(routes_[at].segments, segments),
               "no two routes have the same method and shape");
    }
    alike.push_back(routes_.size());
    routes_.push_back({method, std::string(pattern), std::move(policy), std::move(options),
                       std::move(handler), std::move(segments)});
}

void Router::show_errors_with(std::function<Response(const Request&, const ErrorPage&)> page)
{
    error_page_ = std::move(page);
}

void Router::report_faults_to(std::function<void(const HandlerFault&)> report)
{
    report_fault_ = std::move(report);
}

void Router::tell_of_answers(std::function<void(const Request&, const Response&)> tell)
{
    tell_ = std::move(tell);
}

void Router::answer_within(Wrap wrap)
{
    wrap_ = std::move(wrap);
}

void Router::explain_faults_with(
    std::function<std::optional<Error>(const std::exception& fault)> explain)
{
    explain_fault_ = std::move(explain);
}

RouteMatch Router::match(Method method, const std::vector<std::string>& path_segments) const
{
    const auto wanted = method == Method::head ? Method::get : method;
    const Route* best = nullptr;
    std::vector<Method> others;
    const auto look_at = [&](std::string_view start) {
        const auto alike = by_start_.find(start);
        if (alike == by_start_.end()) return;
        for (const auto at : alike->second) {
            const auto& route = routes_[at];
            if (!matches(route.segments, path_segments)) continue;
            if (route.method != wanted) {
                if (std::ranges::find(others, route.method) == others.end())
                    others.push_back(route.method);
            } else if (!best || is_more_precise(route.segments, best->segments)) {
                best = &route;
            }
        }
    };
    if (!path_segments.empty()) look_at(path_segments.front());
    look_at(start_of_any);
    if (best) return RouteFound{best, parameters_in(best->segments, path_segments)};
    if (!others.empty()) return MethodNotAllowed{router_detail::allow_header(std::move(others))};
    return RouteMissing{};
}

Response Router::answer(Request& request) const
{
    auto matched = match(request.method(), request.path_segments());
    if (const auto* other = std::get_if<MethodNotAllowed>(&matched)) {
        auto response = request.method() == Method::options
                            ? no_content()
                            : error_response(request, {405, {}, {}, {}});
        response.headers.set("Allow", other->allow);
        return response;
    }
    auto* found = std::get_if<RouteFound>(&matched);
    if (!found) return dressed(request, http::not_found());
    request.set_route(found->route->pattern, std::move(found->parameters));
    auto response = run(*found->route, request);
    tell(*found->route, request, response);
    return dressed(request, std::move(response));
}

void Router::tell(const Route& route, const Request& request, const Response& response) const
{
    if (!tell_) return;
    try {
        tell_(request, response);
    } catch (const std::exception& fault) {
        if (report_fault_) report_fault_({request.id(), route.pattern, fault.what()});
    }
}

Response Router::run(const Route& route, const Request& request) const
{
    return guarded(route, request, [&]() -> Response {
        if (auto refusal = route.policy.refuses(request)) return *std::move(refusal);
        if (!wrap_) return route.handler(request);
        return wrap_(request, [&] { return route.handler(request); });
    });
}

std::optional<Response> Router::refuses_before_body(const Route& route,
                                                    const Request& request) const
{
    std::optional<Response> refusal;
    auto fault = guarded(route, request, [&] {
        if (request.method() == Method::post)
            request.attach(std::make_shared<const PageAbove>(PageAbove{way_back(request)}));
        refusal = route.policy.refuses_before_body(request);
        return no_content();
    });
    if (refusal) return dressed(request, *std::move(refusal));
    return fault.status < 400 ? std::nullopt : std::optional(std::move(fault));
}

/// What `answer` says, or the page of the fault that it threw.
Response Router::guarded(const Route& route, const Request& request,
                         const std::function<Response()>& answer) const
{
    std::string what;
    std::optional<Error> explained;
    try {
        return answer();
    } catch (const std::exception& fault) {
        what = fault.what();
        if (explain_fault_) explained = explain_fault_(fault);
    } catch (...) {
        what = "something that is not an exception";
    }
    if (report_fault_) report_fault_({request.id(), route.pattern, what});
    if (explained) return dressed(request, failure(*std::move(explained)));
    return error_response(request, {500, {}, {}, request.id()});
}

/// The address of what was sent, or of the nearest page above it that can be opened.
std::string Router::way_back(const Request& request) const
{
    auto segments = request.path_segments();
    for (; !segments.empty(); segments.pop_back()) {
        if (!std::holds_alternative<RouteFound>(match(Method::get, segments))) continue;
        std::string path;
        for (const auto& segment : segments) path += '/' + percent_encoded(segment);
        return path;
    }
    return {};
}

Response Router::dressed(const Request& request, Response response) const
{
    if (!response.error) return response;
    if (request.is_for_program()) return problem(*response.error, request.id());
    return error_response(request, router_detail::page_of(*response.error));
}

Response Router::error_response(const Request& request, const ErrorPage& page) const
{
    auto shown = page;
    if (shown.title.empty()) shown.title = router_detail::usual_title(page.status);
    if (request.is_for_program()) {
        Problem document;
        document.status = shown.status;
        document.title = shown.title;
        document.detail = shown.message;
        if (!request.id().empty()) document.instance = "urn:onroll:request:" + request.id();
        return problem(document);
    }
    if (request.method() == Method::post && shown.way_back.empty())
        shown.way_back = way_back(request);
    if (error_page_) {
        try {
            auto response = error_page_(request, shown);
            response.status = shown.status;
            return response;
        } catch (const std::exception& fault) {
            if (report_fault_) report_fault_({request.id(), request.route(), fault.what()});
        }
    }
    auto words = shown.title + "\n";
    if (!shown.message.empty()) words += shown.message + "\n";
    if (!shown.reference.empty()) words += "Reference: " + shown.reference + "\n";
    return text(std::move(words), shown.status);
}

Response handle(const Router& router, const Request& request)
{
    auto routed = request;
    return router.answer(routed);
}

} // namespace onroll::http
