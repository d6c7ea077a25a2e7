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
        auto narrower = named(name_, std::move(refusal));
        narrower.fields_ = std::move(fields);
        return narrower;
    }

    const std::string& name() const { return name_; }
    /// What a form may hold; nothing where the policy does not say.
    const std::optional<std::vector<std::string>>& fields() const { return fields_; }
    std::optional<Response> refuses(const Request& request) const
    {
        return refusal_ ? refusal_(request) : std::nullopt;
    }

private:
    Policy(std::string name, Refusal refusal) : name_(std::move(name)), refusal_(std::move(refusal))
    {
    }

    std::string name_;
    Refusal refusal_;
    std::optional<std::vector<std::string>> fields_{};
};

} // namespace onroll::http
