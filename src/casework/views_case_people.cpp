#include "casework/views_case_people.h"

#include "design/components/summary_list.h"
#include "design/page.h"

namespace onroll::casework {
namespace views_case_people_detail {

using design::element;
using design::Html;

std::string own_address(const people::Person& child)
{
    return "/people/" + child.id.text();
}

std::string reached_by(const people::FamilyMember& member)
{
    std::string words;
    for (const auto& line : member.contacts)
        words += (words.empty() ? "" : ", ") + line.value + " (" +
                 std::string(people::in_words(line.channel)) + ")";
    return words.empty() ? "Nothing recorded" : words;
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
    add("Reached by", reached_by(member));
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

} // namespace onroll::casework
