#include "people/views_record.h"

#include "people/rules_contact.h"
#include "people/views_record_parts.h"

#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/page.h"

namespace onroll::people {

namespace views_adult_detail {

using design::element;
using design::Html;
using namespace record_parts;

std::string_view tag_of(RightAnswer answer)
{
    return answer == RightAnswer::yes  ? "govuk-tag--green"
           : answer == RightAnswer::no ? "govuk-tag--red"
                                       : "govuk-tag--yellow";
}

std::string_view word_of(RightAnswer answer)
{
    return answer == RightAnswer::yes ? "Yes" : answer == RightAnswer::no ? "No" : "Ask first";
}

} // namespace views_adult_detail

using namespace views_adult_detail;

Html adult_view(const AdultView& view)
{
    Html out = identity_bar("An adult’s record", view.adult, view.warnings, view.today);
    out += alike_notice(view.adult, view.alike) + details_list(view.adult);
    design::SummaryList contact;
    for (const auto& line : view.contacts) add_reach(contact, line, view.safe, view.contact);
    const auto* home = present_home(view.addresses, view.today);
    if (home) add(contact, "Home", shown_address(home->where));
    if (!contact.rows.empty())
        out += design::section_heading("contact", "Contact") + render(contact);
    std::vector<Html> children;
    for (const auto& [child, tie] : view.children)
        children.push_back(
            design::link(page_of(child) + "/family/" + view.adult.id.text(), called(child.name)) +
            Html(". " + std::string(in_words(tie.bond))));
    if (!children.empty())
        out += design::section_heading("children", "Children") + design::bullets(children);
    out += change_link(view.may_change, page_of(view.adult) + "/edit", "Change details");
    out += change_link(view.may_move, page_of(view.adult) + "/move", "Record a move");
    out += change_link(view.may_change, page_of(view.adult) + "/names", "Other names");
    out += change_link(view.may_change, page_of(view.adult) + "/death", "Record a death");
    out += change_link(view.may_declare, page_of(view.adult) + "/own",
                       "This is my own or a relative’s record");
    out += change_link(true, page_of(view.adult) + "/history", "History and merged records");
    if (!view.more.empty())
        out += design::section_heading("more", "More") + design::bullets(view.more);
    return out;
}

Html rights_view(const RightsView& view)
{
    const auto name = called(view.member.adult.name);
    Html out = identity_bar("An adult of the child", view.child, view.alerts, view.today);
    out += element("h2", {{"class", "govuk-heading-m"}}, name);
    design::SummaryList contact;
    add(contact, "Tie", in_words(view.member.tie.bond));
    add(contact, "Parental responsibility", in_words(view.member.tie.responsibility));
    add(contact, "Child lives with them", in_words(view.member.tie.care));
    add(contact, "Contact", in_words(view.member.tie.contact));
    for (const auto& line : view.member.contacts)
        add_reach(contact, line, view.member.safe, view.member.tie.contact);
    out += render(contact);
    out += change_link(view.may_change,
                       page_of(view.child) + "/family/" + view.member.adult.id.text() + "/edit",
                       "Change the tie and how to make contact");
    design::Table table{.caption = "What " + name + " may be told and asked",
                        .head = {{"Question"}, {"Answer"}, {"Why"}}};
    const auto answer = [&](std::string_view question, const Right& right) {
        table.rows.push_back(
            {{question},
             {render(design::Tag{.content = word_of(right.answer),
                                 .classes = std::string(tag_of(right.answer))})},
             {Html(right.reason) + design::void_element("br") +
              element("span", {{"class", "govuk-hint govuk-!-font-size-16"}}, right.source)}});
    };
    answer("Is a parent for the school", view.rights.parent_in_education_law);
    answer("Must be told of an exclusion", view.rights.exclusion_notice);
    answer("May ask for the school record", view.rights.education_record);
    answer("May be told where the child lives", view.rights.where_child_lives);
    answer("May be contacted about the child", view.rights.may_be_contacted);
    answer("May give consent and agree", view.rights.may_decide);
    out += render_stacking(table);
    if (view.copy) {
        design::SummaryList copy;
        add(copy, "Child", view.copy->child);
        add(copy, "Home", view.copy->home);
        std::string schools;
        for (const auto& place : view.copy->schools)
            schools += (schools.empty() ? "" : "; ") + view.school_name(place.school);
        if (view.copy->schools_withheld)
            schools += std::string(schools.empty() ? "" : "; ") + "the present school is withheld";
        add(copy, "Schools", schools);
        out += design::section_heading("copy", "What a letter to them may say") + render(copy);
    }
    return out;
}

} // namespace onroll::people
