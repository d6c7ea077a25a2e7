#include "insight/views_registers.h"

#include "design/chart/figure.h"
#include "design/components/lead.h"
#include "design/components/source_line.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>
#include <map>
#include <set>
#include <variant>

namespace onroll::insight {
namespace views_registers_detail {

using design::element;
using design::Html;
using design::link;
using design::paragraph;

std::string rows_word(std::size_t count)
{
    return design::counted(static_cast<std::int64_t>(count), "school");
}

Html table_of(const RegisterGroup& group)
{
    const auto name = group.trust.empty() ? std::string("Schools without a trust") : group.trust;
    design::Table table{.caption = name + ": " + rows_word(group.rows.size()),
                        .caption_classes = "govuk-table__caption--m",
                        .head = {{.content = "School"},
                                 {.content = "Type"},
                                 {.content = "Who considers an exclusion"},
                                 {.content = "Behaviour policy"}},
                        .first_cell_is_header = true};
    for (const auto& row : group.rows)
        table.rows.push_back(
            {{.content = link("/schools/" + row.school.urn.text(), places::shown_name(row.school))},
             {.content = row.type},
             {.content = row.deciders},
             {.content = "Not held here"}});
    return render_stacking(table);
}

Html what_is_not_held()
{
    return design::section_heading("not-held", "What is not held here") +
           design::bullets(
               {"Who sits on each board, and whether there are vacancies. The school must publish "
                "this on its website.",
                "Whether a trust’s board has passed exclusions on to a local committee. The "
                "trust’s "
                "scheme of delegation says so.",
                "Each school’s behaviour policy, and when it was last changed. Maintained schools, "
                "pupil referral units and academies must have one and show it to parents."}) +
           paragraph(
               "We do not guess these. To find them, open the school’s or the trust’s website, or "
               "ask the clerk to the board.") +
           design::source_line(
               {{"Education and Inspections Act 2006, section 89", ""},
                {"Education (Independent School Standards) Regulations 2014, schedule, paragraph 9",
                 ""}});
}

} // namespace views_registers_detail

std::string deciders_of(const places::School& school)
{
    const auto law = places::law_school_type(school);
    if (std::holds_alternative<places::OutsideTheRules>(law)) return "The rules do not apply";
    if (std::holds_alternative<places::KindNotKnown>(law)) return "Type of school not known";
    switch (std::get<places::LawSchoolType>(law)) {
    case places::LawSchoolType::maintained:
        return "The governing board";
    case places::LawSchoolType::academy:
    case places::LawSchoolType::ap_academy:
        return "The academy trust’s board, or a committee that it has chosen";
    case places::LawSchoolType::pru:
        return "The management committee";
    }
    return {};
}

RegisterView register_of(const Area& area, const std::vector<places::School>& schools)
{
    RegisterView view{.area = area};
    std::map<std::string, RegisterGroup> by_trust;
    std::set<std::string> sources;
    for (const auto& school : schools) {
        if (school.status == places::SchoolStatus::closed) continue;
        const auto trust = school.trust ? school.trust->name : std::string();
        auto& group = by_trust[trust];
        group.trust = trust;
        group.rows.push_back(
            {school, std::string(places::in_words(school.kind)), deciders_of(school)});
        sources.emplace(places::in_words(school.source));
        ++view.schools;
    }
    for (auto& [name, group] : by_trust) view.groups.push_back(std::move(group));
    std::stable_sort(view.groups.begin(), view.groups.end(), [](const auto& a, const auto& b) {
        if (a.trust.empty() != b.trust.empty()) return b.trust.empty();
        return a.rows.size() > b.rows.size();
    });
    view.sources.assign(sources.begin(), sources.end());
    return view;
}

std::string register_csv(const RegisterView& view)
{
    design::chart::Rows rows{.head = {"URN", "School", "Type", "Trust",
                                      "Who considers an exclusion", "Behaviour policy"}};
    for (const auto& group : view.groups)
        for (const auto& row : group.rows)
            rows.cells.push_back({row.school.urn.text(), places::shown_name(row.school), row.type,
                                  group.trust, row.deciders, "Not held"});
    return design::chart::csv_of(rows);
}

design::Html register_view(const RegisterView& view)
{
    using namespace views_registers_detail;
    const auto heading = design::page_heading("Who runs the schools in " + view.area.name);
    if (view.schools == 0)
        return heading + design::lead("No school of this area is in the list of schools.") +
               paragraph(
                   "Once the list of schools has been loaded, this page shows each school’s type, "
                   "its trust, and who considers an exclusion there.");
    std::vector<Html> tables;
    for (const auto& group : view.groups) tables.push_back(table_of(group));
    const auto trusts = static_cast<std::size_t>(
        std::count_if(view.groups.begin(), view.groups.end(),
                      [](const auto& group) { return !group.trust.empty(); }));
    return heading +
           design::lead(Html(rows_word(view.schools) + " and " +
                             design::counted(static_cast<std::int64_t>(trusts), "trust") +
                             ": who considers an exclusion in each.")) +
           paragraph(
               "When a school excludes, a board must consider it. Which board that is depends on "
               "the type of school.") +
           design::join(tables) + what_is_not_held() +
           element("p", {{"class", "onr-src"}}, "Source: ", design::listed(view.sources), ". ",
                   link("/area/" + view.area.code.text() + "/schools.csv",
                        Html("Download as CSV") + design::visually_hidden(" the list of schools")));
}

} // namespace onroll::insight
