#include "design/components/record_frame.h"

#include <algorithm>

namespace onroll::design {

namespace record_frame_detail {

Html sub_link(const SubPage& page, const std::string& current)
{
    return element(
        "a", {{"class", "onr-sub__link"}, {"href", page.href}, maybe("aria-current", current)},
        page.text);
}

bool holds(const SubGroup& group, const std::string& href)
{
    return std::any_of(group.pages.begin(), group.pages.end(),
                       [&](const SubPage& page) { return page.href == href; });
}

Html lock()
{
    return raw("<svg width=\"18\" height=\"20\" viewBox=\"0 0 18 20\" aria-hidden=\"true\" "
               "focusable=\"false\"><path d=\"M4.5 9V6a4.5 4.5 0 0 1 9 0v3\" fill=\"none\" "
               "stroke=\"currentColor\" stroke-width=\"2\"/><rect x=\"2\" y=\"9\" width=\"14\" "
               "height=\"9.5\" rx=\"1.5\" fill=\"currentColor\"/></svg>");
}

} // namespace record_frame_detail

Html render(const RoomStrip& strip)
{
    return element("aside", {{"class", "onr-room"}, {"aria-label", "Who can see these pages"}},
                   element("div", {{"class", "govuk-width-container"}},
                           element("p", {}, record_frame_detail::lock(),
                                   element("span", {}, element("strong", {}, strip.whose + "."),
                                           " ", strip.words))));
}

Html render(const IdentityBar& bar)
{
    HtmlWriter out;
    out.open("section", {{"class", "onr-identity"}, {"aria-label", bar.label}});
    out.open("div", {{"class", "govuk-width-container"}});
    out.open("p", {{"class", "onr-identity__who"}});
    out.open("b", {{"dir", "auto"}}).add(bar.name).close();
    for (const auto& fact : bar.facts) out.add(" ").open("span").add(fact).close();
    out.close();
    if (!bar.alerts.empty()) {
        out.open("div", {{"class", "onr-safe"}});
        out.open("strong").add(bar.alert + ".").close();
        if (bar.alerts.size() == 1) {
            out.add(" ").add(bar.alerts.front());
        } else {
            out.open("ul");
            for (const auto& alert : bar.alerts) out.open("li").add(alert).close();
            out.close();
        }
        out.close();
    }
    out.close().close();
    return std::move(out).done();
}

Html render(const SubNavigation& navigation)
{
    HtmlWriter out;
    out.open("nav", {{"class", "onr-sub onr-noprint"}, {"aria-label", navigation.label}});
    out.open("ul", {{"class", "onr-sub__list"}});
    for (const auto& page : navigation.pages)
        out.add(element(
            "li", {},
            record_frame_detail::sub_link(page, page.href == navigation.active ? "page" : "")));
    out.close().close();
    return std::move(out).done();
}

Html render(const GroupedNavigation& navigation)
{
    using namespace record_frame_detail;
    Html groups;
    Html pages;
    for (const auto& group : navigation.groups) {
        const bool here = holds(group, navigation.active);
        const bool several = group.pages.size() > 1;
        groups += element("li", {},
                          sub_link({group.text, group.pages.front().href}, !here     ? ""
                                                                           : several ? "true"
                                                                                     : "page"));
        for (const auto& page : group.pages)
            pages += element("li", {maybe("class", here && several ? "onr-sub__here" : "")},
                             sub_link(page, page.href == navigation.active ? "page" : ""));
    }
    return element("nav", {{"class", "onr-sub onr-noprint"}, {"aria-label", navigation.label}},
                   element("ul", {{"class", "onr-sub__list onr-sub__groups"}}, groups),
                   element("ul", {{"class", "onr-sub__list onr-sub__pages"}}, pages));
}

} // namespace onroll::design
