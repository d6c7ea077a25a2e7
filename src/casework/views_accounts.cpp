#include "casework/views_messages.h"

#include "design/components/button.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/page.h"
#include "platform/clock/clock.h"

namespace onroll::casework {

namespace views_accounts_detail {
using design::element;
using design::Html;

/// The event that an account is about, as a link. The child’s words stay about what they were
/// about, also where the event was taken back since.
Html about_words(const AccountsView& view, const Account& account)
{
    if (!account.told.event) return {};
    const auto id = account.told.event->text();
    const auto among = [&](const forms::Choices& events, const char* words) -> Html {
        for (const auto& [event, title] : events)
            if (event == id)
                return design::paragraph(Html(words) +
                                         design::link(view.address + "/events/" + id, title));
        return {};
    };
    auto about = among(view.events, "About: ");
    return about.empty() ? among(view.taken_back, "About an event that was taken back: ") : about;
}

} // namespace views_accounts_detail
using namespace views_accounts_detail;

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

Html about_an_event(const forms::FormView& form, const forms::Choices& events)
{
    forms::Choices choices{{"", "Nothing in particular"}};
    choices.insert(choices.end(), events.begin(), events.end());
    return forms::fields::select(form, "event", "About what happened (optional)", choices,
                                 "It is then shown there, too.");
}

Html accounts_view(const AccountsView& view)
{
    auto page = forms::error_summary(view.form) + design::page_heading("The child’s own account");
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
            about_words(view, account) + design::render(list);
    }
    if (!view.may_change) return page;
    return page +
           design::render(design::Button{.content = "Write it down for the child",
                                         .href = view.address + "/accounts/new"}) +
           design::section_heading("Let the child write it") +
           forms::act_beside(
               view.address + "/accounts/link", view.start,
               forms::fields::text(view.form, "about", "Before which meeting? (optional)",
                                   "The child reads this: for example, your meeting on "
                                   "Friday") +
                   (view.events.empty() ? Html() : about_an_event(view.form, view.events)),
               "Make a link for the child");
}

namespace views_accounts_detail {

/// One of the days in law, or another.
Html day_question(const StatusView& view)
{
    using namespace forms;
    if (view.days_in_law.empty())
        return fields::date(view.form, "next_on", "On which day? (optional)");
    Choices days(view.days_in_law.begin(), view.days_in_law.end());
    days.emplace_back("other", "Another day, or none");
    return fields::radios(view.form, "law_day", "On which day? (optional)", days) +
           fields::date(view.form, "next_on", "Another day (optional)");
}

} // namespace views_accounts_detail

Html status_view(const StatusView& view)
{
    using namespace forms;
    auto page = error_summary(view.form) +
                design::page_heading("What the family is told of where things stand");
    if (view.may_change)
        page += design::paragraph("Everybody of the family who has a conversation with you sees "
                                  "this, so it may not say where anybody lives.") +
                posting(view.address + "/status", view.start,
                        fields::long_text(view.form, "words", "What comes next?",
                                          "In words for a parent: We write to the governors. They "
                                          "answer by Friday.") +
                            views_accounts_detail::day_question(view),
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
