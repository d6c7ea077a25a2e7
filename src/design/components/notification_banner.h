// Another matter that a person should know, or that the last act succeeded. GOV.UK Design System:
// notification banner (CV-13).
#pragma once

#include "design/html.h"

namespace onroll::design {

struct NotificationBanner {
    Html heading{}; ///< one line in heading size
    Html content{}; ///< or anything else
    bool success = false;
    Html title{}; ///< "Success" or "Important", when empty
    int title_level = 2;
    std::string title_id = "govuk-notification-banner-title";
    std::string role{}; ///< alert on success, otherwise region, when empty
    std::optional<bool> disable_auto_focus{};
    std::string classes{};
    Attributes attributes{};
};

Html render(const NotificationBanner& banner);

} // namespace onroll::design
