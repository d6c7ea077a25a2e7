#include "forms/form_start.h"

#include "forms/types.h"

#include "design/components/notification_banner.h"
#include "platform/crypto/crypto.h"

namespace onroll::forms {

namespace form_start_detail {

design::Html hidden(std::string_view name, std::string_view value)
{
    return design::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

} // namespace form_start_detail

design::Html start(const FormStart& start)
{
    using form_start_detail::hidden;
    auto fields = hidden(token_field, start.form_token) +
                  hidden(key_field, crypto::random_token()) + hidden(page_field, start.page);
    if (!start.version.empty()) fields += hidden(version_field, start.version);
    return fields;
}

design::Html draft_banner()
{
    return design::render(design::NotificationBanner{
        .heading = "This was not saved",
        .content = design::paragraph("You were signed out before this was saved. What you typed "
                                     "is below. Check it, then save it. Files have to be chosen "
                                     "again.")});
}

} // namespace onroll::forms
