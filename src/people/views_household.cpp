#include "people/views_household.h"

#include "design/components/table.h"
#include "design/page.h"

namespace onroll::people {

namespace views_household_detail {

std::string when(const HouseholdMember& member)
{
    return member.until ? in_words(member.from) + " to " + in_words(*member.until)
                        : "Since " + in_words(member.from);
}

} // namespace views_household_detail

design::Html household_view(const HouseholdView& view)
{
    using namespace views_household_detail;
    design::Html out = error_summary(view.form) + view.top;
    if (view.households.empty())
        out += design::paragraph("No household is recorded yet. A child may live in two.");
    for (const auto& household : view.households) {
        design::Table table{.caption = household.name,
                            .caption_classes = "govuk-table__caption--m",
                            .head = {{"Who"}, {"When"}}};
        for (const auto& member : household.members)
            table.rows.push_back(
                {{design::link("/people/" + member.person.text(), member.name)}, {when(member)}});
        out += render(table);
        if (view.may_change)
            out += design::paragraph(design::link(view.action + "/" + household.id.text(),
                                                  "Somebody left " + household.name));
    }
    if (!view.may_change) return out;
    out += design::section_heading("new", "Record a household");
    if (view.near.empty())
        return out + design::paragraph("Add the adults of the child first: then say who of them "
                                       "lives with the child.");
    return out +
           posting(view.action, view.start,
                   fields::text(view.form, "name", "What do you call it?",
                                "For example, “With their grandmother”. Write no address here.") +
                       fields::checkboxes(view.form, "with", "Who lives there with the child?",
                                          view.near) +
                       fields::date(view.form, "from", "Since when?"),
                   "Save the household");
}

design::Html leave_view(const LeaveView& view)
{
    Choices who;
    for (const auto& member : view.household.members)
        if (!member.until) who.emplace_back(member.person.text(), member.name);
    return error_summary(view.form) + view.top +
           design::element("h2", {{"class", "govuk-heading-m"}}, view.household.name) +
           (who.empty()
                ? design::paragraph("Nobody lives there any more.")
                : posting(view.action, view.start,
                          fields::radios(view.form, "who", "Who left?", who) +
                              fields::date(view.form, "until", "What was their last day there?"),
                          "Record that they left"));
}

} // namespace onroll::people
