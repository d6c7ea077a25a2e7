#include "casework/views_messages.h"

#include "design/components/button.h"
#include "design/components/card.h"
#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/components/radios.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/components/warning_text.h"
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

/// One warning with all that must be known first.
Html warnings_of(const std::vector<std::string>& warnings)
{
    if (warnings.empty()) return {};
    std::string all;
    for (const auto& warning : warnings) all += (all.empty() ? "" : " ") + warning;
    return design::render(design::WarningText{.content = all});
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

std::string speaker_in_words(const Message& message, const ThreadView& view)
{
    switch (message.said.said_by) {
    case Speaker::adviser:
        return message.said.adviser ? view.name_of(*message.said.adviser) : "The service";
    case Speaker::family:
        return view.person.name;
    case Speaker::school:
        return view.thread.with.school_contact;
    }
    return {};
}

std::string receipt_of(const Message& message, const ThreadView& view)
{
    std::string words;
    if (message.said.said_by != Speaker::family && message.read_by_family_at)
        words += "Read by the family on " + moment_in_words(*message.read_by_family_at) + ". ";
    if (view.thread.with.kind == ThreadKind::family_with_school &&
        message.said.said_by != Speaker::school && message.read_by_school_at)
        words += "Read by the school on " + moment_in_words(*message.read_by_school_at) + ".";
    return words.empty() && message.said.said_by == Speaker::adviser ? "Not read yet." : words;
}

Html let_go_form(const Message& message, const ThreadView& view)
{
    const forms::FormView empty;
    return design::render(design::WarningText{.content = "Held: " + message.said.reason +
                                                         " Only the service sees it."}) +
           forms::posting(view.address + "/messages/" + view.thread.id.text() + "/let-go",
                          view.new_start(),
                          forms::fields::hidden("message", message.id.text()) +
                              element("div", {{"class", "govuk-form-group"}},
                                      element("label",
                                              {{"class", "govuk-label"},
                                               {"for", "reason-" + message.id.text()}},
                                              "Why may the other side have it?"),
                                      element("input", {{"class", "govuk-input"},
                                                        {"id", "reason-" + message.id.text()},
                                                        {"name", "reason"},
                                                        {"type", "text"}})),
                          "Let it go");
}

Html message_of(const Message& message, const ThreadView& view)
{
    Html shown =
        element("h2", {{"class", "govuk-heading-s govuk-!-margin-bottom-1"}},
                speaker_in_words(message, view)) +
        element("p", {{"class", "govuk-hint govuk-!-margin-bottom-1"}},
                moment_in_words(message.said_at)) +
        element("p", {{"class", "govuk-body onr-as-typed"}, {"dir", "auto"}}, message.said.words);
    if (!message.is_shown()) {
        if (view.may_change) shown += let_go_form(message, view);
    } else if (const auto receipt = receipt_of(message, view); !receipt.empty()) {
        shown += element("p", {{"class", "govuk-hint"}}, receipt);
    }
    return element("li", {{"class", "govuk-!-margin-bottom-6"}}, shown);
}

std::string state_in_words(const Notice& notice)
{
    switch (notice.state) {
    case NoticeState::waiting:
        return notice.tries ? "Tried " + std::to_string(notice.tries) + " times" : "On its way";
    case NoticeState::sent:
        return "Sent";
    case NoticeState::held:
        return "Not sent";
    case NoticeState::failed:
        return "Did not arrive";
    }
    return {};
}

Html notices_of(const ThreadView& view)
{
    if (view.notices.empty()) return {};
    design::Table table{
        .caption = "Notices that there is a message",
        .head = {{.content = "When"}, {.content = "To"}, {.content = "State"}, {.content = "Why"}}};
    for (auto notice = view.notices.rbegin(); notice != view.notices.rend(); ++notice)
        table.rows.push_back(
            {{.content = moment_in_words(notice->changed_at)},
             {.content =
                  std::string(notice->to_whom == Speaker::school ? "The school" : "The family") +
                  (notice->channel == NoticeChannel::email ? ", by email" : ", by text")},
             {.content = state_in_words(*notice)},
             {.content = notice->reason.empty() ? "No trouble" : notice->reason}});
    return design::render_stacking(table);
}

/// The ways that are safe; the others are said, with the reason.
void offer(design::Radios& ways, std::string& not_by, const char* value, const char* words,
           const std::string& why_not)
{
    if (why_not.empty())
        ways.items.push_back({.value = value, .content = words});
    else
        not_by += (not_by.empty() ? "" : " ") + std::string("Not ") +
                  static_cast<char>(words[0] | 0x20) + (words + 1) + ": " + why_not;
}

Html write_form(const ThreadView& view)
{
    Html inside;
    if (!view.found.empty()) {
        Html found;
        for (const auto& sentence : view.found) found += element("li", {}, sentence);
        inside += design::render(design::InsetText{
            .content = element("p", {{"class", "govuk-body"}},
                               "These words must not reach whoever reads the message:") +
                       element("ul", {{"class", "govuk-list govuk-list--bullet"}}, found) +
                       element("p", {{"class", "govuk-body"}},
                               "Take them out. If the person knows them already, say why below.")});
        inside += forms::fields::text(view.form, "reason",
                                      "Why may they have these words? (only if you leave them in)");
    }
    inside += forms::fields::long_text(view.form, "words", "Write a message",
                                       "They read it on a private page. The notice itself names "
                                       "nobody and says nothing.");
    design::Radios ways{.name = "notice"};
    ways.fieldset = design::Fieldset{.legend = {.content = "How are they told that it is there?",
                                                .classes = "govuk-fieldset__legend--s"}};
    for (const auto& error : view.form.errors)
        if (error.where == "notice") ways.error = design::ErrorMessage{.content = error.message};
    std::string not_by;
    offer(ways, not_by, "email", "By email", view.person.email_no);
    offer(ways, not_by, "text", "By text message", view.person.text_no);
    if (!not_by.empty()) ways.hint = design::Hint{.content = not_by};
    ways.items.push_back(
        {.value = "none",
         .content = "I tell them myself",
         .hint = design::Hint{.content = "Give them a link, below, when you see or ring them"}});
    ways.value = std::string(view.form.values["notice"]);
    inside += design::render(ways);
    return forms::posting(view.address + "/messages/" + view.thread.id.text(), view.start, inside,
                          "Send");
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
    auto page = forms::error_summary(view.form.errors) + design::page_heading("Messages");
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
    return error_summary(view.form.errors) +
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

Html thread_view(const ThreadView& view)
{
    auto page = forms::error_summary(view.form.errors) + design::page_heading("Messages") +
                design::paragraph("With " + view.with + ".") + warnings_of(view.person.warnings);
    if (view.thread.with.kind == ThreadKind::family_with_school)
        page += design::paragraph("The family agreed on " +
                                  (view.thread.with.agreed_on
                                       ? in_words(*view.thread.with.agreed_on)
                                       : std::string("a day that was not recorded")) +
                                  ": " + view.thread.with.agreed);
    Html messages;
    for (const auto& message : view.messages) messages += message_of(message, view);
    page += messages.empty() ? design::paragraph("Nothing is written yet.")
                             : element("ol", {{"class", "govuk-list"}}, messages);
    if (view.thread.ended_at)
        page += design::paragraph("This conversation has ended.");
    else if (view.may_change) {
        const auto own = view.address + "/messages/" + view.thread.id.text();
        page += write_form(view) +
                forms::posting(own + "/link", view.new_start(), {}, "Make a link to hand over") +
                forms::posting(own + "/end", view.new_start(), {}, "End this conversation");
    }
    return page + notices_of(view) +
           design::paragraph(design::link(view.address + "/messages", "All messages"));
}

Html link_view(const LinkView& view)
{
    return design::page_heading("A link to hand over") +
           design::paragraph(
               view.for_account ? "Open it on the device that the child writes on."
                                : "Give it to this person alone. Whoever has it can read what they "
                                  "can read.") +
           element("div", {{"class", "govuk-form-group"}},
                   element("label", {{"class", "govuk-label"}, {"for", "link"}}, "The link"),
                   element("input", {{"class", "govuk-input"},
                                     {"id", "link"},
                                     {"type", "text"},
                                     {"value", view.url},
                                     design::flag("readonly")})) +
           design::paragraph("It opens once, until " + view.ends_at +
                             ". It is shown for 15 minutes; after that, make another.") +
           design::paragraph(design::link(view.back, "Done"));
}

Html accounts_view(const AccountsView& view)
{
    auto page =
        forms::error_summary(view.form.errors) + design::page_heading("The child’s own account");
    if (view.accounts.empty())
        page += design::paragraph("Nothing is written yet. Ask before each meeting, in the child’s "
                                  "own words.");
    for (const auto& account : view.accounts) {
        design::SummaryList list;
        const auto add = [&](const char* key, const std::string& words) {
            list.rows.push_back(
                {.key = {.content = key},
                 .value = {.content =
                               words.empty()
                                   ? Html("Nothing said")
                                   : element("span", {{"class", "onr-as-typed"}, {"dir", "auto"}},
                                             words)}});
        };
        add("What happened", account.told.happened);
        add("How it felt", account.told.felt);
        add("What would be better", account.told.wanted);
        add("A trusted adult", account.told.trusted);
        add("Who may know", std::string(in_words(account.told.who_may_know)));
        page +=
            design::section_heading(moment_in_words(account.told_at).c_str()) +
            design::paragraph(
                (account.told.written_by == WrittenBy::child
                     ? std::string("Written by the child.")
                     : "Taken down by " +
                           (account.told.taken_down_by ? view.name_of(*account.told.taken_down_by)
                                                       : std::string("the service")) +
                           ".") +
                (account.told.meeting.empty() ? "" : " For: " + account.told.meeting + ".")) +
            design::render(list);
    }
    if (!view.may_change) return page;
    return page +
           design::render(design::Button{.content = "Write it down for the child",
                                         .href = view.address + "/accounts/new"}) +
           design::section_heading("Let the child write it") +
           forms::posting(view.address + "/accounts/link", view.start,
                          forms::fields::text(view.form, "about",
                                              "Before which meeting? (optional)",
                                              "The child reads this: for example, your meeting on "
                                              "Friday"),
                          "Make a link for the child");
}

Html status_view(const StatusView& view)
{
    using namespace forms;
    auto page = error_summary(view.form.errors) +
                design::page_heading("What the family is told of where things stand");
    if (view.may_change)
        page += design::paragraph("Everybody of the family who has a conversation with you sees "
                                  "this, so it may not say where anybody lives.") +
                posting(view.address + "/status", view.start,
                        fields::long_text(view.form, "words", "What comes next?",
                                          "In words for a parent: We write to the governors. They "
                                          "answer by Friday.") +
                            fields::date(view.form, "next_on", "On which day? (optional)"),
                        "Save");
    design::Table table{.caption = "What they were told, the newest first",
                        .head = {{.content = "When"},
                                 {.content = "What comes next"},
                                 {.content = "Day"},
                                 {.content = "By"}}};
    for (const auto& said : view.said)
        table.rows.push_back({{.content = moment_in_words(said.said_at)},
                              {.content = said.next.words},
                              {.content = said.next.on ? in_words(*said.next.on) : "No day"},
                              {.content = view.name_of(said.said_by)}});
    return page + (view.said.empty() ? design::paragraph("They were told nothing yet.")
                                     : design::render_stacking(table));
}

} // namespace onroll::casework
