// Reads the answer of a comparison page as the form that it is about. Pure. trust.md R-09.
#pragma once

#include "platform/http/form.h"

#include <string_view>

namespace onroll::forms {

/// What stands before the number of a question, and in its inputs before their own names.
inline constexpr std::string_view choice_prefix = "choose.";
inline constexpr std::string_view saved_prefix = "saved.";
inline constexpr std::string_view typed_prefix = "typed.";

/// The fields of a form, those of a comparison settled as they were chosen: what a handler reads
/// instead of request.form(). Where nothing was chosen, what was typed stays.
http::Form settled(const http::Form& form);

} // namespace onroll::forms
