// A request as pages see it: decoded, checked, without any type of the server library. Forwarded
// headers are not believed.
#pragma once

#include "platform/http/fields.h"
#include "platform/http/form.h"

#include "kernel/result.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
#include <utility>
#include <vector>

namespace onroll::http {

enum class Method { get, head, post, put, patch, delete_, options };

/// "GET" for Method::get.
std::string_view method_name(Method method);
/// Nothing for a method that is not answered, TRACE and CONNECT among them.
std::optional<Method> method_named(std::string_view name);

/// What a request is made from: the server fills this, and so may a test.
struct RequestParts {
    Method method = Method::get;
    std::string target = "/"; ///< raw path and query as sent
    Headers headers;
    std::string body;         ///< left empty when `form` was read as it arrived
    std::optional<Form> form; ///< nothing: read from `body` when the content type is a form's
    std::string id;           ///< X-Request-Id; the reference number on error pages
    std::string address;      ///< of whoever connected: a proxy's, where one is in front
};

class Request {
public:
    /// Decodes target, cookies and form. bad_input for broken escapes, bytes that are not UTF-8,
    /// control characters.
    static Result<Request> create(RequestParts parts, const FormLimits& limits = {});

    /// For tests and crawls: a GET of path and query. Throws Bug on a target that does not decode.
    static Request get(std::string_view target, Headers headers = {});
    /// For tests: a form posted by a page. Throws Bug on a target that does not decode.
    static Request post(std::string_view target, const Fields& form);
    /// For tests: any body. Throws Bug on a target or body that does not decode.
    static Request post(std::string_view target, std::string body, std::string content_type);

    Method method() const { return method_; }
    /// The decoded path, without the query: "/schools/100001".
    const std::string& path() const { return path_; }
    const std::vector<std::string>& path_segments() const { return segments_; }
    /// The pattern of the route that answers, "/schools/{urn}"; empty before routing.
    const std::string& route() const { return route_; }
    const std::string& id() const { return id_; }
    /// The address that connected, "192.0.2.7"; empty in tests that give none. Personal data.
    const std::string& address() const { return address_; }

    /// The value of {name} in the route's pattern; empty where the pattern has none.
    std::string_view path_parameter(std::string_view name) const { return path_parameters_[name]; }
    std::string_view path(std::string_view name) const { return path_parameter(name); }
    /// The same, read by T::parse(text): request.path<Urn>("urn").
    template <class T>
    Result<T> path(std::string_view name) const
    {
        return T::parse(path_parameter(name));
    }

    /// Every query parameter, decoded.
    const Fields& query() const { return query_; }
    /// The first value of a query parameter; empty where absent.
    std::string_view query(std::string_view name) const { return query_[name]; }
    template <class T>
    Result<T> query(std::string_view name) const
    {
        return T::parse(query_[name]);
    }

    const Headers& headers() const { return headers_; }
    /// The first value of a header; empty where absent. Names ignore case.
    std::string_view header(std::string_view name) const { return headers_[name]; }
    const Fields& cookies() const { return cookies_; }
    std::string_view cookie(std::string_view name) const { return cookies_[name]; }

    /// Empty unless the request carried a form.
    const Form& form() const { return form_; }
    /// The raw body; empty for a multipart form, which was read as it arrived.
    const std::string& body() const { return body_; }

    /// What a policy found out about who asks, for the handler after it: one of each type. A policy
    /// sees a constant request, so this alone may change in one; a request is answered by one
    /// thread.
    template <class T>
    void attach(std::shared_ptr<const T> found) const
    {
        attached_.insert_or_assign(std::type_index(typeid(T)), std::move(found));
    }
    /// Nothing where no policy attached one; lives as long as the request.
    template <class T>
    const T* attached() const
    {
        const auto found = attached_.find(std::type_index(typeid(T)));
        return found == attached_.end() ? nullptr : static_cast<const T*>(found->second.get());
    }

    /// Whether the answer is for a program: the path lies under /api, so errors are problem+json.
    bool is_for_program() const;

    /// Set by the router when a route matched.
    void set_route(std::string pattern, Fields parameters);
    /// Set by the server, which routes before it reads a body. Reads `body` as a form when the
    /// content type is a form's.
    Result<void> take_body(std::string body, const FormLimits& limits);
    /// A form that was read as it arrived.
    void take_form(Form form) { form_ = std::move(form); }

private:
    Request() = default;

    Method method_ = Method::get;
    std::string path_;
    std::vector<std::string> segments_;
    std::string route_;
    std::string id_;
    std::string address_;
    Fields path_parameters_;
    Fields query_;
    Headers headers_;
    Fields cookies_;
    Form form_;
    std::string body_;
    mutable std::map<std::type_index, std::shared_ptr<const void>> attached_;
};

} // namespace onroll::http
