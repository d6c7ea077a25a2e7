// The table of routes: which function answers which method and path, and who may ask. Pure: no
// socket, no clock.
#pragma once

#include "platform/http/policy.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace onroll::http {

using Handler = std::function<Response(const Request&)>;

/// Where a route's handler runs. `io_thread` only for what answers at once from memory.
enum class RunOn { worker, io_thread };

struct RouteOptions {
    std::uint64_t body_limit = 1024 * 1024; ///< bytes; uploads_limit for routes that take files
    RunOn run_on = RunOn::worker;
    std::string summary = {}; ///< one line for the API description; empty for pages
};

/// 25 MiB for a file, and room for the rest of its form.
inline constexpr std::uint64_t uploads_limit = 26 * 1024 * 1024;

struct Route {
    Method method;
    std::string pattern; ///< "/schools/{urn}"; a last "{path...}" takes the rest
    Policy policy;
    RouteOptions options;
    Handler handler;
    std::vector<std::string> segments; ///< of the pattern
};

/// What happened instead of an answer, for whoever draws the page.
struct ErrorPage {
    int status = 500;
    std::string title;         ///< "Page not found"
    std::string message;       ///< what to do; empty where there is nothing to add
    std::string reference;     ///< only for 500: to be quoted by the person and found in the log
    std::string way_back = {}; ///< where a form was: its page, or the nearest above it
};

/// Attached to a post whose policy is asked before its body is read: the page to come back to, as
/// far as the address tells. Empty where there is none.
struct PageAbove {
    std::string path;
};

/// For the log: the bug or fault behind a 500.
struct HandlerFault {
    std::string reference;
    std::string route;
    std::string what;
};

struct RouteFound {
    const Route* route;
    Fields parameters;
};
struct RouteMissing {};
struct MethodNotAllowed {
    std::string allow; ///< "GET, HEAD, OPTIONS"
};
using RouteMatch = std::variant<RouteFound, RouteMissing, MethodNotAllowed>;

class Router {
public:
    /// Add a route. Two of the same method and shape, or a pattern that is not well formed, throw
    /// Bug. A fixed segment wins over a parameter, so /schools/new and /schools/{urn} live
    /// together.
    void get(std::string_view pattern, Policy policy, Handler handler, RouteOptions options = {});
    void post(std::string_view pattern, Policy policy, Handler handler, RouteOptions options = {});
    void put(std::string_view pattern, Policy policy, Handler handler, RouteOptions options = {});
    void patch(std::string_view pattern, Policy policy, Handler handler, RouteOptions options = {});
    void delete_(std::string_view pattern, Policy policy, Handler handler,
                 RouteOptions options = {});
    void add(Method method, std::string_view pattern, Policy policy, Handler handler,
             RouteOptions options = {});

    /// Draws the pages of 400, 404, 405, 413, 500, 503 ...; plain text until set. Paths under /api
    /// get problem+json.
    void show_errors_with(std::function<Response(const Request&, const ErrorPage&)> page);
    /// What to say, and with which status, for trouble that the fault of a handler shows, such as a
    /// store that takes no writes; every other fault is answered 500.
    void
    explain_faults_with(std::function<std::optional<Error>(const std::exception& fault)> explain);
    /// Told of each handler that threw; silent until set.
    void report_faults_to(std::function<void(const HandlerFault&)> report);

    /// Wraps each handler whose policy let a request in: `answer()` runs it, in this thread.
    using Wrap =
        std::function<Response(const Request& request, const std::function<Response()>& answer)>;
    void answer_within(Wrap wrap);
    /// Told of what each route answered, before it is sent, for whoever notes what became of it. A
    /// fault of theirs is reported, and the answer stays as it is.
    void tell_of_answers(std::function<void(const Request&, const Response&)> tell);

    /// Every route in the order added: for the matrix of policies, the API description and crawls.
    const std::vector<Route>& routes() const { return routes_; }

    /// HEAD finds the GET route. The pointer lives as long as this router is not changed.
    RouteMatch match(Method method, const std::vector<std::string>& path_segments) const;

    /// Routes (and notes the route in `request`), asks the policy, runs the handler, dresses its
    /// trouble.
    Response answer(Request& request) const;
    /// What the route's policy answers to the headers alone, before a long body is read.
    std::optional<Response> refuses_before_body(const Route& route, const Request& request) const;
    /// The page or problem document for trouble met outside a handler.
    Response error_response(const Request& request, const ErrorPage& page) const;

private:
    Response run(const Route& route, const Request& request) const;
    void tell(const Route& route, const Request& request, const Response& response) const;
    Response dressed(const Request& request, Response response) const;
    Response guarded(const Route& route, const Request& request,
                     const std::function<Response()>& answer) const;
    std::string way_back(const Request& request) const;

    std::vector<Route> routes_;
    /// Where in `routes_` those stand whose paths begin alike (route_pattern.h).
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_start_;
    std::function<Response(const Request&, const ErrorPage&)> error_page_;
    std::function<void(const HandlerFault&)> report_fault_;
    Wrap wrap_;
    std::function<void(const Request&, const Response&)> tell_;
    std::function<std::optional<Error>(const std::exception&)> explain_fault_;
};

/// The answer to a request without a server: what page tests call.
Response handle(const Router& router, const Request& request);

} // namespace onroll::http
