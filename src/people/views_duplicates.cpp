#include "people/views_duplicates.h"

#include "design/components/inset_text.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/page.h"
#include "design/words.h"

namespace onroll::people {

namespace views_duplicates_detail {

using design::element;
using design::Html;

std::string written(const Person& person)
{
    return full_name(person.name) + ", born " +
           (person.born_on ? in_words(*person.born_on) : std::string("on a day not known"));
}

Html pairs_table(const std::vector<PairRow>& pairs, std::string_view caption,
                 std::string_view beside)
{
    design::Table table{
        .caption = std::string(caption),
        .head = {{"One record"}, {"The other record"}, {std::string(beside)}, {"Look"}}};
    for (const auto& pair : pairs)
        table.rows.push_back(
            {{written(pair.one)},
             {written(pair.other)},
             {pair.beside},
             {design::link("/people/" + pair.one.id.text() + "/compare/" + pair.other.id.text(),
                           Html("Compare") +
                               design::visually_hidden(" the records of " + called(pair.one.name) +
                                                       " and " + called(pair.other.name)))}});
    return render_stacking(table);
}

Html compared_table(const CompareView& view)
{
    design::Table table{
        .caption = "Side by side",
        .head = {{"Fact"}, {"This record"}, {"The other record"}, {"Same or different?"}},
        .first_cell_is_header = true};
    for (const auto& one : view.rows)
        table.rows.push_back({{one.what},
                              {one.kept.empty() ? "Blank" : one.kept},
                              {one.joined.empty() ? "Blank" : one.joined},
                              {render(design::Tag{.content = one.differs ? "Different" : "Same",
                                                  .classes = one.differs ? "govuk-tag--yellow"
                                                                         : "govuk-tag--green"})}});
    return render_stacking(table);
}

/// What stands between the two already.
Html state_of(const CompareView& view)
{
    if (!view.found_apart.empty())
        return render(design::InsetText{.content = "Found to be two people by " + view.found_apart +
                                                   ". They are not suggested any more."});
    if (!view.agree.empty())
        return render(design::InsetText{
            .content = view.waiting_for_me
                           ? view.proposed_by + " has proposed to join these records. You can "
                                                "agree, if you find that they are one person."
                           : std::string("You have proposed to join these records. A colleague "
                                         "must agree.")});
    return render(design::InsetText{
        .content = view.agreeing.size() >= 2
                       ? "Two identifiers agree, so the records are joined at once."
                       : "A colleague must agree before the records are joined."});
}

} // namespace views_duplicates_detail

using namespace views_duplicates_detail;

Html duplicates_view(const DuplicatesView& view)
{
    Html out = design::page_heading("Records that may be of one child");
    out += design::paragraph("A child can be on record twice: after a move, a change of name or a "
                             "slip in spelling. Compare the two. Then join them, or say that they "
                             "are two people.");
    if (!view.waiting.empty())
        out += design::section_heading("waiting", "Waiting for a second person") +
               pairs_table(view.waiting, "Proposed to be joined", "Proposed");
    out += design::section_heading("alike", "Records that look alike");
    if (!view.alike.empty()) out += pairs_table(view.alike, "Nobody has compared these", "Why");
    if (view.looked_until)
        return out +
               design::paragraph("Looked through: children born up to " +
                                 in_words(*view.looked_until) + ".") +
               design::paragraph(design::link("/people/duplicates?after=" + iso(*view.looked_until),
                                              "Look through those born later"));
    if (view.alike.empty())
        out += design::paragraph(view.from_start ? "No two records that you may join look alike."
                                                 : "No more records that you may join look alike.");
    if (!view.from_start)
        out += design::paragraph(design::link("/people/duplicates", "Look from the start again"));
    return out;
}

Html compare_view(const CompareView& view)
{
    Html out = error_summary(view.errors) + view.top;
    out += compared_table(view);
    std::vector<std::string> agreeing(view.agreeing.begin(), view.agreeing.end());
    out += design::paragraph(agreeing.empty() ? "No identifier agrees."
                                              : "These agree: " + design::listed(agreeing) + ".");
    out += design::paragraph(
        Html("Open ") + design::link("/people/" + view.kept.id.text(), "this record") +
        Html(" or ") + design::link("/people/" + view.joined.id.text(), "the other record") +
        Html("."));
    if (!view.may_merge) return out;
    out += state_of(view);
    out += design::paragraph("Joining changes no fact of either record. Where they differ, this "
                             "record’s fact is shown. It can be undone at any time.");
    if (view.agree.empty())
        out += design::paragraph(
            design::link("/people/" + view.joined.id.text() + "/compare/" + view.kept.id.text(),
                         "Show the other record’s facts instead"));
    if (view.agree.empty())
        out += posting(view.action, view.start, Html{}, "They are one person");
    else if (view.waiting_for_me)
        out += posting(view.agree, view.start, Html{}, "Agree: they are one person");
    if (view.found_apart.empty())
        out += act_beside(view.action + "/apart", view.start, Html{}, "They are two people");
    return out;
}

} // namespace onroll::people
