#include "forms/asked.h"

#include "forms/settled.h"
#include "forms/types.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace onroll::forms {

namespace asked_detail {

constexpr std::array hidden_fields{token_field, key_field, page_field, version_field};
constexpr std::array<std::string_view, 3> date_parts{"-day", "-month", "-year"};

bool takes(const std::string& question, std::string_view name)
{
    if (!question.ends_with(".*")) return question == name;
    return name.starts_with(std::string_view(question).substr(0, question.size() - 1));
}

bool is_asked(const Asked& asked, std::string_view name)
{
    const auto one_takes = [&](std::string_view part) {
        return std::any_of(asked.begin(), asked.end(),
                           [&](const std::string& question) { return takes(question, part); });
    };
    if (one_takes(name)) return true;
    return std::any_of(date_parts.begin(), date_parts.end(), [&](std::string_view part) {
        return name.ends_with(part) && one_takes(name.substr(0, name.size() - part.size()));
    });
}

bool is_hidden(std::string_view name)
{
    return std::find(hidden_fields.begin(), hidden_fields.end(), name) != hidden_fields.end();
}

std::optional<http::Response> refusal_of(const http::Policy& policy, const http::Request& request,
                                         const Asked& asked)
{
    if (auto instead = policy.refuses(request)) return instead;
    if (!unexpected_field(settled(request.form()), asked)) return std::nullopt;
    return http::failure(bad_input(
        "The form held an answer to no question. Open the page again, and fill it in there"));
}

} // namespace asked_detail

std::optional<std::string> unexpected_field(const http::Form& form, const Asked& asked)
{
    using namespace asked_detail;
    for (const auto& field : form.fields)
        if (!is_hidden(field.name) && !is_asked(asked, field.name)) return field.name;
    for (const auto& upload : form.uploads)
        if (!is_asked(asked, upload.field)) return upload.field;
    return std::nullopt;
}

http::Policy taking(const http::Policy& policy, std::function<Asked(const http::Request&)> asked)
{
    return policy.narrowed([policy, asked = std::move(asked)](const http::Request& request) {
        return asked_detail::refusal_of(policy, request, asked(request));
    });
}

http::Policy taking(const http::Policy& policy, Asked asked)
{
    return policy.taking(asked, [policy, asked](const http::Request& request) {
        return asked_detail::refusal_of(policy, request, asked);
    });
}

} // namespace onroll::forms
