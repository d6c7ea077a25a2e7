#include "casework/views_caller_reach.h"

#include "access/staff_page.h"
#include "design/components/button.h"
#include "design/components/radios.h"
#include "design/page.h"

#include <utility>

namespace onroll::casework {

design::Html caller_reach_view(const CallerReachView& view)
{
    design::Radios answers{.name = "holds"};
    answers.fieldset = design::Fieldset{
        .legend = {.content = "Which holds from now on?", .classes = "govuk-fieldset__legend--m"}};
    if (const auto error = access::error_at(view.errors, "holds"))
        answers.error = design::ErrorMessage{.content = *error};
    answers.items.push_back({.value = "stricter",
                             .content = "Keep the safer of the two",
                             .hint = design::Hint{.content = view.holds}});
    answers.items.push_back({.value = "said",
                             .content = "What was said in this call",
                             .hint = design::Hint{.content = view.said}});
    answers.value = view.answer;
    design::HtmlWriter out;
    out.add(access::error_summary_of(view.errors));
    out.add(design::page_heading("Which way is safe?"));
    out.add(design::paragraph("The contact is saved. " + view.name +
                              " said another thing before about being rung or written to. Until "
                              "you decide, the safer of the two holds: no notice leaves that "
                              "either of them rules out."));
    out.open("form", {{"method", "post"}, {"action", view.action}, {"novalidate", ""}});
    out.add(forms::start(view.start));
    out.add(design::render(answers));
    out.add(design::button_group(
        {design::render(design::Button{.content = "Save", .prevent_double_click = true}),
         design::link(view.leave, "Ask them first")}));
    out.close();
    return std::move(out).done();
}

} // namespace onroll::casework
