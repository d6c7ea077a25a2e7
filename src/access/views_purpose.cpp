#include "access/views_purpose.h"

#include "access/views_fields.h"

#include "access/types.h"
#include "access/views_audit.h"

#include "design/components/button.h"
#include "design/components/error_summary.h"
#include "design/components/radios.h"
#include "design/components/table.h"
#include "design/page.h"
#include "platform/clock/clock.h"

#include <optional>

namespace onroll::access {

design::Html purpose_view(const PurposeView& view)
{
    design::HtmlWriter out;
    if (!view.error.empty())
        out.add(design::render(
            design::ErrorSummary{.errors = {{.content = view.error, .href = "#purpose"}}}));
    design::Radios radios{.name = "purpose"};
    radios.fieldset =
        design::Fieldset{.legend = design::Legend{.content = "Why are you opening this record?",
                                                  .classes = "govuk-fieldset__legend--l",
                                                  .is_page_heading = true}};
    radios.hint = design::Hint{
        .content = "This record is not on your caseload. Your reason is written down, and the "
                   "colleague who works with this child can see it."};
    if (!view.error.empty()) radios.error = design::ErrorMessage{.content = view.error};
    for (const auto purpose : all_purposes())
        radios.items.push_back(
            {.value = std::string(key_of(purpose)), .content = std::string(in_words(purpose))});
    radios.value = view.chosen;
    out.open("form", {{"method", "post"}, {"action", "/purpose"}, {"novalidate", ""}});
    out.add(forms::start(view.start));
    out.add(fields::hidden("kind", view.kind) + fields::hidden("record", view.record) +
            fields::hidden("next", view.next));
    out.add(design::render(radios));
    out.add(design::render(design::Button{.content = "Open the record"}));
    out.close();
    return std::move(out).done();
}

design::Html drafts_view(const DraftsView& view)
{
    auto page = design::page_heading("Work that was not saved");
    if (view.drafts.empty())
        return page + design::paragraph("Nothing is waiting. When you are signed out before a form "
                                        "is saved, what you typed is kept here for a week.");
    page += design::paragraph("You were signed out before these forms were saved. What you typed "
                              "is kept for a week. Only you can see it.");
    for (const auto& draft : view.drafts) {
        design::HtmlWriter out;
        out.open("form", {{"method", "post"}, {"action", "/drafts"}, {"class", "onr-draft"}});
        out.add(forms::start({.page = "/drafts", .form_token = view.form_token}));
        out.add(fields::hidden("draft", draft.page));
        out.add(design::paragraph(design::link(draft.page, "Go on with the form from " +
                                                               moment_in_words(draft.kept_at))));
        out.add(design::render(design::Button{
            .content = design::Html("Delete ") +
                       design::visually_hidden("the form from " + moment_in_words(draft.kept_at)),
            .classes = "govuk-button--secondary"}));
        out.close();
        page += std::move(out).done();
    }
    return page;
}

} // namespace onroll::access
