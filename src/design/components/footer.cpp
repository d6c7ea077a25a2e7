#include "design/components/footer.h"

namespace onroll::design {

Html render(const Footer& footer)
{
    HtmlWriter out;
    out.open("footer", {{"class", "onr-footer"}});
    out.open("div", {{"class", "govuk-width-container"}});
    out.open("h2", {{"class", "govuk-visually-hidden"}}).add(footer.title).close();
    out.open("ul", {{"class", "onr-footer__links"}});
    for (const auto& each : footer.links) {
        out.open("li").add(link(each.href, each.text)).close();
    }
    out.close();
    out.open("p", {{"class", "onr-footer__note"}}).add(footer.note).close();
    out.close().close();
    return std::move(out).done();
}

} // namespace onroll::design
