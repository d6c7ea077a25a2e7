#include "casework/views_contacts.h"

#include "casework/rules_say_now.h"
#include "casework/rules_spoken_hours.h"

#include "design/components/button.h"
#include "design/components/input.h"
#include "design/components/inset_text.h"
#include "design/components/pagination.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "platform/clock/clock.h"

#include <array>
#include <utility>

namespace onroll::casework {
namespace views_contacts_detail {

using design::Html;

std::string caller_in_words(const NewContact& told)
{
    const std::string kind(told.caller ? in_words(*told.caller) : "Not known");
    return told.caller_name.empty() ? kind : told.caller_name + " (" + kind + ")";
}

design::SummaryRow contact_row(const char* key, const Html& value)
{
    return {.key = {.content = key}, .value = {.content = value}};
}

/// What was not said is said to be so.
Html as_told(const std::string& words)
{
    return words.empty()
               ? Html("Not said")
               : design::element("span", {{"dir", "auto"}, {"class", "onr-as-typed"}}, words);
}

std::string reach_in_words(const NewContact& told)
{
    if (told.safe == SafeToRing::any_time) return "Any time. " + told.safe_how;
    if (told.safe == SafeToRing::only_as_said)
        return told.safe_how.empty() ? "Only as agreed: ask" : "Only like this: " + told.safe_how;
    return told.safe_how.empty() ? "Not asked yet" : told.safe_how;
}

void add_if_said(std::vector<design::SummaryRow>& rows, const char* key, const std::string& words)
{
    if (!words.empty()) rows.push_back(contact_row(key, as_told(words)));
}

struct ListLink {
    const char* key;
    const char* words;
};
constexpr std::array<ListLink, 3> lists{{{"", "All contacts"},
                                         {"without_case", "No case yet"},
                                         {"professionals", "Schools and professionals"}}};

Html list_links(const std::string& shown)
{
    design::HtmlWriter out;
    out.open("nav", {{"aria-label", "Which contacts"}});
    out.open("ul", {{"class", "onr-choices"}});
    for (const auto& list : lists) {
        const std::string href =
            "/advice/contacts" + (*list.key ? "?list=" + std::string(list.key) : std::string());
        out.add(design::element(
            "li", {},
            shown == list.key
                ? design::element("strong", {{"aria-current", "page"}}, Html(list.words))
                : design::link(href, list.words)));
    }
    out.close().close();
    return std::move(out).done();
}

std::string what_of(const NewContact& told)
{
    if (told.enquiry == Enquiry::early) return "Early enquiry";
    if (told.enquiry == Enquiry::professional) return "Advice to a professional";
    return in_words(told.happened);
}

/// The other pages about what comes in.
Html more_links()
{
    design::HtmlWriter out;
    out.open("ul", {{"class", "govuk-list"}});
    for (const auto& [href, words] :
         {std::pair("/advice/enquiries", "Enquiries by week, and how families heard of us"),
          std::pair("/advice/signposts", "Signposts: who else can help, and whether it did"),
          std::pair("/advice/open-offers", "What anybody can have: talks, sessions, leaflets"),
          std::pair("/advice/service", "How this service works, and whom it helps"),
          std::pair("/advice/lists", "Take the contacts of a year away as a file")})
        out.add(design::element("li", {}, design::link(href, words)));
    out.close();
    return std::move(out).done();
}

Html say_cards(const Contact& contact, Date today)
{
    if (contact.told.happened.empty()) return {};
    Html cards = design::element("h2", {{"class", "govuk-heading-m"}}, "You can say now");
    for (const auto one : contact.told.happened) {
        const auto& say = say_now(one);
        const auto citations = citations_of(say, contact.told.first_day.value_or(today));
        Html sources;
        for (std::size_t i = 0; i < citations.size(); ++i)
            sources += Html(i ? "; " : "") +
                       design::link("/law/" + std::string(law::name_of(say.rules[i])),
                                    std::string(citations[i].source));
        cards += design::element(
            "div", {{"class", "onr-card"}}, design::paragraph("“" + std::string(say.words) + "”"),
            design::element("p", {{"class", "onr-src"}},
                            "Because: " + std::string(say.because) + " ", sources));
    }
    return cards;
}

/// Said before the number, outside the hours that the caller named.
Html not_now(const ContactView& view)
{
    const auto& told = view.contact.told;
    const auto hours = hours_as_said(told.safe_how);
    if (!hours || told.phone.empty() ||
        (view.minute_of_day >= hours->earliest && view.minute_of_day < hours->latest))
        return {};
    return design::render(
        design::WarningText{.content = "Do not ring now. They said: " + told.safe_how});
}

Html next_step(const ContactView& view)
{
    if (!view.case_address.empty())
        return design::paragraph("This contact belongs to a case. " +
                                 design::link(view.case_address, "Open the case"));
    return design::button_group(
        {design::render(
             design::Button{.content = "Open a case",
                            .href = "/advice/contacts/" + view.contact.id.text() + "/open"}),
         design::link("/advice/contacts/new", "Record another contact")});
}

/// Where what holds is another thing than what was said in the last call.
Html reach_asked(const ContactView& view)
{
    if (view.reach_asked_of.empty()) return {};
    return design::render(design::InsetText{
        .content = design::paragraph(
            view.reach_asked_of +
            " said another thing in this call than what holds now about being rung or written "
            "to. " +
            design::link("/advice/contacts/" + view.contact.id.text() + "/reach",
                         "Decide which of the two holds"))});
}

} // namespace views_contacts_detail
using namespace views_contacts_detail;

Html contacts_view(const ContactsView& view)
{
    auto page = design::page_heading("Contacts") +
                design::render(
                    design::Button{.content = "Record a contact", .href = "/advice/contacts/new"}) +
                view.search + list_links(view.list);
    if (view.contacts.empty())
        return page +
               design::paragraph(view.list.empty()
                                     ? "No contact is recorded yet. Record the first one while the "
                                       "call lasts: almost nothing needs to be known."
                                     : "No contact is in this list.") +
               more_links();
    design::Table table{.caption = "Newest first",
                        .head = {{.content = "When"},
                                 {.content = "Child"},
                                 {.content = "What"},
                                 {.content = "Who got in touch"},
                                 {.content = "How"},
                                 {.content = "Case"}}};
    const auto opened = [&](const std::string& id, const std::string& page, const Html& words) {
        return view.opened.contains(id) ? design::link(page + id, words) : words;
    };
    for (const auto& contact : view.contacts) {
        const auto when = moment_in_words(contact.taken_at);
        table.rows.push_back(
            {{.content = opened(contact.id.text(), "/advice/contacts/", when)},
             {.content = as_told(contact.told.child_name)},
             {.content = as_told(what_of(contact.told))},
             {.content = caller_in_words(contact.told)},
             {.content = std::string(in_words(contact.told.channel))},
             {.content = contact.case_id
                             ? opened(contact.case_id->text(), "/advice/cases/",
                                      Html("Opened") +
                                          design::visually_hidden(" of the contact of " + when))
                             : Html("None yet")}});
    }
    page += design::render_stacking(table);
    design::Pagination pages{.landmark_label = "Contacts: other pages"};
    if (!view.newest.empty())
        pages.previous = design::PageLink{.href = view.newest, .content = "Newest contacts"};
    if (!view.older.empty())
        pages.next = design::PageLink{.href = view.older, .content = "Older contacts"};
    if (pages.previous || pages.next) page += design::render(pages);
    return page + more_links();
}

Html told_list(const Contact& contact, const std::string& taken_by)
{
    const auto& told = contact.told;
    design::SummaryList list;
    auto& rows = list.rows;
    rows = {contact_row("When", moment_in_words(contact.taken_at)),
            contact_row("How", std::string(in_words(told.channel))),
            contact_row("Child", as_told(told.child_name)),
            contact_row("Who got in touch", caller_in_words(told)),
            contact_row("What happened", as_told(told.story))};
    add_if_said(rows, "Ticked", in_words(told.happened));
    if (told.first_day) rows.push_back(contact_row("First day", with_weekday(*told.first_day)));
    add_if_said(rows, "School", told.school_name);
    rows.push_back(contact_row("Ringing back", reach_in_words(told)));
    add_if_said(rows, "Phone", told.phone);
    if (told.enquiry != Enquiry::about_a_child)
        rows.push_back(contact_row("What it is about", std::string(in_words(told.enquiry))));
    add_if_said(rows, "What they were told", told.advice);
    if (told.source)
        rows.push_back(contact_row("Heard of us", std::string(in_words(*told.source))));
    add_if_said(rows, "Which one", told.source_name);
    if (told.minutes) rows.push_back(contact_row("Minutes", std::to_string(*told.minutes)));
    rows.push_back(contact_row("Recorded by", as_told(taken_by)));
    return design::render(list);
}

Html contact_view(const ContactView& view)
{
    const auto address = "/advice/contacts/" + view.contact.id.text();
    return design::page_heading("Contact") + not_now(view) + reach_asked(view) + next_step(view) +
           told_list(view.contact, view.taken_by) +
           design::render(design::Button{.content = "Change this contact",
                                         .href = address + "/change",
                                         .classes = "govuk-button--secondary"}) +
           say_cards(view.contact, view.today) + view.further +
           design::paragraph(design::link("/advice/contacts", "All contacts"));
}

Html contact_search_form(const std::string& words, const Html& start)
{
    design::Input input{.name = "q"};
    input.label = {.content = "Child or caller, as you hear the name, or a phone number",
                   .classes = "govuk-label--s"};
    input.hint = design::Hint{.content = "Finds calls that came to no case"};
    input.value = words;
    input.autocomplete = "off";
    input.spellcheck = false;
    return design::element(
        "form", {{"method", "post"}, {"action", "/advice/contacts/search"}, {"role", "search"}},
        start, design::render(input),
        design::render(design::Button{.content = "Look for an earlier call",
                                      .classes = "govuk-button--secondary"}));
}

Html found_contacts_list(const std::vector<FoundContact>& found)
{
    if (found.empty()) return {};
    std::vector<Html> items;
    for (const auto& one : found)
        items.push_back((one.href.empty() ? Html(one.words) : design::link(one.href, one.words)) +
                        Html(". " + one.about));
    return design::section_heading("earlier-calls", "Calls that came to no case") +
           design::bullets(items);
}

Html found_contacts_view(const std::string& words, const Html& search,
                         const std::vector<FoundContact>& found)
{
    auto page = design::page_heading("Look for an earlier call") + search;
    if (found.empty())
        page += design::paragraph(words.empty() ? "Enter a name, or a phone number."
                                                : "No call without a case fits. A call that came "
                                                  "to a case is found among the cases.");
    return page + found_contacts_list(found) +
           design::paragraph(design::link("/advice/contacts", "All contacts"));
}

} // namespace onroll::casework
