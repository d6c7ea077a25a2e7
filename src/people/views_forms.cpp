#include "people/views_forms.h"

#include "people/rules_family.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/components/notification_banner.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"
#include "forms/form_start.h"

namespace onroll::people {

namespace views_forms_detail {

using design::element;
using design::Html;

Html top_of(const FormView& form, const Html& top)
{
    return error_summary(form) + (form.is_draft ? onroll::forms::draft_banner() : Html{}) + top;
}

Html heading(std::string_view words)
{
    return element("h2", {{"class", "govuk-heading-m"}}, words);
}

/// What each line leads to beside the record: whoever answers requests for records may be kept from
/// opening them.
/// Which links stand at somebody who was found: to the record, to its requests, or to both.
enum class Beside { nothing, requests, requests_alone };

Html found_table(const std::vector<Found>& found, std::string_view caption,
                 Beside beside = Beside::nothing)
{
    design::Table table{.caption = std::string(caption),
                        .head = {{"Name"}, {"Born"}, {"Who"}, {"Found by"}}};
    for (const auto& one : found) {
        const auto page = "/people/" + one.person.id.text();
        Html name = beside == Beside::requests_alone
                        ? Html(full_name(one.person.name))
                        : design::link(page, full_name(one.person.name));
        if (beside != Beside::nothing)
            name += design::void_element("br") +
                    design::link(page + "/requests",
                                 Html("Requests and copies") +
                                     design::visually_hidden(": " + called(one.person.name)));
        table.rows.push_back({{name},
                              {one.person.born_on ? in_table(*one.person.born_on) : "Not known"},
                              {one.person.kind == PersonKind::child ? "Child" : "Adult"},
                              {in_words(one.fit.why)}});
    }
    return render_stacking(table);
}

/// Those of whom the name alone may be told, each leading to the door of the record.
Html names_alone(const std::vector<Person>& people)
{
    if (people.empty()) return {};
    std::vector<Html> links;
    for (const auto& person : people)
        links.push_back(design::link("/people/" + person.id.text(), full_name(person.name)));
    return heading("Open to named people only") +
           design::paragraph("These records are open to the people named on them. In an emergency "
                             "you can open one, and it is looked at afterwards.") +
           design::bullets(links);
}

Html safe_contact_fields(const FormView& form)
{
    Html out = heading("Safe contact");
    out += fields::radios(form, "safe_asked", "Has this person said what is safe?",
                          {{"yes", "Yes"}, {"no", "Nobody has asked yet"}});
    Choices channels;
    for (const auto channel : all_channels())
        channels.emplace_back(key_of(channel), in_words(channel));
    out += fields::checkboxes(form, "safe_channels", "What is safe?", channels,
                              "What you do not tick must not be used.");
    out += fields::text(form, "earliest", "Not before",
                        "The time of day, as 9:30. Leave blank for "
                        "any time.",
                        "govuk-input--width-5");
    out += fields::text(form, "latest", "Not after", "The time of day, as 15:00.",
                        "govuk-input--width-5");
    out += fields::text(form, "code_name", "What to say if somebody else answers",
                        "For example, a first name and a neutral place.");
    out += fields::text(form, "only_ask_for", "Anything else that keeps them safe");
    out += fields::checkboxes(form, "neutral_sender", "The sender’s name",
                              {{"yes", "Must not say who we are"}});
    return out;
}

} // namespace views_forms_detail

using namespace views_forms_detail;

Html search_view(const SearchView& view)
{
    Html out = error_summary(view.form) + design::page_heading("People");
    out += design::paragraph(design::counted(view.children, "child", "children") +
                             " on record in your agency. Records that are open to named people "
                             "only are not counted.");
    out += posting("/people/search", view.start,
                   fields::name(view.form, "words", "Search",
                                "A name, a date of birth, a UPN, a postcode, or several of "
                                "these. Spelling need not be right."),
                   "Search");
    if (view.asked && view.search.found.empty() && view.by_name.empty())
        out += design::paragraph("Nobody fits. Try fewer words, or part of a name.");
    if (!view.search.found.empty())
        out += found_table(view.search.found, "Who fits best",
                           !view.may_see_requests ? Beside::nothing
                           : view.may_open        ? Beside::requests
                                                  : Beside::requests_alone);
    if (view.search.more)
        out +=
            design::paragraph("More people fit. Add a first name or a date of birth to see fewer.");
    out += names_alone(view.by_name);
    std::vector<Html> more;
    if (view.may_create && view.asked) {
        more.push_back(design::link("/people/new", "Add a child"));
    }
    if (view.may_open) more.push_back(design::link("/people/list", "Your children, as a list"));
    if (view.may_import)
        more.push_back(design::link("/people/import", "Import a list of children"));
    if (view.may_export)
        more.push_back(design::link("/people/export", "Your list of children as a file"));
    if (view.may_agree_export)
        more.push_back(
            design::link("/people/export/waiting", "Lists that wait for a second person"));
    if (view.may_merge)
        more.push_back(design::link("/people/duplicates", "Records that may be of one child"));
    if (view.may_allow)
        more.push_back(
            design::link("/people/shared-in-my-name", "Shared without consent in your name"));
    if (view.may_see_periods)
        more.push_back(design::link("/people/retention", "How long records are kept"));
    if (view.may_see_requests) {
        more.push_back(design::link("/people/requests", "Requests for records"));
        more.push_back(design::link("/people/limits", "Limits on records"));
    }
    if (!more.empty()) out += design::bullets(more);
    if (view.may_create && !view.asked)
        out += design::paragraph("Search first. Then you can add a child who is not here.");
    return out;
}

Html details_view(const DetailsView& view)
{
    Html out = top_of(view.form, view.top);
    const bool child = view.kind == PersonKind::child;
    Html extra;
    if (!view.alike.empty() || !view.alike_by_name.empty()) {
        out += render(design::NotificationBanner{
            .content =
                element("h3", {{"class", "govuk-notification-banner__heading"}},
                        "Somebody here may be the same person") +
                (view.alike.empty() ? Html{} : found_table(view.alike, "Look before you add")) +
                names_alone(view.alike_by_name) +
                design::paragraph("Open the record if it is the same person. If it is "
                                  "nobody of these, save once more.")});
        extra += fields::hidden("looked", "yes");
    }
    Html inside = fields::name(view.form, "given_name", "First name") +
                  fields::name(view.form, "family_name", "Last name") +
                  fields::name(view.form, "known_as", "Name they want used",
                               "Only if it is not the first name.") +
                  fields::date(view.form, "born_on", "Date of birth", "For example, 17 3 2014");
    inside +=
        fields::radios(view.form, "sex", "Sex, as recorded",
                       {{"female", "Female"}, {"male", "Male"}, {"not_stated", "Not stated"}});
    inside +=
        fields::text(view.form, "pronouns", "Pronouns (optional)", {}, "govuk-input--width-10");
    if (child)
        inside += fields::text(view.form, "upn", "UPN (optional)",
                               "13 characters, beginning with a letter.", "govuk-input--width-10");
    inside += fields::text(view.form, "language", "Language (optional)", "Leave blank for English.",
                           "govuk-input--width-20");
    inside += fields::checkboxes(view.form, "needs_interpreter", "Interpreter",
                                 {{"yes", "Needs an interpreter"}});
    inside += fields::long_text(view.form, "access_needs", "Access needs (optional)",
                                "What helps them, such as large print. Do not name other people.");
    inside += fields::text(view.form, "alert", "Alert (optional)",
                           "Shown on every page of the record. For example, “Be careful who you "
                           "speak to”.");
    if (!view.is_new)
        inside += fields::text(view.form, "note", "Why is it changed? (optional)",
                               "The old value is kept with this note.");
    return out + posting(view.action, view.start, inside + extra, view.button);
}

Html move_view(const MoveView& view)
{
    Html inside = fields::text(view.form, "line_1", "First line of the address") +
                  fields::text(view.form, "line_2", "Second line (optional)") +
                  fields::text(view.form, "town", "Town", {}, "govuk-input--width-20") +
                  fields::text(view.form, "postcode", "Postcode", {}, "govuk-input--width-10") +
                  fields::date(view.form, "from", "When did they move?");
    inside += fields::radios(
        view.form, "protected", "Must this address be kept from somebody?",
        {{"yes", "Yes, protect it"}, {"no", "No"}},
        "A protected address is sealed. It shows as “Withheld” and is in no search or letter.");
    if (!view.also.empty()) {
        Choices also;
        for (const auto& person : view.also)
            also.emplace_back(person.id.text(), called(person.name));
        inside += fields::checkboxes(view.form, "also", "Who moves too?", also,
                                     "They have the same address now. Whoever is not ticked still "
                                     "lives at the old address.");
    }
    return top_of(view.form, view.top) +
           posting(view.action, view.start, inside, "Save the new address");
}

Html tie_view(const TieView& view)
{
    Html inside;
    if (view.is_new)
        inside += fields::name(view.form, "given_name", "First name") +
                  fields::name(view.form, "family_name", "Last name");
    inside += fields::select(view.form, "bond", "How are they related to the child?",
                             choices_of(all_bonds()));
    inside += fields::radios(
        view.form, "natural_parent", "Are they a natural parent?",
        choices_of(std::vector{NaturalParent::yes, NaturalParent::no, NaturalParent::not_known}));
    inside += fields::select(view.form, "responsibility", "Do they have parental responsibility?",
                             choices_of(all_responsibilities()),
                             "Say what it rests on. Being a father or a step-parent is not enough "
                             "by itself.");
    inside += fields::radios(
        view.form, "care", "Does the child live with them?",
        choices_of(std::vector{HasCare::yes, HasCare::shared, HasCare::no, HasCare::not_known}));
    inside += fields::radios(
        view.form, "contact", "May they be contacted about the child?",
        choices_of(std::vector{ContactPermission::permitted, ContactPermission::in_writing_only,
                               ContactPermission::not_permitted, ContactPermission::not_stated}));
    inside +=
        fields::text(view.form, "telephone", "Telephone (optional)", {}, "govuk-input--width-20") +
        fields::text(view.form, "email", "Email (optional)");
    inside += safe_contact_fields(view.form);
    return top_of(view.form, view.top) +
           (view.is_new ? Html{} : heading("The tie to " + view.adult)) +
           posting(view.action, view.start, inside, "Save");
}

Html order_view(const PartView& view)
{
    auto adults = view.adults;
    adults.emplace_back("nobody", "The child and everybody");
    return top_of(view.form, view.top) +
           posting(
               view.action, view.start,
               fields::select(view.form, "kind", "Which order?", choices_of(all_order_kinds())) +
                   fields::select(view.form, "concerns", "Whom does it concern?", adults) +
                   fields::date(view.form, "made_on", "When was it made?",
                                "Leave blank if you do not know.") +
                   fields::date(view.form, "ends_on", "When does it end?",
                                "Leave blank if it has no end.") +
                   fields::text(view.form, "document", "Where is the sealed copy kept?",
                                "Leave blank if nobody has seen it."),
               "Save the order");
}

Html needs_view(const PartView& view)
{
    return top_of(view.form, view.top) +
           posting(view.action, view.start,
                   fields::radios(view.form, "status", "What is known now?",
                                  choices_of(all_sen_statuses()),
                                  "What was stated before stays in the history.") +
                       fields::date(view.form, "from", "Since when?") +
                       fields::text(view.form, "need", "Main need (optional)",
                                    "In the words of the plan or the school.") +
                       fields::long_text(view.form, "note", "Note (optional)"),
                   "Save");
}

Html care_view(const PartView& view)
{
    return top_of(view.form, view.top) +
           posting(
               view.action, view.start,
               fields::radios(view.form, "status", "What is known now?",
                              choices_of(all_care_statuses()),
                              "What was stated before stays in the history.") +
                   fields::text(view.form, "council", "Which council?",
                                "Leave blank for a child who was never looked after.") +
                   fields::date(view.form, "from", "Since when?") +
                   fields::date(view.form, "until", "Last day (optional)",
                                "Only where it is known when the council’s care ends or ended."),
               "Save");
}

} // namespace onroll::people
