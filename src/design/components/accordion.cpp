#include "design/components/accordion.h"

#include "design/components/i18n.h"

namespace onroll::design {
namespace accordion_detail {

void write(HtmlWriter& out, const Accordion& accordion, std::size_t index)
{
    const AccordionSection& section = accordion.items[index];
    const std::string number = std::to_string(index + 1);
    const std::string heading = "h" + std::to_string(accordion.heading_level);
    out.open("div",
             {{"class", classes({"govuk-accordion__section",
                                 section.expanded ? "govuk-accordion__section--expanded" : ""})}});
    out.open("div", {{"class", "govuk-accordion__section-header"}});
    out.open(heading, {{"class", "govuk-accordion__section-heading"}});
    out.open("span", {{"class", "govuk-accordion__section-button"},
                      {"id", accordion.id + "-heading-" + number}});
    out.add(section.heading).close().close();
    if (!section.summary.empty()) {
        out.open("div", {{"class", "govuk-accordion__section-summary govuk-body"},
                         {"id", accordion.id + "-summary-" + number}});
        out.add(section.summary).close();
    }
    out.close();
    out.open("div", {{"id", accordion.id + "-content-" + number},
                     {"class", "govuk-accordion__section-content"}});
    out.add(section.content).close().close();
}

} // namespace accordion_detail

Html render(const Accordion& accordion)
{
    const std::string_view remember = !accordion.remember_expanded   ? ""
                                      : *accordion.remember_expanded ? "true"
                                                                     : "false";
    HtmlWriter out;
    out.open("div", Attributes{{"class", classes({"govuk-accordion", accordion.classes})},
                               {"data-module", "govuk-accordion"},
                               {"id", accordion.id}} +
                        i18n("hide-all-sections", accordion.hide_all_text) +
                        i18n("hide-section", accordion.hide_text) +
                        i18n("hide-section-aria-label", accordion.hide_label) +
                        i18n("show-all-sections", accordion.show_all_text) +
                        i18n("show-section", accordion.show_text) +
                        i18n("show-section-aria-label", accordion.show_label) +
                        Attributes{maybe("data-remember-expanded", remember)} +
                        accordion.attributes);
    for (std::size_t i = 0; i < accordion.items.size(); ++i) {
        accordion_detail::write(out, accordion, i);
    }
    out.close();
    return std::move(out).done();
}

} // namespace onroll::design
