#include "design/components/breadcrumbs.h"

namespace onroll::design {
namespace breadcrumbs_detail {

Html item(const Breadcrumb& crumb)
{
    constexpr std::string_view item_class = "govuk-breadcrumbs__list-item";
    if (crumb.href.empty()) {
        return element("li", {{"class", item_class}, {"aria-current", "page"}}, crumb.content);
    }
    return element("li", {{"class", item_class}},
                   element("a",
                           Attributes{{"class", "govuk-breadcrumbs__link"}, {"href", crumb.href}} +
                               crumb.attributes,
                           crumb.content));
}

} // namespace breadcrumbs_detail

Html render(const Breadcrumbs& breadcrumbs)
{
    HtmlWriter out;
    const std::string_view collapse =
        breadcrumbs.collapse_on_mobile ? "govuk-breadcrumbs--collapse-on-mobile" : "";
    out.open("nav",
             Attributes{{"class", classes({"govuk-breadcrumbs", breadcrumbs.classes, collapse})}} +
                 breadcrumbs.attributes + Attributes{{"aria-label", breadcrumbs.label}});
    out.open("ol", {{"class", "govuk-breadcrumbs__list"}});
    for (const auto& crumb : breadcrumbs.items) out.add(breadcrumbs_detail::item(crumb));
    out.close().close();
    return std::move(out).done();
}

} // namespace onroll::design
