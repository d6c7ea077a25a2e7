#include "people/views_import_rows.h"

#include "design/components/inset_text.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>

namespace onroll::people {

namespace views_import_rows_detail {

using design::Html;

std::string row_words(std::size_t number)
{
    return "Row " + std::to_string(number);
}

void add_of_row(design::SummaryList& list, std::string_view key, std::string_view value)
{
    if (!value.empty()) list.rows.push_back({.key = {key}, .value = {value}});
}

Html stated(const ListedChild& listed, const std::string& school)
{
    design::SummaryList list;
    add_of_row(list, "Name", full_name(listed.details.name));
    add_of_row(list, "Date of birth",
               listed.details.born_on ? in_words(*listed.details.born_on) : std::string());
    add_of_row(list, "UPN", listed.details.upn ? listed.details.upn->text() : std::string());
    add_of_row(list, "Home", listed.address ? shown_address(*listed.address) : std::string());
    add_of_row(list, "School", school);
    add_of_row(list, "Care by a council", listed.care ? said_of(*listed.care) : std::string());
    std::vector<std::string> parents;
    for (const auto& parent : listed.parents) parents.push_back(called(parent.name));
    add_of_row(list, "Adults", parents.empty() ? std::string() : design::listed(parents));
    return render(list);
}

Html alike_table(const HeldRowView& view)
{
    if (view.alike.empty())
        return design::paragraph("No record that you may change is like this row.");
    design::Table table{.caption = "Records that may be of this child",
                        .head = {{"Record"}, {"What agrees"}, {"Look"}}};
    for (const auto& one : view.alike)
        table.rows.push_back({{full_name(one.person.name) + ", born " +
                               (one.person.born_on ? in_words(*one.person.born_on)
                                                   : std::string("on a day not known"))},
                              {one.agrees},
                              {design::link(view.list + "/rows/" + std::to_string(view.row.number) +
                                                "/compare/" + one.person.id.text(),
                                            Html("Compare") + design::visually_hidden(
                                                                  " the row with the record of " +
                                                                  called(one.person.name)))}});
    return render_stacking(table);
}

Html settled_row(const HeldRowView& view)
{
    Html out = render(design::InsetText{.content = view.settled + "."});
    if (view.row.person && view.may_open_person)
        out += design::paragraph(
            design::link("/people/" + view.row.person->text(), "Open the record"));
    if (view.may_take_back)
        out += act_beside(view.list + "/rows/" + std::to_string(view.row.number) + "/undo",
                          view.start, Html{}, "Take this back");
    return out;
}

} // namespace views_import_rows_detail

using namespace views_import_rows_detail;

Html held_lines(const std::string& list, const std::vector<HeldLine>& lines)
{
    if (lines.empty()) return {};
    design::Table table{.caption = "Rows that somebody must look at",
                        .head = {{"Row"}, {"Why"}, {"Settled"}, {"Look"}}};
    for (const auto& line : lines) {
        const auto number = std::to_string(line.number);
        table.rows.push_back({{number},
                              {line.why},
                              {line.settled.empty() ? "Not yet" : line.settled},
                              {design::link(list + "/rows/" + number,
                                            Html(line.settled.empty() ? "Settle" : "Look at") +
                                                design::visually_hidden(" row " + number))}});
    }
    return render_stacking(table);
}

Html held_row_view(const HeldRowView& view)
{
    Html out = error_summary(view.errors) +
               design::page_heading(row_words(view.row.number) + " of the list");
    out += design::paragraph("Why it waits: " + view.row.reason + ".");
    if (!view.listed) out += design::paragraph(view.not_kept);
    if (view.listed)
        out += design::section_heading("stated", "What the row says") +
               stated(*view.listed, view.school);
    if (view.row.settled_at) return out + settled_row(view);
    if (!view.listed) return out;
    out += design::section_heading("alike", "Is the child on record?") + alike_table(view);
    if (!view.alike.empty())
        out += design::paragraph("Compare first. If it is none of them, make a record from the "
                                 "row: the records are then not suggested as one child again.");
    else if (view.row.reason != much_like)
        out += design::paragraph("If the child has no record, make one from the row.");
    return out + posting(view.list + "/rows/" + std::to_string(view.row.number) + "/another",
                         view.start, Html{}, "Another child: make a record");
}

Html row_beside_view(const RowBesideView& view)
{
    Html out = error_summary(view.errors) + view.top;
    design::Table table{.caption = "Side by side",
                        .head = {{"Fact"}, {"In the list"}, {"On record"}, {"Same or different?"}},
                        .first_cell_is_header = true};
    for (const auto& one : view.beside.rows)
        table.rows.push_back({{one.what},
                              {one.kept.empty() ? "Blank" : one.kept},
                              {one.joined.empty() ? "Blank" : one.joined},
                              {render(design::Tag{.content = one.differs ? "Different" : "Same",
                                                  .classes = one.differs ? "govuk-tag--yellow"
                                                                         : "govuk-tag--green"})}});
    out += render_stacking(table);
    auto changes = view.beside.changes;
    for (auto& field : changes) std::replace(field.begin(), field.end(), '_', ' ');
    out += design::paragraph(
        changes.empty()
            ? "If it is the same child, nothing in the record changes."
            : "If it is the same child, the record takes over: " + design::listed(changes) +
                  ". What it held before stays in the history.");
    if (!view.beside.doubt.empty())
        out += design::paragraph("Not taken over. " + view.beside.doubt + ".");
    return out +
           posting(view.row + "/compare/" + view.person.id.text(), view.start, Html{},
                   "The same child") +
           act_beside(view.row + "/another", view.start, Html{}, "Another child: make a record");
}

} // namespace onroll::people
