#include "insight/views_briefing.h"

#include "insight/charts_area.h"

#include "design/components/button.h"
#include "design/components/error_summary.h"
#include "design/components/input.h"
#include "design/components/lead.h"
#include "design/components/radios.h"
#include "design/components/textarea.h"
#include "design/page.h"
#include "platform/documents/print_html.h"

namespace onroll::insight {
namespace views_briefing_detail {

using design::element;
using design::Html;

std::optional<design::ErrorMessage> error_at(const std::vector<BriefingFault>& faults,
                                             std::string_view field)
{
    for (const auto& fault : faults)
        if (fault.field == field) return design::ErrorMessage{.content = fault.message};
    return std::nullopt;
}

Html typed_field(const char* name, const char* label, const char* hint, const std::string& value,
                 const std::vector<BriefingFault>& faults)
{
    return render(design::Textarea{.name = name,
                                   .id = name,
                                   .label = {.content = label, .classes = "govuk-label--s"},
                                   .hint = design::Hint{.content = hint},
                                   .error = error_at(faults, name),
                                   .value = value});
}

} // namespace views_briefing_detail

design::Html briefing_form_view(const AreaPicture& picture, BriefingKind kind,
                                const Commentary& commentary,
                                const std::vector<BriefingFault>& faults)
{
    using namespace views_briefing_detail;
    Html errors;
    if (!faults.empty()) {
        design::ErrorSummary summary;
        for (const auto& fault : faults)
            summary.errors.push_back({fault.message, "#" + fault.field});
        errors = render(summary);
    }
    const auto kinds = render(design::Radios{
        .name = "kind",
        .fieldset =
            design::Fieldset{.legend = design::Legend{.content = "Who is it for?",
                                                      .classes = "govuk-fieldset__legend--s"}},
        .items = {{.value = "headteachers", .content = "Headteachers"},
                  {.value = "scrutiny", .content = "A scrutiny committee"}},
        .value = std::string(key_of(kind))});
    return errors + design::page_heading("Write a briefing about " + picture.area.name) +
           design::lead(
               "The figures, their ranges and their sources are filled in for you. Add what "
               "only you can say. Nothing you type here is kept.") +
           element(
               "form",
               {{"action", "/area/" + picture.area.code.text() + "/briefing" + view_query(picture)},
                {"method", "post"},
                {"novalidate", ""}},
               kinds,
               render(design::Input{
                   .name = "from",
                   .label = {.content = "Who is it from? (optional)", .classes = "govuk-label--s"},
                   .hint = design::Hint{.content = "A team or a post, not a person"},
                   .error = error_at(faults, "from"),
                   .value = commentary.from}),
               typed_field("opening", "In short (optional)",
                           "What should the reader take away? Do not name a child.",
                           commentary.opening, faults),
               typed_field("done", "What has been done, and what came of it (optional)",
                           "For example training, visits, or a change of practice", commentary.done,
                           faults),
               typed_field("questions", "What you ask of the reader (optional)",
                           "Questions to discuss, or decisions to take", commentary.questions,
                           faults),
               design::button_group(
                   {render(design::Button{
                        .content = "Show it to print", .name = "format", .value = "print"}),
                    render(design::Button{.content = "Download as PDF",
                                          .name = "format",
                                          .value = "pdf",
                                          .classes = "govuk-button--secondary"}),
                    render(design::Button{.content = "Download to edit (ODT)",
                                          .name = "format",
                                          .value = "odt",
                                          .classes = "govuk-button--secondary"})}));
}

design::Html briefing_print_view(const documents::Document& document)
{
    // Its tables are wide: on a phone the paper scrolls by itself.
    return design::element(
        "div", {{"class", "onr-paper"}},
        design::scroll_region("The paper", design::raw(documents::body_html(document, 1))));
}

} // namespace onroll::insight
