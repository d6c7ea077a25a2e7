#include "design/components/error_summary.h"

namespace onroll::design {
namespace error_summary_detail {

Html item(const ErrorLink& error)
{
    if (error.href.empty()) return element("li", {}, error.content);
    return element(
        "li", {}, element("a", Attributes{{"href", error.href}} + error.attributes, error.content));
}

} // namespace error_summary_detail

Html render(const ErrorSummary& summary)
{
    const std::string_view focus = !summary.disable_auto_focus   ? ""
                                   : *summary.disable_auto_focus ? "true"
                                                                 : "false";
    HtmlWriter out;
    out.open("div", Attributes{{"class", classes({"govuk-error-summary", summary.classes})},
                               maybe("data-disable-auto-focus", focus)} +
                        summary.attributes + Attributes{{"data-module", "govuk-error-summary"}});
    // The alert is a child of its own, so that moving the focus does not cut short what is read
    // out.
    out.open("div", {{"role", "alert"}});
    out.open("h2", {{"class", "govuk-error-summary__title"}}).add(summary.title).close();
    out.open("div", {{"class", "govuk-error-summary__body"}});
    if (!summary.description.empty()) out.open("p").add(summary.description).close();
    if (!summary.errors.empty()) {
        out.open("ul", {{"class", "govuk-list govuk-error-summary__list"}});
        for (const auto& error : summary.errors) out.add(error_summary_detail::item(error));
        out.close();
    }
    out.close().close().close();
    return std::move(out).done();
}

} // namespace onroll::design
