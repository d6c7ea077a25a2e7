#include "people/views_list.h"

#include "design/components/filter_form.h"
#include "design/components/pagination.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"

#include <utility>

namespace onroll::people {

namespace views_list_detail {

using design::Html;

Choices sen_choices()
{
    Choices choices;
    for (const auto status : all_sen_statuses())
        choices.emplace_back(key_of(status), in_words(status));
    return choices;
}

Choices care_choices()
{
    Choices choices;
    for (const auto care : all_care_in_list()) choices.emplace_back(key_of(care), in_words(care));
    return choices;
}

Html filter(const ListView& view)
{
    auto schools = view.schools;
    schools.emplace_back("none", "No school on record");
    design::FilterForm form{
        .action = "/people/list",
        .fields = {fields::select_any(view.filter, "school", "School", schools),
                   fields::select_any(view.filter, "sen", "Special educational needs",
                                      sen_choices()),
                   fields::select_any(view.filter, "care", "Care by a council", care_choices()),
                   fields::select_any(view.filter, "alert", "Alert on the record",
                                      {{"yes", "With an alert"}})},
        .button = "Show children",
        .label = "Narrow the list"};
    form.clear_href = "/people/list";
    return render(form);
}

Html table_of(const ListView& view)
{
    design::Table table{
        .caption = design::counted(static_cast<std::int64_t>(view.fitting), "child", "children") +
                   ", by last name",
        .head = {{"Child"},
                 {"Born"},
                 {"School"},
                 {"Special educational needs"},
                 {"Care by a council"},
                 {"Alert"}}};
    for (const auto& child : view.children)
        table.rows.push_back({{design::link("/people/" + child.id.text(), full_name(child.name))},
                              {child.born_on ? in_table(*child.born_on) : "Not known"},
                              {child.school ? view.school_name(*child.school) : "None on record"},
                              {std::string(in_words(child.sen))},
                              {std::string(in_words(child.care))},
                              {child.has_alert ? "Yes" : "No"}});
    return render_stacking(table) +
           design::page_links(view.page, view.pages, view.href_before_page);
}

std::string nothing_to_show(const ListView& view)
{
    if (view.all > 0) return "No child fits. Take a filter off.";
    return view.whole_agency
               ? "No child is on record yet. Import a list of children, or add one from a search."
               : "No child is on your caseload yet. Search for a child and open the record, or add "
                 "one.";
}

} // namespace views_list_detail

design::Html list_view(const ListView& view)
{
    using namespace views_list_detail;
    auto out =
        design::page_heading("Your children") +
        design::paragraph(view.whole_agency
                              ? "The children of your organisation. Records that are open to named "
                                "people only are left out, unless you are one of them."
                              : "The children on your caseload, your team’s, and of colleagues "
                                "whom you cover.") +
        view.views + filter(view);
    out += view.children.empty() ? design::paragraph(nothing_to_show(view)) : table_of(view);
    return out + design::paragraph(design::link("/people", "Find somebody by name"));
}

} // namespace onroll::people
