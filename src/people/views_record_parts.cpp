#include "people/views_record_parts.h"

#include "people/rules_contact.h"

#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/page.h"
#include "design/words.h"

namespace onroll::people::record_parts {

using design::element;
using design::Html;

std::string page_of(const Person& person)
{
    return "/people/" + person.id.text();
}

std::string days(const std::optional<Date>& from, const std::optional<Date>& until)
{
    if (from && until) return in_words(*from) + " to " + in_words(*until);
    if (from) return "Since " + in_words(*from);
    if (until) return "Until " + in_words(*until);
    return "Dates not known";
}

void add(design::SummaryList& list, std::string_view key, std::string_view value)
{
    if (!value.empty()) list.rows.push_back({.key = {key}, .value = {value}});
}

void add_reach(design::SummaryList& list, const ContactLine& line, const SafeContact& safe,
               ContactPermission permission)
{
    const auto warnings = contact_warnings(safe, permission);
    const std::string way(in_words(line.channel));
    if (warnings.empty()) {
        add(list, way, line.value);
        return;
    }
    if (permission == ContactPermission::not_permitted) {
        add(list, way, "Held back: this person must not be contacted.");
        return;
    }
    std::vector<Html> first;
    for (const auto& warning : warnings) first.emplace_back(warning);
    list.rows.push_back(
        {.key = {.content = way},
         .value = {.content = render(design::Details{
                       .summary = Html("Read this first, then use it") +
                                  design::visually_hidden(": " + way),
                       .content = design::bullets(first) + design::paragraph(line.value)})}});
}

Html change_link(bool may, const std::string& href, std::string_view words)
{
    return may ? element("p", {{"class", "govuk-body onr-noprint"}}, design::link(href, words))
               : Html{};
}

Html details_list(const Person& person)
{
    design::SummaryList list;
    add(list, "Name", full_name(person.name));
    std::string others;
    for (const auto& name : person.other_names)
        others += (others.empty() ? "" : ", ") + called({name.given, name.family, ""}) + " (" +
                  std::string(in_words(name.kind)) + ")";
    add(list, "Other names", others);
    add(list, "Date of birth", person.born_on ? in_words(*person.born_on) : "Not known");
    if (person.died_on) add(list, "Died", in_words(*person.died_on));
    add(list, "Sex", in_words(person.sex));
    add(list, "Pronouns", person.pronouns);
    if (person.upn) add(list, "UPN", person.upn->text());
    add(list, "NHS number", person.nhs_number ? "Held. Not shown here" : "");
    add(list, "Language",
        person.language + (person.needs_interpreter ? ", needs an interpreter" : ""));
    add(list, "Access needs", person.access_needs);
    return render(list);
}

Html alike_notice(const Person& person, const std::vector<PersonId>& alike)
{
    if (alike.empty()) return {};
    std::vector<Html> links;
    for (const auto& other : alike)
        links.push_back(design::link(
            page_of(person) + "/compare/" + other.text(),
            alike.size() == 1 ? std::string("Compare the two records")
                              : "Compare with record " + std::to_string(links.size() + 1) + " of " +
                                    std::to_string(alike.size())));
    return element(
        "div", {{"class", "onr-noprint"}},
        render(design::InsetText{
            .content = design::paragraph(alike.size() == 1 ? "This person may be on record twice."
                                                           : "This person may be on record several "
                                                             "times.") +
                       design::bullets(links)}));
}

} // namespace onroll::people::record_parts
