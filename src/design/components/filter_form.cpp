#include "design/components/filter_form.h"

#include "design/components/button.h"

namespace onroll::design {
namespace filter_form_detail {

Html selected(const FilterForm& form)
{
    if (form.selected.empty()) return {};
    HtmlWriter out;
    out.open("p", {{"class", "onr-small onr-filter__showing"}}).add("Showing only:").close();
    out.open("ul", {{"class", "onr-filter__selected"}});
    for (const auto& filter : form.selected) {
        out.open("li");
        out.add(element("a",
                        {{"class", "govuk-link onr-filter__remove"}, {"href", filter.remove_href}},
                        visually_hidden("Remove filter "), filter.text));
        out.close();
    }
    if (!form.clear_href.empty()) {
        out.open("li").add(link(form.clear_href, "Clear filters")).close();
    }
    out.close();
    return std::move(out).done();
}

} // namespace filter_form_detail

Html render(const FilterForm& form)
{
    return element("form",
                   {{"class", "onr-card onr-filter"},
                    {"method", form.posting.empty() ? "get" : "post"},
                    {"action", form.action},
                    {"aria-label", form.label},
                    flag("novalidate")},
                   form.posting, element("div", {{"class", "onr-fields"}}, form.fields),
                   render(Button{.content = form.button,
                                 .classes = "govuk-button--secondary govuk-!-margin-bottom-0"}),
                   filter_form_detail::selected(form));
}

} // namespace onroll::design
