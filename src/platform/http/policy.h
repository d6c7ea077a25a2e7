// Who may use a route. There is no default: a route without a policy does not compile.
#pragma once

#include "platform/http/request.h"
#include "platform/http/response.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace onroll::http {

class Policy {
public:
    /// Nothing when the request may go on, else what is answered instead.
    using Refusal = std::function<std::optional<Response>(const Request&)>;

    Policy() = delete;

    /// No sign-in: public pages, assets, health.
    static Policy open_to_all() { return Policy("open to all", {}); }
    /// A rule of the part `access`, by the name it has in the matrix of routes and roles.
    static Policy named(std::string name, Refusal refusal)
    {
        return Policy(std::move(name), std::move(refusal));
    }

    /// The same policy for a form that may hold these fields alone; `refusal` sees to it.
    Policy taking(std::vector<std::string> fields, Refusal refusal) const
    {
        auto narrower = narrowed(std::move(refusal));
        narrower.fields_ = std::move(fields);
        return narrower;
    }
    /// The same policy where `refusal` sees to more than this one.
    Policy narrowed(Refusal refusal) const
    {
        auto narrower = *this;
        narrower.refusal_ = std::move(refusal);
        return narrower;
    }
    /// The same policy, that turns away by the headers alone whom it can, before a long body is
    /// read. `refusal` sees no form and no body, and is asked beside the policy, never instead.
    Policy turning_away_first(Refusal refusal) const
    {
        auto earlier = *this;
        earlier.before_body_ = std::move(refusal);
        return earlier;
    }

    const std::string& name() const { return name_; }
    /// What a form may hold; nothing where the policy does not say.
    const std::optional<std::vector<std::string>>& fields() const { return fields_; }
    std::optional<Response> refuses(const Request& request) const
    {
        return refusal_ ? refusal_(request) : std::nullopt;
    }
    bool looks_before_body() const { return before_body_ != nullptr; }
    std::optional<Response> refuses_before_body(const Request& request) const
    {
        return before_body_ ? before_body_(request) : std::nullopt;
    }

private:
    Policy(std::string name, Refusal refusal) : name_(std::move(name)), refusal_(std::move(refusal))
    {
    }

    std::string name_;
    Refusal refusal_;
    Refusal before_body_{};
    std::optional<std::vector<std::string>> fields_{};
};

} // namespace onroll::http
