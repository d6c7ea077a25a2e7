#include "design/components/pagination.h"

namespace onroll::design {
namespace pagination_detail {

enum class Direction { previous, next };

Html arrow(Direction direction)
{
    const bool back = direction == Direction::previous;
    return element(
        "svg",
        {{"class", back ? "govuk-pagination__icon govuk-pagination__icon--prev"
                        : "govuk-pagination__icon govuk-pagination__icon--next"},
         {"xmlns", "http://www.w3.org/2000/svg"},
         {"height", "13"},
         {"width", "15"},
         {"aria-hidden", "true"},
         {"focusable", "false"},
         {"viewBox", "0 0 15 13"}},
        element(
            "path",
            {{"d", back ? "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 "
                          "1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"
                        : "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 "
                          "3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"}}));
}

Html arrow_link(const PageLink& link, Direction direction, bool block)
{
    const bool back = direction == Direction::previous;
    const std::string_view rel = back ? "prev" : "next";
    const Html words = !link.content.empty() ? link.content
                       : back                ? Html("Previous") + visually_hidden(" page")
                                             : Html("Next") + visually_hidden(" page");
    const bool decorated = block && link.label.empty();
    HtmlWriter out;
    out.open("div", {{"class", std::string("govuk-pagination__").append(rel)}});
    out.open("a", Attributes{{"class", "govuk-link govuk-pagination__link"},
                             {"href", link.href},
                             {"rel", rel}} +
                      link.attributes);
    if (block || back) out.add(arrow(direction)).add(" ");
    out.open("span",
             {{"class", classes({"govuk-pagination__link-title",
                                 decorated ? "govuk-pagination__link-title--decorated" : ""})}});
    out.add(words).close();
    if (!link.label.empty() && block) {
        out.add(" ").add(visually_hidden(":")).add(" ");
        out.open("span", {{"class", "govuk-pagination__link-label"}}).add(link.label).close();
    }
    if (!block && !back) out.add(" ").add(arrow(direction));
    out.close().close();
    return std::move(out).done();
}

void write_item(HtmlWriter& out, const PageItem& item)
{
    out.open("li", {{"class", classes({"govuk-pagination__item",
                                       item.current ? "govuk-pagination__item--current" : "",
                                       item.ellipsis ? "govuk-pagination__item--ellipsis" : ""})}});
    if (item.ellipsis) {
        out.add("⋯").close();
        return;
    }
    out.open("a", Attributes{{"class", "govuk-link govuk-pagination__link"},
                             {"href", item.href},
                             {"aria-label", item.label.value_or("Page " + item.number)},
                             maybe("aria-current", item.current ? "page" : "")} +
                      item.attributes);
    out.add(item.number).close().close();
}

} // namespace pagination_detail

Html render(const Pagination& pagination)
{
    using pagination_detail::Direction;
    const bool block = pagination.items.empty() && (pagination.previous || pagination.next);
    HtmlWriter out;
    out.open("nav", Attributes{{"class",
                                classes({"govuk-pagination", block ? "govuk-pagination--block" : "",
                                         pagination.classes})},
                               {"aria-label", pagination.landmark_label}} +
                        pagination.attributes);
    if (pagination.previous && !pagination.previous->href.empty()) {
        out.add(pagination_detail::arrow_link(*pagination.previous, Direction::previous, block));
    }
    if (!pagination.items.empty()) {
        out.open("ul", {{"class", "govuk-pagination__list"}});
        for (const auto& item : pagination.items) pagination_detail::write_item(out, item);
        out.close();
    }
    if (pagination.next && !pagination.next->href.empty()) {
        out.add(pagination_detail::arrow_link(*pagination.next, Direction::next, block));
    }
    out.close();
    return std::move(out).done();
}

Html page_links(int current, int pages, const std::string& href_before_number)
{
    if (pages <= 1) return {};
    const auto href = [&](int page) { return href_before_number + std::to_string(page); };
    Pagination links;
    if (current > 1) links.previous = PageLink{.href = href(current - 1)};
    if (current < pages) links.next = PageLink{.href = href(current + 1)};
    bool gap = false;
    for (int page = 1; page <= pages; ++page) {
        const bool near = page >= current - 1 && page <= current + 1;
        if (page == 1 || page == pages || near) {
            links.items.push_back(
                {.number = std::to_string(page), .href = href(page), .current = page == current});
            gap = false;
        } else if (!gap) {
            links.items.push_back({.ellipsis = true});
            gap = true;
        }
    }
    return render(links);
}

} // namespace onroll::design
