#include "casework/views_family.h"

#include "casework/views_messages.h"
#include "design/components/button.h"
#include "design/components/inset_text.h"
#include "design/components/textarea.h"
#include "design/components/work_list.h"
#include "design/page.h"
#include "forms/types.h"
#include "platform/clock/clock.h"

#include <utility>

namespace onroll::casework {
namespace views_family_detail {

using design::element;
using design::Html;

Html plain_post(std::string_view action, std::string_view token, std::string_view button,
                std::string_view classes = {})
{
    return element(
        "form", {{"method", "post"}, {"action", action}}, forms::fields::hidden("link", token),
        design::render(design::Button{.content = button, .classes = std::string(classes)}));
}

design::Steps stage_of(CaseState stage)
{
    const int now = stage == CaseState::waiting ? 0 : stage == CaseState::closed ? 2 : 1;
    design::Steps steps{.label = "How far we have come"};
    int place = 0;
    for (const auto* words : {"We have heard you", "We are working on it", "Finished"}) {
        steps.steps.push_back({words, place < now    ? design::StepState::before
                                      : place == now ? design::StepState::now
                                                     : design::StepState::ahead});
        ++place;
    }
    return steps;
}

Html next_words(const FamilyHubView& view)
{
    if (!view.next)
        return design::paragraph("Your adviser has not written yet what comes next. You can ask "
                                 "in a message.");
    auto words = design::paragraph(view.next->words);
    if (view.next->on)
        words += design::paragraph("The next date is " + in_words(*view.next->on) + ".");
    return words;
}

Html who_to_ask(const FamilyHubView& view)
{
    const auto adviser =
        view.adviser.empty()
            ? "Nobody has your case yet. Somebody will, and their name will be here."
            : "Your adviser is " + view.adviser + ".";
    return design::paragraph(adviser +
                             (view.phone.empty() ? "" : " You can ring " + view.phone + "."));
}

std::string who_said(const Message& message, const FamilyThreadView& view)
{
    if (message.said.said_by == view.self) return "You";
    switch (message.said.said_by) {
    case Speaker::adviser:
        return view.adviser.empty() ? "The adviser" : view.adviser + ", adviser";
    case Speaker::family:
        return "The family";
    case Speaker::school:
        return view.thread.with.school_contact;
    }
    return {};
}

Html said_words(const std::string& words)
{
    return element("p", {{"class", "govuk-body onr-as-typed"}, {"dir", "auto"}}, words);
}

Html message_of(const Message& message, const FamilyThreadView& view)
{
    auto shown = element("h2", {{"class", "govuk-heading-s govuk-!-margin-bottom-1"}},
                         who_said(message, view)) +
                 element("p", {{"class", "govuk-hint govuk-!-margin-bottom-1"}},
                         moment_in_words(message.said_at)) +
                 said_words(message.said.words);
    if (!message.is_shown())
        shown +=
            element("p", {{"class", "govuk-hint"}},
                    view.self == Speaker::school ? "An adviser reads this before it goes on."
                                                 : "Your adviser reads this before it goes on.");
    return element("li", {{"class", "govuk-!-margin-bottom-6"}}, shown);
}

/// The time that is left is said, since nothing on the page moves.
Html time_left(const std::string& ends_at)
{
    return element("p", {{"class", "govuk-hint"}},
                   "This page closes at " + ends_at + ". Send what you write before then.");
}

} // namespace views_family_detail
using namespace views_family_detail;

Html open_link_view(std::string_view token)
{
    return design::page_heading("You have a private page") +
           design::paragraph("Only open it where nobody else can see your screen. The link works "
                             "once. The page stays open for a while, then it closes by itself.") +
           plain_post("/open", token, "Open the page");
}

Html link_over_view(std::string_view token)
{
    return design::page_heading("This link does not work any more") +
           design::paragraph("A link works once, and not for long. If you had one from us, we can "
                             "send another to the same place.") +
           plain_post("/open/again", token, "Send me a new link", "govuk-button--secondary");
}

Html new_link_view()
{
    return design::page_heading("Look out for a new message") +
           design::paragraph(
               "If the link was one of ours, a new one is on its way to where the last "
               "one came. It can take a few minutes.") +
           design::paragraph("If nothing comes, ask the person you spoke with.");
}

Html family_hub_view(const FamilyHubView& view)
{
    auto page =
        design::page_heading("Where things stand") + design::render(stage_of(view.stage)) +
        element("h2", {{"class", "govuk-heading-m govuk-!-margin-top-6"}}, "What comes next") +
        next_words(view) + who_to_ask(view) +
        element("h2", {{"class", "govuk-heading-m"}}, "Messages");
    if (view.threads.empty())
        page += design::paragraph("There are no messages yet.");
    else {
        Html lines;
        for (const auto& thread : view.threads) {
            auto line = design::link("/family/messages/" + thread.id.text(), thread.with);
            if (thread.unread) line += Html(": " + std::to_string(thread.unread) + " new");
            lines += element("li", {}, line);
        }
        page += element("ul", {{"class", "govuk-list"}}, lines);
    }
    if (!view.papers.empty()) {
        Html lines;
        for (const auto& paper : view.papers)
            lines += element("li", {}, design::link(paper.href, paper.name));
        page += element("h2", {{"class", "govuk-heading-m"}}, "Papers for you") +
                element("ul", {{"class", "govuk-list"}}, lines);
    }
    return page +
           forms::posting("/family/leave", view.leave_start, {}, "Leave and close this page");
}

std::string family_thread_title(const FamilyThreadView& view)
{
    if (view.self == Speaker::school) return "Messages with the family";
    return view.thread.with.kind == ThreadKind::family_with_school ? "Messages with the school"
                                                                   : "Messages with your adviser";
}

Html family_thread_view(const FamilyThreadView& view)
{
    const bool with_school = view.thread.with.kind == ThreadKind::family_with_school;
    const auto title = family_thread_title(view);
    auto page = forms::error_summary(view.form) + design::page_heading(title);
    if (view.just_held)
        page += design::render(design::InsetText{
            .content = "Your message is kept. An adviser reads it before it goes on, because it "
                       "may hold something that must stay private."});
    if (with_school)
        page += design::paragraph(
            view.self == Speaker::school
                ? "The family, their adviser and you read what is written here. The family agreed "
                  "to this. Do not write where anybody lives."
                : "The school, your adviser and you read what is written here. You agreed to this, "
                  "and can end it: tell your adviser.");
    Html messages;
    for (const auto& message : view.messages)
        if (message.is_shown() || message.said.said_by == view.self)
            messages += message_of(message, view);
    page += messages.empty() ? design::paragraph("Nothing is written yet.")
                             : element("ol", {{"class", "govuk-list"}}, messages);
    if (view.thread.ended_at)
        page += design::paragraph("This conversation has ended. You can still read it.");
    else
        page += forms::posting("/family/messages/" + view.thread.id.text(), view.start,
                               forms::fields::long_text(view.form, "words", "Write a message") +
                                   time_left(view.ends_at),
                               "Send");
    if (view.self == Speaker::family)
        page += design::paragraph(design::link("/family", "Where things stand"));
    return page;
}

Html account_form_view(const AccountFormView& view)
{
    using namespace forms;
    const auto large = [&](const char* name, const char* label, const char* hint) {
        design::Textarea box{.name = name};
        box.label = {.content = label, .classes = "govuk-label--m"};
        if (*hint) box.hint = design::Hint{.content = hint};
        for (const auto& error : view.form.errors)
            if (error.where == name) box.error = design::ErrorMessage{.content = error.message};
        box.value = std::string(view.form.values[name]);
        box.rows = 5;
        return design::render(box);
    };
    Choices who;
    for (const auto choice : all_who_may_know())
        who.emplace_back(std::string(key_of(choice)), std::string(in_words(choice)));
    auto page = error_summary(view.form) +
                design::page_heading(view.by_adviser ? "Write down the child’s own account"
                                                     : "Tell us in your own words");
    if (!view.meeting.empty() && !view.by_adviser)
        page += design::paragraph("This is for: " + view.meeting + ".");
    page += design::paragraph(
        view.by_adviser
            ? "Use the child’s own words, as they say them. What is saved is never altered."
            : "There are no wrong answers. You can leave any box empty. Spelling does not matter. "
              "What you write is kept just as you wrote it.");
    auto inside = Html();
    if (view.by_adviser)
        inside += fields::text(view.form, "meeting", "Before which meeting? (optional)",
                               "For example: governors’ meeting on 4 December");
    if (!view.events.empty()) inside += about_an_event(view.form, view.events);
    inside += large("happened", "What happened?", "") +
              large("felt", "How did you feel?", "Then, and now") +
              large("wanted", "What would make school better for you?", "") +
              large("trusted", "Which adult do you trust?", "At school, at home or anywhere") +
              fields::radios(view.form, "who_may_know", "Who may know what you wrote?", who,
                             "If somebody may get hurt, we may have to tell someone. We would talk "
                             "to you first if we can.");
    if (!view.ends_at.empty()) inside += time_left(view.ends_at);
    return page + posting(view.action, view.start, inside, view.by_adviser ? "Save" : "Send");
}

Html paper_stopped_view(const std::string& phone)
{
    return design::page_heading("We are looking at this paper again") +
           design::paragraph("Something changed since we gave it to you. Your adviser looks at it "
                             "first, and will tell you. You do not need to do anything.") +
           (phone.empty() ? Html() : design::paragraph("Is it urgent? Ring us: " + phone + ".")) +
           design::paragraph(design::link("/family", "Back to where things stand"));
}

Html paper_stopped_for_good_view(const std::string& phone)
{
    return design::page_heading("You cannot open this paper now") +
           design::paragraph("Something changed since we gave it to you. Our work is finished, so "
                             "nobody looks at it by themselves.") +
           design::paragraph(phone.empty() ? "Do you need it? Ring us."
                                           : "Do you need it? Ring us: " + phone + ".") +
           design::paragraph(design::link("/family", "Back to where things stand"));
}

Html account_thanks_view()
{
    return design::page_heading("Thank you") +
           design::paragraph("We have what you wrote, just as you wrote it. Your adviser will read "
                             "it. You can close this page now.") +
           design::paragraph(
               "If you need to talk to somebody today, ring Childline on 0800 1111. It "
               "is free, and it does not show on the bill.");
}

Html left_view()
{
    return design::page_heading("You have left") +
           design::paragraph("The private page is closed. Nobody can come back to it with the link "
                             "that you used.");
}

} // namespace onroll::casework
