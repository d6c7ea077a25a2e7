#include "casework/views_messages.h"

#include "design/components/card.h"
#include "design/components/radios.h"
#include "design/components/table.h"
#include "design/page.h"
#include "platform/clock/clock.h"

#include <utility>

namespace onroll::casework {
namespace views_messages_detail {

using design::element;
using design::Html;

std::string state_of(const ThreadLine& line)
{
    const auto held = line.held ? std::to_string(line.held) + " held" : std::string();
    if (line.thread.ended_at) return held.empty() ? "Ended" : "Ended, " + held;
    if (!held.empty()) return held;
    if (!line.trouble.empty()) return "Notice did not arrive";
    if (line.unread) return std::to_string(line.unread) + " new";
    return "Nothing new";
}

Html threads_table(const std::vector<ThreadLine>& threads, const std::string& address)
{
    design::Table table{.caption = "Conversations",
                        .head = {{.content = "With"}, {.content = "Last"}, {.content = "State"}}};
    for (const auto& line : threads)
        table.rows.push_back(
            {{.content = design::link(address + "/messages/" + line.thread.id.text(), line.with)},
             {.content = line.last ? moment_in_words(line.last->said_at) : "Nothing yet"},
             {.content = state_of(line)}});
    return design::render_stacking(table);
}

Html person_radios(const forms::FormView& form, const std::vector<WritableTo>& people,
                   const char* legend)
{
    design::Radios radios{.name = "person"};
    radios.fieldset =
        design::Fieldset{.legend = {.content = legend, .classes = "govuk-fieldset__legend--s"}};
    for (const auto& error : form.errors)
        if (error.where == "person") radios.error = design::ErrorMessage{.content = error.message};
    for (const auto& person : people) {
        std::string hint;
        for (const auto& warning : person.warnings) hint += (hint.empty() ? "" : " ") + warning;
        design::Radio item{.value = person.person.text(), .content = person.name};
        if (!hint.empty()) item.hint = design::Hint{.content = hint};
        radios.items.push_back(std::move(item));
    }
    radios.value = std::string(form.values["person"]);
    return design::render(radios);
}

} // namespace views_messages_detail
using namespace views_messages_detail;

Html messages_section(const MessagesSection& section)
{
    Html content;
    for (const auto& line : section.threads)
        content +=
            element("p", {{"class", "govuk-body"}},
                    design::link(section.address + "/messages/" + line.thread.id.text(), line.with),
                    ": " + state_of(line));
    if (section.threads.empty())
        content += design::paragraph(design::link(section.address + "/messages",
                                                  "Write to the family, or let the school and "
                                                  "the family write to each other"));
    content += design::paragraph(design::link(
        section.address + "/accounts",
        section.accounts ? "The child’s own account (" + std::to_string(section.accounts) + ")"
                         : std::string("Ask for the child’s own account")));
    if (section.status)
        content += element("p", {{"class", "govuk-body"}},
                           "The family is told: " + section.status->next.words + " ",
                           design::link(section.address + "/status", "Change"));
    else
        content += design::paragraph(
            design::link(section.address + "/status", "Tell the family what comes next"));
    return design::render(
        design::Card{.title = "Messages and the child’s voice", .content = content});
}

Html messages_view(const MessagesView& view)
{
    auto page = forms::error_summary(view.form) + design::page_heading("Messages");
    page +=
        view.threads.empty()
            ? design::paragraph("Nothing is written yet. A message is read on a private page; an "
                                "email or a text says only that it is there.")
            : threads_table(view.threads, view.address);
    if (!view.may_change) return page;
    if (view.people.empty())
        page += design::paragraph("Nobody of the family is recorded who could be written to. Add "
                                  "them to the child’s record first.");
    else
        page +=
            design::section_heading("Write to somebody") +
            forms::posting(view.address + "/messages/begin", view.start,
                           person_radios(view.form, view.people, "Whom do you write to?"),
                           "Continue") +
            design::paragraph(design::link(view.address + "/messages/school",
                                           "Let the family and the school write to each other"));
    return page + design::paragraph(design::link(view.address + "/status",
                                                 "What the family is told of where things stand"));
}

Html school_thread_form_view(const SchoolThreadFormView& view)
{
    using namespace forms;
    return error_summary(view.form) +
           design::page_heading("Let the family and the school write to each other") +
           design::paragraph("Both write on private pages, and you read along. What holds a "
                             "protected address or number is held until you have looked.") +
           posting(view.address + "/messages/school", view.start,
                   person_radios(view.form, view.people, "Who of the family?") +
                       fields::name(view.form, "school_contact", "Who at the school?",
                                    "Name and job, for example: Ms Example, SENCO") +
                       fields::text(view.form, "school_email", "Their work email address") +
                       fields::long_text(view.form, "agreed",
                                         "How did the family agree that the school is written to?",
                                         "What they said, and to what") +
                       fields::date(view.form, "agreed_on", "When did they agree?"),
                   "Begin the conversation") +
           design::paragraph(design::link(view.address + "/messages", "Leave without saving"));
}

} // namespace onroll::casework
