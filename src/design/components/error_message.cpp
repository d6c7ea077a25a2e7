#include "design/components/error_message.h"

namespace onroll::design {

Html render(const ErrorMessage& error)
{
    const Attributes attributes =
        Attributes{maybe("id", error.id),
                   {"class", classes({"govuk-error-message", error.classes})}} +
        error.attributes;
    if (error.visually_hidden.empty()) return element("p", attributes, error.content);
    return element("p", attributes, visually_hidden(error.visually_hidden + ":"), " ",
                   error.content);
}

std::optional<ErrorMessage> error_message(const std::optional<std::string>& words)
{
    if (!words) return std::nullopt;
    return ErrorMessage{.content = *words};
}

} // namespace onroll::design
