#include "casework/views_case_people.h"

#include "casework/rules_notices.h"

#include "design/components/summary_list.h"
#include "design/components/warning_text.h"
#include "design/page.h"

namespace onroll::casework {
namespace views_case_people_detail {

using design::element;
using design::Html;

std::string own_address(const people::Person& child)
{
    return "/people/" + child.id.text();
}

/// A number or an address, where it is safe to use it now; else the way to it, with the reason.
Html reached_by(const CasePeopleView& view, const people::FamilyMember& member)
{
    if (member.contacts.empty()) return "Nothing recorded";
    std::vector<Html> ways;
    for (const auto& line : member.contacts) {
        const auto way = std::string(people::in_words(line.channel));
        const auto reach =
            may_use(member.safe, member.tie.contact, line.channel, view.minute_of_day);
        if (reach.answer == people::ReachAnswer::yes || reach.answer == people::ReachAnswer::ask) {
            ways.emplace_back(line.value + " (" + way + ")");
            continue;
        }
        ways.push_back(
            design::link(view.address + "/people/" + member.adult.id.text() + "/reach/" +
                             std::string(people::key_of(line.channel)),
                         Html(way + ": look before you use it") +
                             design::visually_hidden(", " + people::called(member.adult.name))) +
            Html(". " + reach.reason));
    }
    return ways.size() == 1 ? ways.front() : design::bullets(ways);
}

Html adult_card(const CasePeopleView& view, std::size_t each)
{
    const auto& member = view.record.family[each];
    const auto name = people::called(member.adult.name);
    design::SummaryList list{.card = design::SummaryCard{.title = name}};
    const auto add = [&](const char* key, const Html& value) {
        list.rows.push_back({.key = {key}, .value = {value}});
    };
    add("Tie", std::string(people::in_words(member.tie.bond)));
    add("Parental responsibility", std::string(people::in_words(member.tie.responsibility)));
    add("Child lives with them", std::string(people::in_words(member.tie.care)));
    add("Reached by", reached_by(view, member));
    if (each < view.warnings.size() && !view.warnings[each].empty()) {
        std::vector<Html> items;
        for (const auto& warning : view.warnings[each]) items.emplace_back(warning);
        add("Safe contact", design::bullets(items));
    } else {
        add("Safe contact", member.safe.asked ? "Asked: any way is safe"
                                              : "Not asked yet. Ask before you ring back");
    }
    if (!member.adult.language.empty())
        add("Language", member.adult.language +
                            (member.adult.needs_interpreter ? ", needs an interpreter" : ""));
    list.card->actions.push_back(
        {.content = "What they may be told",
         .href = own_address(view.record.child) + "/family/" + member.adult.id.text(),
         .visually_hidden = name});
    return render(list);
}

} // namespace views_case_people_detail
using namespace views_case_people_detail;

design::Html case_people_view(const CasePeopleView& view)
{
    auto out = design::page_heading("People");
    if (view.record.family.empty())
        out += design::paragraph("No adult is recorded yet. Add who has parental responsibility "
                                 "and who the child lives with.");
    for (std::size_t each = 0; each < view.record.family.size(); ++each)
        out += adult_card(view, each);
    const auto& told = view.profile.told;
    out += design::section_heading("trusted", "Trusted adult at school") +
           (told.trusted_adult.empty()
                ? design::paragraph("Nobody is named yet. " +
                                    design::link(view.profile_href, "About the child"))
                : design::paragraph(told.trusted_adult +
                                    (told.trusted_role.empty() ? "" : ", " + told.trusted_role) +
                                    ". Named by: " + std::string(in_words(told.trusted_chosen_by)) +
                                    "."));
    const auto page = own_address(view.record.child);
    std::vector<Html> links{design::link(page, "The child’s record")};
    if (view.may_change) {
        links.push_back(design::link(page + "/family", "Add an adult"));
        links.push_back(design::link(page + "/orders", "Add a court order"));
        links.push_back(design::link(page + "/move", "Record a move"));
        links.push_back(design::link(page + "/schools", "Add a school"));
    }
    links.push_back(design::link(page + "/consents", "Consents and sharing"));
    return out + element("div", {{"class", "onr-noprint"}}, design::section_heading("more", "More"),
                         design::bullets(links));
}

design::Html reach_view(const ReachView& view)
{
    using people::ReachAnswer;
    auto out = forms::error_summary(view.form) + design::page_heading("Before you get in touch") +
               design::paragraph(view.way + ", " + view.name + ".");
    const bool safe = view.reach.answer == ReachAnswer::yes;
    if (safe)
        out += design::paragraph("It is safe now, as far as " + view.name + " has said.");
    else
        out += render(design::WarningText{.content = view.reach.reason});
    // The reason is the first of them, where the way itself is not safe.
    if (!view.warnings.empty()) {
        std::vector<Html> items;
        for (const auto& warning : view.warnings) items.emplace_back(warning);
        out += element("h2", {{"class", "govuk-heading-s"}}, "What to keep to") +
               design::bullets(items);
    }
    if (view.reason_given)
        out += design::paragraph("Your reason is kept with the case, in the chronology.");
    if (!view.values.empty()) {
        std::string values;
        for (const auto& value : view.values) values += (values.empty() ? "" : ", ") + value;
        out += element("p", {{"class", "govuk-body-l"}}, values);
    } else if (safe || view.reason_given) {
        out += design::paragraph("Nothing is recorded for this way.");
    }
    if (view.forbidden)
        out += design::paragraph("Nothing is shown here. If that is wrong, change it on their page "
                                 "in the child’s record.");
    else if (!safe && !view.reason_given && view.may_change)
        out += forms::posting(view.action, view.start,
                              forms::fields::long_text(
                                  view.form, "reason", "Why do you get in touch all the same?",
                                  "It is kept with the case. For example: she asked on Monday to "
                                  "be rung today at 5pm"),
                              "Show the number or address");
    return out + design::paragraph(design::link(view.people, "Back to the people of this case"));
}

} // namespace onroll::casework
