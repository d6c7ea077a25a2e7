// A quick way out, for someone who is not safe. GOV.UK Design System: exit this page (CV-33:
// families' pages only).
#pragma once

#include "design/html.h"

namespace onroll::design {

struct ExitThisPage {
    std::string href = "https://www.bbc.co.uk/weather";
    Html content{}; ///< "Emergency Exit this page", when empty
    std::string id{};
    std::string classes{};
    std::string activated_text{};
    std::string timed_out_text{};
    std::string press_two_more_times_text{};
    std::string press_one_more_time_text{};
    Attributes attributes{};
};

Html render(const ExitThisPage& exit);

/// The second skip link, which does the same; `words` are "Exit this page", when empty.
Html exit_skip_link(const std::string& href, const std::string& words = {});

} // namespace onroll::design
