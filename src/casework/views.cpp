#include "casework/views.h"

#include "access/staff_page.h"
#include "design/components/button.h"
#include "design/components/radios.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/textarea.h"
#include "design/page.h"
#include "design/components/input.h"
#include "platform/clock/clock.h"

#include <utility>

namespace onroll::casework {
namespace views_detail {

using design::Html;

std::string caller_in_words(const NewContact& told)
{
    const std::string kind(told.caller ? in_words(*told.caller) : "Not known");
    return told.caller_name.empty() ? kind : told.caller_name + " (" + kind + ")";
}

design::Radios channel_radios(const ContactFormView& view)
{
    design::Radios radios{.name = "channel"};
    radios.fieldset = design::Fieldset{.legend = {.content = "How did they get in touch?",
                                                  .classes = "govuk-fieldset__legend--m"}};
    if (const auto error = access::error_at(view.errors, "channel"))
        radios.error = design::ErrorMessage{.content = *error};
    for (const auto channel : all_channels())
        radios.items.push_back(
            {.value = std::string(key_of(channel)), .content = std::string(in_words(channel))});
    radios.classes = "govuk-radios--small";
    if (view.channel_chosen) radios.value = key_of(view.typed.channel);
    return radios;
}

design::Radios caller_radios(const ContactFormView& view)
{
    design::Radios radios{.name = "caller"};
    radios.fieldset = design::Fieldset{
        .legend = {.content = "Who was it? (optional)", .classes = "govuk-fieldset__legend--m"}};
    for (const auto caller : all_callers())
        radios.items.push_back(
            {.value = std::string(key_of(caller)), .content = std::string(in_words(caller))});
    radios.classes = "govuk-radios--small";
    if (view.typed.caller) radios.value = key_of(*view.typed.caller);
    return radios;
}

Html name_input(const char* name, const char* label, const std::string& typed,
                const std::vector<Error>& errors, const char* hint = nullptr)
{
    design::Input input{.name = name};
    input.label = {.content = label, .classes = "govuk-label--m"};
    if (hint) input.hint = design::Hint{.content = hint};
    if (const auto error = access::error_at(errors, name))
        input.error = design::ErrorMessage{.content = *error};
    input.value = typed;
    input.classes = "govuk-!-width-two-thirds";
    input.autocomplete = "off";
    input.spellcheck = false;
    return design::render(input);
}

design::SummaryRow row(const char* key, const Html& value)
{
    return {.key = {.content = key}, .value = {.content = value}};
}

/// What was not said is said to be so.
Html said(const std::string& words)
{
    return words.empty()
               ? Html("Not said")
               : design::element("span", {{"dir", "auto"}, {"class", "onr-as-typed"}}, words);
}

} // namespace views_detail
using namespace views_detail;

Html confidential_notice(const std::string& service, const std::string& area)
{
    return design::element(
        "p", {{"class", "govuk-body onr-small onr-soft"}},
        service + " is independent of the council and of schools in " + area +
            ". What is written here is confidential. Nobody outside the service can see it, or "
            "that it is here, unless the family agrees or somebody is at risk of harm.");
}

Html contacts_view(const ContactsView& view)
{
    auto page = design::page_heading("Contacts") +
                design::render(
                    design::Button{.content = "Record a contact", .href = "/advice/contacts/new"});
    if (view.contacts.empty())
        return page + design::paragraph("No contact is recorded yet. Record the first one while "
                                        "the call lasts: almost nothing needs to be known.");
    design::Table table{.caption = "Newest first",
                        .head = {{.content = "When"},
                                 {.content = "Child"},
                                 {.content = "Who got in touch"},
                                 {.content = "How"}}};
    for (const auto& contact : view.contacts) {
        const auto when = moment_in_words(contact.taken_at);
        table.rows.push_back(
            {{.content = design::link("/advice/contacts/" + contact.id.text(), when)},
             {.content = said(contact.told.child_name)},
             {.content = caller_in_words(contact.told)},
             {.content = std::string(in_words(contact.told.channel))}});
    }
    page += design::render_stacking(table);
    if (!view.older.empty()) page += design::paragraph(design::link(view.older, "Older contacts"));
    return page;
}

Html contact_form_view(const ContactFormView& view)
{
    using namespace access;
    design::HtmlWriter out;
    out.add(error_summary_of(view.errors));
    out.add(
        design::page_heading(view.start.version.empty() ? "Record a contact" : "Change a contact"));
    out.add(view.banner);
    out.open("form", {{"method", "post"}, {"action", view.action}, {"novalidate", ""}});
    out.add(forms::start(view.start));
    out.add(design::render(channel_radios(view)));
    out.add(name_input("child_name", "Child’s name (optional)", view.typed.child_name, view.errors,
                       "As the caller says it"));
    out.add(design::render(caller_radios(view)));
    out.add(
        name_input("caller_name", "Caller’s name (optional)", view.typed.caller_name, view.errors));
    design::Textarea story{.name = "story"};
    story.label = {.content = "What happened? (optional)", .classes = "govuk-label--m"};
    story.hint = design::Hint{.content = "In their words. Leave out the names of other families."};
    story.value = view.typed.story;
    story.rows = 8;
    if (const auto error = error_at(view.errors, "story"))
        story.error = design::ErrorMessage{.content = *error};
    out.add(design::render(story));
    out.add(design::button_group({design::render(design::Button{.content = "Save"}),
                                  design::link(view.leave, "Leave without saving")}));
    out.close();
    return std::move(out).done();
}

Html contact_view(const ContactView& view)
{
    const auto& contact = view.contact;
    design::SummaryList list;
    list.rows = {row("When", moment_in_words(contact.taken_at)),
                 row("How", std::string(in_words(contact.told.channel))),
                 row("Who got in touch", caller_in_words(contact.told)),
                 row("Child", said(contact.told.child_name)),
                 row("What happened", said(contact.told.story)),
                 row("Recorded by", said(view.taken_by))};
    const auto address = "/advice/contacts/" + contact.id.text();
    return design::page_heading("Contact") + design::render(list) +
           design::render(design::Button{.content = "Change this contact",
                                         .href = address + "/change",
                                         .classes = "govuk-button--secondary"}) +
           design::paragraph(design::link("/advice", "All contacts"));
}

} // namespace onroll::casework
