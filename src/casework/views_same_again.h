// The question whether the same thing is to be saved a second time, after Back. Holds what was
// typed, so that one press answers it.
#pragma once

#include "design/html.h"
#include "platform/clock/clock.h"
#include "platform/http/form.h"

#include <string>

namespace onroll::casework {

/// The field that says that a second one is meant.
inline constexpr std::string_view again_field = "again";

/// What was saved just before with the same content.
struct SavedBefore {
    std::chrono::sys_time<std::chrono::milliseconds> at{};
    std::string address; ///< where it is shown
};

struct SameAgainView {
    SavedBefore before;
    std::string heading;  ///< "You sent these words": the time follows
    std::string second;   ///< what another press makes: "a second message"
    std::string show;     ///< "Show the message"
    std::string action;   ///< where the form goes
    design::Html start{}; ///< with a new key
    const http::Form& typed;
    std::string button; ///< "Send them again"
};

/// "You sent these words at 2:05pm".
std::string same_again_title(const SameAgainView& view);
design::Html same_again_view(const SameAgainView& view);

/// Whether the form says that a second one is meant.
bool is_meant_again(const http::Form& form);

} // namespace onroll::casework
