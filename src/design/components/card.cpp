#include "design/components/card.h"

namespace onroll::design {

Html render(const Card& card)
{
    const std::string heading = "h" + std::to_string(card.heading_level);
    HtmlWriter out;
    out.open("div", {{"class", classes({"onr-card", card.classes})}});
    if (!card.title.empty()) {
        out.open(heading, {{"class", "govuk-heading-s"}}).add(card.title).close();
    }
    out.add(card.content).close();
    return std::move(out).done();
}

Html link_list(const std::vector<ContentsItem>& items)
{
    HtmlWriter out;
    out.open("ul", {{"class", "onr-contents"}});
    for (const auto& item : items) out.open("li").add(link(item.href, item.content)).close();
    out.close();
    return std::move(out).done();
}

Html render(const Contents& contents)
{
    return element("nav", {{"class", "onr-noprint"}, {"aria-label", contents.title}},
                   render(Card{.title = contents.title, .content = link_list(contents.items)}));
}

Html render(const UnknownBox& box)
{
    const std::string heading = "h" + std::to_string(box.heading_level);
    return element("div", {{"class", "onr-unknown"}},
                   element(heading, {{"class", "govuk-heading-s"}}, box.title), bullets(box.items));
}

Html two_columns(const Html& main, const Html& side)
{
    return element("div", {{"class", "onr-grid2"}}, element("div", {}, main),
                   element("div", {}, side));
}

} // namespace onroll::design
