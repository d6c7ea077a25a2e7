#include "casework/views_service.h"

#include "casework/views_capacity.h"

#include "design/components/button.h"
#include "design/components/card.h"
#include "design/components/details.h"
#include "design/components/lead.h"
#include "design/components/pagination.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"
#include "platform/clock/clock.h"

#include <map>
#include <utility>

namespace onroll::casework {
namespace views_signposts_detail {

using design::Html;

std::string result_in_words(const Signpost& signpost)
{
    if (!signpost.result) return "Not asked yet";
    const std::string words(in_words(*signpost.result));
    return signpost.note.empty() ? words : words + ": " + signpost.note;
}

/// What somebody helps with, and how they are reached: each may be blank or end in a full stop.
std::string help_in_words(const SignpostPlace& place)
{
    if (place.help.empty() || place.reach.empty()) return place.help + place.reach;
    return place.help + (place.help.ends_with('.') ? " " : ". ") + place.reach;
}

Html place_name_input(const std::vector<SignpostPlace>& places, const Filled& filled)
{
    design::Radios radios{.name = "place"};
    radios.fieldset = design::Fieldset{
        .legend = {.content = "Who can help?", .classes = "govuk-fieldset__legend--s"}};
    radios.error = message_of(filled, "place");
    radios.classes = "govuk-radios--small";
    for (const auto& place : places)
        radios.items.push_back({.value = place.id.text(),
                                .content = place.name,
                                .hint = design::Hint{.content = help_in_words(place)}});
    radios.items.push_back({.value = "other", .content = "Somebody else, named below"});
    radios.value = filled.fields["place"];
    return design::render(radios) + text_input(filled, {"place_name", "Name of somebody else", "",
                                                        "govuk-!-width-two-thirds"});
}

/// How soon it takes somebody, and the way to say so.
Html capacity_of(const SignpostsView& view, const SignpostPlace& place)
{
    const auto link = design::link("/advice/signposts/" + place.id.text() + "/capacity",
                                   Html("Say what it can take on now") +
                                       design::visually_hidden(": " + place.name));
    for (const auto& one : view.now)
        if (one.place.id == place.id && one.now)
            return Html(capacity_in_words(*one.now, view.today) + " ") + link;
    return link;
}

Html register_part(const SignpostsView& view)
{
    Html part = design::section_heading("Who else can help");
    if (view.places.empty())
        part += design::paragraph("Nobody is in the register yet. Add the first below: helplines, "
                                  "legal charities, welfare teams.");
    for (const auto& place : view.places) {
        const auto take_out = forms::act_beside(
            "/advice/signposts/retire",
            forms::start({.page = "/advice/signposts", .form_token = view.start.form_token}),
            forms::fields::hidden("place", place.id.text()), "Take out " + place.name,
            forms::Weight::warning);
        part += design::element(
            "div", {{"class", "onr-card"}},
            design::element("h3", {{"class", "govuk-heading-s"}}, place.name),
            design::paragraph(std::string(in_words(place.kind)) + ". " + place.help),
            design::paragraph(place.reach), design::paragraph(capacity_of(view, place)),
            design::render(design::Details{.summary = Html("Take it out") +
                                                      design::visually_hidden(": " + place.name),
                                           .content = take_out}));
    }
    return part;
}

Html counts_table(const std::vector<SignpostCount>& counts)
{
    struct Row {
        std::int64_t all = 0, helped = 0, failed = 0, unknown = 0;
    };
    std::map<std::string, Row> by_place;
    for (const auto& count : counts) {
        auto& row = by_place[count.place_name];
        row.all += count.signposts;
        if (count.result == SignpostResult::helped)
            row.helped += count.signposts;
        else if (count.result == SignpostResult::could_not_help ||
                 count.result == SignpostResult::not_reached)
            row.failed += count.signposts;
        else
            row.unknown += count.signposts;
    }
    design::Table table{.caption = "What happened next, by place",
                        .head = {{.content = "Place"},
                                 {.content = "Signposted", .format = "numeric"},
                                 {.content = "Helped", .format = "numeric"},
                                 {.content = "Could not help or not reached", .format = "numeric"},
                                 {.content = "Open or not known", .format = "numeric"}}};
    for (const auto& [name, row] : by_place)
        table.rows.push_back({{.content = name},
                              {.content = std::to_string(row.all), .format = "numeric"},
                              {.content = std::to_string(row.helped), .format = "numeric"},
                              {.content = std::to_string(row.failed), .format = "numeric"},
                              {.content = std::to_string(row.unknown), .format = "numeric"}});
    return design::render_stacking(table);
}

Html result_link(const Signpost& signpost)
{
    return design::link(
        "/advice/contacts/" + signpost.contact.text() + "/signposts/" + signpost.id.text(),
        Html("Say what happened next") + design::visually_hidden(" at " + signpost.place_name));
}

/// Of whom nobody knows what came of it.
Html not_asked_part(const SignpostsView& view)
{
    Html part = design::section_heading("not-asked", "Not asked yet");
    if (view.not_asked.empty() && !view.not_asked_before.empty())
        return part + design::paragraph(
                          Html("Nothing is on this page any more. ") +
                          design::link("/advice/signposts#not-asked", "Go to the first page"));
    if (view.not_asked.empty())
        return part + design::paragraph("Of every family that was sent on, somebody has said what "
                                        "came of it.");
    design::Table table{.caption = "Who was sent on and not asked since, the oldest first",
                        .head = {{.content = "When"},
                                 {.content = "To"},
                                 {.content = "By"},
                                 {.content = "What happened next"}}};
    for (const auto& one : view.not_asked)
        table.rows.push_back(
            {{.content = moment_in_words(one.given_at)},
             {.content = one.place_name},
             {.content = view.name_of ? view.name_of(one.given_by) : std::string()},
             {.content = result_link(one)}});
    part += design::render_stacking(table);
    if (view.not_asked_before.empty() && view.not_asked_next.empty()) return part;
    design::Pagination links{.landmark_label = "Not asked yet: other pages"};
    if (!view.not_asked_before.empty())
        links.previous = design::PageLink{.href = view.not_asked_before};
    if (!view.not_asked_next.empty()) links.next = design::PageLink{.href = view.not_asked_next};
    return part + design::render(links);
}

Html log_part(const SignpostsView& view)
{
    Html part = design::section_heading("Who was sent on, and what happened next");
    if (view.latest.empty())
        return part + design::paragraph("Nobody was signposted yet. It is done on the page of a "
                                        "contact or of a case.");
    design::Table table{.caption = "The newest first",
                        .head = {{.content = "When"},
                                 {.content = "To"},
                                 {.content = "Why"},
                                 {.content = "What happened next"}}};
    for (const auto& one : view.latest)
        table.rows.push_back({{.content = design::link("/advice/contacts/" + one.contact.text(),
                                                       moment_in_words(one.given_at))},
                              {.content = one.place_name},
                              {.content = one.why.empty() ? Html("Not said") : Html(one.why)},
                              {.content = result_in_words(one)}});
    return part + counts_table(view.counts) + design::render_stacking(table);
}

/// "Take out", beside what was given.
Html take_out_offer(const OpenOffersView& view, const OpenOffer& one)
{
    return design::element(
        "form",
        {{"method", "post"}, {"action", "/advice/open-offers/withdraw"}, {"class", "onr-noprint"}},
        forms::start({.page = "/advice/open-offers", .form_token = view.start.form_token}),
        forms::fields::hidden("offer", one.id.text()),
        design::element(
            "button", {{"class", "onr-link-button"}, {"type", "submit"}}, "Take out",
            design::visually_hidden(" what was given on " + onroll::in_words(one.offer.held_on))));
}

} // namespace views_signposts_detail
using namespace views_signposts_detail;

Html signposts_view(const SignpostsView& view)
{
    const auto inside = text_input(view.filled, {"name", "Name", "", "govuk-!-width-two-thirds"}) +
                        radios_input(view.filled, {"kind", "What is it?"}, all_signpost_kinds()) +
                        text_area(view.filled, {"help", "What it helps with"}, 2) +
                        text_input(view.filled, {"reach", "How to reach it",
                                                 "Telephone, address of the website, hours"});
    return access::error_summary_of(view.filled.errors) + design::page_heading("Signposts") +
           design::lead("Who else can help, and whether it did.") + not_asked_part(view) +
           register_part(view) + design::section_heading("Add somebody who can help") +
           short_form("/advice/signposts", view.start, inside, "Add to the register") +
           log_part(view);
}

Html signpost_form_view(const std::vector<SignpostPlace>& places, const Filled& filled,
                        const forms::FormStart& start, const std::string& contact)
{
    return access::error_summary_of(filled.errors) +
           design::page_heading("Signpost to somebody else") +
           short_form(
               contact + "/signpost", start,
               place_name_input(places, filled) +
                   text_input(filled, {"why", "Why (optional)", "", "govuk-!-width-two-thirds"}),
               "Save", design::link(contact, "Leave without saving"));
}

Html signpost_result_view(const Signpost& signpost, const Filled& filled,
                          const forms::FormStart& start, const std::string& contact)
{
    return access::error_summary_of(filled.errors) + design::page_heading("What happened next?") +
           design::paragraph("Signposted to " + signpost.place_name + " on " +
                             moment_in_words(signpost.given_at) + ".") +
           short_form(
               contact + "/signposts/" + signpost.id.text(), start,
               radios_input(filled, {"result", "What came of it?"}, all_signpost_results()) +
                   text_input(filled, {"note", "Note (optional)", "", "govuk-!-width-two-thirds"}),
               "Save", design::link(contact, "Leave without saving"));
}

Html welcome_section(const std::optional<ServicePolicy>& policy, const NewContact& told,
                     const std::vector<Signpost>& signposts, const std::string& contact)
{
    Html part = design::section_heading("Can we help?");
    part += design::paragraph(policy ? eligible_under(*policy, told).words
                                     : "The service has not yet set whom it helps. ");
    for (const auto& one : signposts)
        part +=
            design::paragraph("Signposted to " + one.place_name +
                              ". What happened next: " + result_in_words(one) + ". " +
                              design::link(contact + "/signposts/" + one.id.text(),
                                           Html("Say what happened next") +
                                               design::visually_hidden(" at " + one.place_name)));
    return part +
           design::paragraph(design::link(contact + "/signpost", "Signpost to somebody else"));
}

Html signposts_of_case_section(const std::vector<Signpost>& signposts)
{
    if (signposts.empty()) return {};
    Html content;
    for (const auto& one : signposts)
        content +=
            design::element("p", {{"class", "govuk-body onr-small"}},
                            one.place_name + ". " + result_in_words(one) + ". ", result_link(one));
    return render(design::Card{.title = "Signposts", .content = content});
}

Html signpost_needs_contact_view(const CaseId& id)
{
    return design::page_heading("Signpost to somebody else") +
           design::paragraph("A signpost belongs to the call, message or visit in which it was "
                             "given, and this case has none yet. Record that first: the way to "
                             "signpost stands on its page.") +
           design::render(design::Button{.content = "Add a contact",
                                         .href = "/advice/contacts/new?case=" + id.text()}) +
           design::paragraph(
               design::link("/advice/cases/" + id.text(), "Leave without signposting"));
}

Html open_offers_view(const OpenOffersView& view)
{
    std::int64_t people = 0, minutes = 0;
    design::Table table{.caption = "What was given, the newest first",
                        .head = {{.content = "When"},
                                 {.content = "What"},
                                 {.content = "People", .format = "numeric"},
                                 {.content = "Minutes", .format = "numeric"},
                                 {.content = "Mistake?"}}};
    const auto number = [](const std::optional<int>& value) {
        return value ? std::to_string(*value) : std::string("Not noted");
    };
    for (const auto& one : view.offers) {
        people += one.offer.people.value_or(0);
        minutes += one.offer.minutes.value_or(0);
        table.rows.push_back({{.content = onroll::in_words(one.offer.held_on)},
                              {.content = std::string(in_words(one.offer.kind)) +
                                          (one.offer.title.empty() ? "" : ": " + one.offer.title)},
                              {.content = number(one.offer.people), .format = "numeric"},
                              {.content = number(one.offer.minutes), .format = "numeric"},
                              {.content = take_out_offer(view, one)}});
    }
    const auto inside =
        radios_input(view.filled, {"kind", "What was it?"}, all_offer_kinds()) +
        text_input(view.filled,
                   {"title", "About what (optional)", "", "govuk-!-width-two-thirds"}) +
        text_input(view.filled,
                   {"held_on", "When", "Today, Tuesday or 6 11 2026", "govuk-input--width-10"}) +
        text_input(view.filled,
                   {"people", "How many people (optional)", "", "govuk-input--width-4"}) +
        text_input(view.filled,
                   {"minutes", "Minutes it took (optional)", "", "govuk-input--width-4"});
    Html page = access::error_summary_of(view.filled.errors) +
                design::page_heading("What anybody can have") +
                design::lead("Information for everybody, at level 1, counted apart from casework.");
    page += design::paragraph(
        "From " + onroll::in_words(view.from) + " to " + onroll::in_words(view.to) + ": " +
        design::counted(static_cast<std::int64_t>(view.offers.size()), "session or mailing",
                        "sessions and mailings") +
        ", " + design::counted(people, "person", "people") + ", " +
        design::counted(minutes, "minute") + "; and " + design::counted(view.general, "contact") +
        " answered without opening a case.");
    if (!view.offers.empty()) page += design::render_stacking(table);
    return page + design::section_heading("Record something") +
           short_form("/advice/open-offers", view.start, inside, "Save");
}

} // namespace onroll::casework
