#include "casework/views_opening.h"

#include "access/staff_page.h"
#include "design/components/button.h"
#include "design/components/input.h"
#include "design/components/radios.h"
#include "design/page.h"

#include <utility>

namespace onroll::casework {
namespace views_opening_detail {

using design::Html;

Html text_input(const OpeningView& view, const char* name, const char* label, const char* hint,
                const std::string& value, const char* classes)
{
    design::Input input{.name = name};
    input.label = {.content = label, .classes = "govuk-label--s"};
    input.hint = design::Hint{.content = hint};
    if (const auto error = access::error_at(view.errors, name))
        input.error = design::ErrorMessage{.content = *error};
    input.value = value;
    input.classes = classes;
    input.autocomplete = "off";
    input.spellcheck = false;
    return design::render(input);
}

Html new_child(const OpeningView& view)
{
    return text_input(view, "child_name",
                      view.children.empty() ? "What is the child called?"
                                            : "What is a new child called?",
                      "If they will not say, write what you can call them, as in Amina’s son.",
                      view.child_name, "govuk-!-width-two-thirds") +
           text_input(view, "born_on", "Date of birth (optional)", "For example, 27 3 2012",
                      view.born_on, "govuk-input--width-10");
}

Html same_child_radios(const OpeningView& view)
{
    design::Radios radios{.name = "same_child"};
    radios.fieldset = design::Fieldset{.legend = {.content = "Is it one of these children?",
                                                  .classes = "govuk-fieldset__legend--m"}};
    if (const auto error = access::error_at(view.errors, "same_child"))
        radios.error = design::ErrorMessage{.content = *error};
    for (const auto& child : view.children)
        radios.items.push_back({.value = child.id,
                                .content = "Yes: " + child.words,
                                .hint = design::Hint{.content = child.work}});
    radios.items.push_back({.value = "new",
                            .content = "No, or not sure: a new child",
                            .hint = design::Hint{.content = "Two records can be joined later, when "
                                                            "you know."}});
    radios.value = view.same_child;
    return design::render(radios);
}

} // namespace views_opening_detail
using namespace views_opening_detail;

Html opening_view(const OpeningView& view)
{
    design::HtmlWriter out;
    out.add(access::error_summary_of(view.errors));
    out.add(design::page_heading("Open a case"));
    out.add(design::paragraph("The contact is saved. What was told goes with it into the case, so "
                              "that nobody has to say it again."));
    out.open("form", {{"method", "post"}, {"action", view.action}, {"novalidate", ""}});
    out.add(forms::start(view.start));
    if (!view.children.empty()) out.add(same_child_radios(view));
    out.add(new_child(view));
    out.add(earlier_contacts_view(view.contacts, view.earlier));
    if (!view.children.empty())
        out.add(design::void_element(
            "input", {{"type", "hidden"}, {"name", "asked"}, {"value", "children"}}));
    out.add(design::button_group(
        {design::render(design::Button{.content = "Open the case", .prevent_double_click = true}),
         design::link(view.leave, "Not now")}));
    out.close();
    return std::move(out).done();
}

} // namespace onroll::casework
