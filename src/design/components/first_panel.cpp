#include "design/components/first_panel.h"

namespace onroll::design {

Html render(const FirstPanel& panel)
{
    HtmlWriter out;
    out.open("section", {{"class", "onr-first"}, {"aria-labelledby", panel.id}});
    out.open("p", {{"class", "onr-first__label"}, {"id", panel.id}}).add(panel.label).close();
    out.open("h2", {{"class", "onr-first__title"}}).add(panel.title).close();
    out.add(panel.content);
    if (!panel.ring.empty()) {
        out.open("div", {{"class", "onr-first__ring"}}).open("p").add(panel.ring).close().close();
    }
    out.close();
    return std::move(out).done();
}

} // namespace onroll::design
