#include "design/components/notification_banner.h"

namespace onroll::design {

Html render(const NotificationBanner& banner)
{
    const std::string_view focus = !banner.disable_auto_focus   ? ""
                                   : *banner.disable_auto_focus ? "true"
                                                                : "false";
    const std::string_view role = !banner.role.empty() ? std::string_view(banner.role)
                                  : banner.success     ? "alert"
                                                       : "region";
    const Html title = !banner.title.empty() ? banner.title
                       : banner.success      ? Html("Success")
                                             : Html("Important");
    const std::string level = "h" + std::to_string(banner.title_level);
    HtmlWriter out;
    out.open("div", Attributes{{"class",
                                classes({"govuk-notification-banner",
                                         banner.success ? "govuk-notification-banner--success" : "",
                                         banner.classes})},
                               {"role", role},
                               {"aria-labelledby", banner.title_id},
                               {"data-module", "govuk-notification-banner"},
                               maybe("data-disable-auto-focus", focus)} +
                        banner.attributes);
    out.open("div", {{"class", "govuk-notification-banner__header"}});
    out.open(level, {{"class", "govuk-notification-banner__title"}, {"id", banner.title_id}});
    out.add(title).close().close();
    out.open("div", {{"class", "govuk-notification-banner__content"}});
    if (!banner.heading.empty()) {
        out.open("p", {{"class", "govuk-notification-banner__heading"}});
        out.add(banner.heading).close();
    }
    out.add(banner.content).close().close();
    return std::move(out).done();
}

} // namespace onroll::design
