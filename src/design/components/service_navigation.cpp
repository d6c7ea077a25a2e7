#include "design/components/service_navigation.h"

namespace onroll::design {
namespace service_navigation_detail {

void write_service_name(HtmlWriter& out, const ServiceNavigation& navigation)
{
    if (navigation.service_name.empty()) return;
    out.open("span", {{"class", "govuk-service-navigation__service-name"}});
    if (navigation.service_href.empty()) {
        out.open("span", {{"class", "govuk-service-navigation__text"}});
    } else {
        out.open("a",
                 {{"href", navigation.service_href}, {"class", "govuk-service-navigation__link"}});
    }
    out.add(navigation.service_name).close().close();
}

void write_item(HtmlWriter& out, const NavigationItem& item)
{
    const bool active = item.here != Here::no;
    const std::string_view current = item.here == Here::no             ? ""
                                     : item.here == Here::on_this_page ? "page"
                                                                       : "true";
    const Html words =
        active ? element("strong", {{"class", "govuk-service-navigation__active-fallback"}},
                         item.content)
               : item.content;
    out.open("li", {{"class", classes({"govuk-service-navigation__item",
                                       active ? "govuk-service-navigation__item--active" : ""})}});
    if (!item.href.empty()) {
        out.open("a", Attributes{{"class", "govuk-service-navigation__link"},
                                 {"href", item.href},
                                 maybe("aria-current", current)} +
                          item.attributes);
        out.add(words).close();
    } else if (!item.content.empty()) {
        out.open("span",
                 {{"class", "govuk-service-navigation__text"}, maybe("aria-current", current)});
        out.add(words).close();
    }
    out.close();
}

void write_menu(HtmlWriter& out, const ServiceNavigation& navigation)
{
    if (navigation.items.empty() && navigation.slot_navigation_start.empty() &&
        navigation.slot_navigation_end.empty()) {
        return;
    }
    out.open(
        "nav",
        {{"aria-label", navigation.label.empty() ? navigation.menu_text : navigation.label},
         {"class", classes({"govuk-service-navigation__wrapper", navigation.navigation_classes})}});
    if (navigation.collapse_on_mobile.value_or(navigation.items.size() > 1)) {
        const bool own_label = navigation.menu_label != navigation.menu_text;
        out.open("button",
                 {{"type", "button"},
                  {"class", "govuk-service-navigation__toggle govuk-js-service-navigation-toggle"},
                  {"aria-controls", navigation.navigation_id},
                  maybe("aria-label", own_label ? navigation.menu_label : ""),
                  flag("hidden"),
                  {"aria-hidden", "true"}});
        out.add(navigation.menu_text).close();
    }
    out.open("ul", {{"class", "govuk-service-navigation__list"}, {"id", navigation.navigation_id}});
    out.add(navigation.slot_navigation_start);
    for (const auto& item : navigation.items) write_item(out, item);
    out.add(navigation.slot_navigation_end).close().close();
}

} // namespace service_navigation_detail

Html render(const ServiceNavigation& navigation)
{
    // With a name or a slot the whole is a landmark; with a menu alone the menu is landmark enough.
    const bool landmark = !navigation.service_name.empty() || !navigation.slot_start.empty() ||
                          !navigation.slot_end.empty();
    HtmlWriter out;
    out.open(landmark ? "section" : "div",
             Attributes{maybe("aria-label", landmark ? navigation.aria_label : ""),
                        {"class", classes({"govuk-service-navigation", navigation.classes})},
                        {"data-module", "govuk-service-navigation"}} +
                 navigation.attributes);
    const std::string_view in_line =
        navigation.slot_end_inline ? "govuk-service-navigation__inlining-container" : "";
    out.open("div", {{"class", classes({"govuk-width-container", in_line})}});
    out.add(navigation.slot_start);
    out.open("div", {{"class", "govuk-service-navigation__container"}});
    service_navigation_detail::write_service_name(out, navigation);
    service_navigation_detail::write_menu(out, navigation);
    out.close().add(navigation.slot_end).close().close();
    return std::move(out).done();
}

} // namespace onroll::design
