// What is wrong with a field and what to do, above it. GOV.UK Design System: error message.
// Wording: CV-25.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct ErrorMessage {
    Html content{};
    std::string id{};
    std::string classes{};
    std::string visually_hidden = "Error"; ///< said before the message; empty for none
    Attributes attributes{};
};

Html render(const ErrorMessage& error);

/// The message as a component, or nothing: joins a form's optional text to a field's `error`
/// member.
std::optional<ErrorMessage> error_message(const std::optional<std::string>& words);

} // namespace onroll::design
