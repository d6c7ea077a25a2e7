#include "casework/views_messages.h"

#include "design/components/inset_text.h"
#include "design/components/radios.h"
#include "design/components/table.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "design/words.h"
#include "platform/clock/clock.h"

namespace onroll::casework {
namespace views_thread_detail {

using design::element;
using design::Html;

/// One warning with all that must be known first.
Html warnings_of(const std::vector<std::string>& warnings)
{
    if (warnings.empty()) return {};
    std::string all;
    for (const auto& warning : warnings) all += (all.empty() ? "" : " ") + warning;
    return design::render(design::WarningText{.content = all});
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
           forms::act_beside(view.address + "/messages/" + view.thread.id.text() + "/let-go",
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
    if (message.taken_back_at) {
        shown += element("p", {{"class", "govuk-hint"}},
                         "Taken back on " + moment_in_words(*message.taken_back_at) +
                             ", before anybody had read it. The family does not see it.");
    } else if (message.is_held()) {
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
        return notice.tries ? "Tried " + design::counted(notice.tries, "time") : "On its way";
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
           const std::string& why_not, const std::string& waits)
{
    if (why_not.empty())
        ways.items.push_back(
            {.value = value,
             .content = words,
             .hint = waits.empty()
                         ? std::optional<design::Hint>()
                         : design::Hint{.content = "Not now. " + waits +
                                                   " It waits, and leaves when it is safe"}});
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
    offer(ways, not_by, "email", "By email", view.person.email_no, view.person.waits);
    offer(ways, not_by, "text", "By text message", view.person.text_no, view.person.waits);
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

} // namespace views_thread_detail
using namespace views_thread_detail;

Html thread_view(const ThreadView& view)
{
    auto page = forms::error_summary(view.form) + design::page_heading("Messages") +
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
                element("h2", {{"class", "govuk-heading-m"}}, "What else you can do here") +
                forms::act_beside(own + "/link", view.new_start(), {}, "Make a link to hand over") +
                forms::act_beside(own + "/end", view.new_start(), {}, "End this conversation");
    }
    return page + notices_of(view) +
           design::paragraph(design::link(view.address + "/messages", "All messages"));
}

} // namespace onroll::casework
