// A form holds answers to the questions that its page asks, and nothing else: a field that was made
// up is an error and not left out quietly. trust.md Z-07.
#pragma once

#include "platform/http/form.h"
#include "platform/http/policy.h"
#include "platform/http/request.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace onroll::forms {

/// Names of the questions of a form, its files' among them. "from" takes from-day, from-month and
/// from-year too; "answer.*" takes every name that begins with "answer.". The hidden fields of
/// forms::start need no name here.
using Asked = std::vector<std::string>;

/// The first field or file that the form holds and that none of its questions asked for.
std::optional<std::string> unexpected_field(const http::Form& form, const Asked& asked);

/// `policy`, and then a form with answers to `asked` alone, also as a comparison gives them back
/// (settled.h); else 400, before the handler sees it.
http::Policy taking(const http::Policy& policy, Asked asked);
/// For forms whose questions differ from one request to the next.
http::Policy taking(const http::Policy& policy, std::function<Asked(const http::Request&)> asked);

} // namespace onroll::forms
