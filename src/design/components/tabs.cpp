#include "design/components/tabs.h"

namespace onroll::design {
namespace tabs_detail {

std::string panel_id(const Tabs& tabs, std::size_t index)
{
    const Tab& tab = tabs.items[index];
    return tab.id.empty() ? tabs.id_prefix + "-" + std::to_string(index + 1) : tab.id;
}

void write_tab(HtmlWriter& out, const Tabs& tabs, std::size_t index)
{
    const Tab& tab = tabs.items[index];
    out.open("li", {{"class", classes({"govuk-tabs__list-item",
                                       index == 0 ? "govuk-tabs__list-item--selected" : ""})}});
    out.open("a", Attributes{{"class", "govuk-tabs__tab"}, {"href", "#" + panel_id(tabs, index)}} +
                      tab.attributes);
    out.add(tab.label).close().close();
}

void write_panel(HtmlWriter& out, const Tabs& tabs, std::size_t index)
{
    const Tab& tab = tabs.items[index];
    out.open("div", Attributes{{"class", classes({"govuk-tabs__panel",
                                                  index > 0 ? "govuk-tabs__panel--hidden" : ""})},
                               {"id", panel_id(tabs, index)}} +
                        tab.panel_attributes);
    out.add(tab.content).close();
}

} // namespace tabs_detail

Html render(const Tabs& tabs)
{
    HtmlWriter out;
    out.open("div",
             Attributes{maybe("id", tabs.id), {"class", classes({"govuk-tabs", tabs.classes})}} +
                 tabs.attributes + Attributes{{"data-module", "govuk-tabs"}});
    out.open("h2", {{"class", "govuk-tabs__title"}}).add(tabs.title).close();
    if (!tabs.items.empty()) {
        out.open("ul", {{"class", "govuk-tabs__list"}});
        for (std::size_t i = 0; i < tabs.items.size(); ++i) tabs_detail::write_tab(out, tabs, i);
        out.close();
        for (std::size_t i = 0; i < tabs.items.size(); ++i) tabs_detail::write_panel(out, tabs, i);
    }
    out.close();
    return std::move(out).done();
}

} // namespace onroll::design
