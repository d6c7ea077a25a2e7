#include "design/components/exit_this_page.h"

#include "design/components/button.h"
#include "design/components/skip_link.h"

namespace onroll::design {

Html render(const ExitThisPage& exit)
{
    const Html words =
        exit.content.empty() ? visually_hidden("Emergency") + " Exit this page" : exit.content;
    return element(
        "div",
        Attributes{maybe("id", exit.id),
                   {"class", classes({"govuk-exit-this-page", exit.classes})},
                   {"data-module", "govuk-exit-this-page"}} +
            exit.attributes +
            Attributes{maybe("data-i18n.activated", exit.activated_text),
                       maybe("data-i18n.timed-out", exit.timed_out_text),
                       maybe("data-i18n.press-two-more-times", exit.press_two_more_times_text),
                       maybe("data-i18n.press-one-more-time", exit.press_one_more_time_text)},
        render(Button{.content = words,
                      .href = exit.href,
                      .classes = "govuk-button--warning govuk-exit-this-page__button "
                                 "govuk-js-exit-this-page-button",
                      .attributes = {{"rel", "nofollow noreferrer"}}}));
}

Html exit_skip_link(const std::string& href, const std::string& words)
{
    return render(SkipLink{.href = href,
                           .content = words.empty() ? "Exit this page" : words,
                           .classes = "govuk-js-exit-this-page-skiplink",
                           .attributes = {{"rel", "nofollow noreferrer"}}});
}

} // namespace onroll::design
