#include "places/views.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/input.h"
#include "design/components/inset_text.h"
#include "design/components/pagination.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/page.h"
#include "design/words.h"
#include "kernel/bank_holidays.h"
#include "platform/http/percent.h"

#include "places/views_calendar.h"

#include <utility>
#include <variant>

namespace onroll::places {

namespace views_detail {

using design::element;
using design::Html;
using design::link;
using design::paragraph;

Html search_form(const std::string& words)
{
    const auto field = render(design::Input{
        .name = "q",
        .id = "school-search",
        .label = {.content = "Find a school", .classes = "govuk-label--m"},
        .hint =
            design::Hint{.content = "A name, town, local authority or postcode, a URN like 107001 "
                                    "or a DfE number like 373/4200. Small spelling "
                                    "mistakes do not matter."},
        .value = words,
        .type = "search",
        .spellcheck = false});
    return element(
        "form",
        {{"action", "/schools"}, {"method", "get"}, {"role", "search"}, {"class", "onr-noprint"}},
        field, render(design::Button{.content = "Search"}));
}

std::string address_of(const School& school)
{
    std::vector<std::string> parts;
    for (const auto& part : {school.street, school.locality, school.town, school.postcode})
        if (!part.empty()) parts.push_back(part);
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string path_of(Urn urn)
{
    return "/schools/" + urn.text();
}

Html status_of(const School& school)
{
    if (school.status != SchoolStatus::closed) return {};
    return Html(" ") + render(design::status_tag(design::Status::closed));
}

Html law_words(const School& school)
{
    const auto law = law_school_type(school);
    if (const auto* outside = std::get_if<OutsideTheRules>(&law)) return outside->reason;
    if (std::holds_alternative<KindNotKnown>(law))
        return "Not known: the list that this school came from does not say what sort of school it "
               "is.";
    switch (std::get<LawSchoolType>(law)) {
    case LawSchoolType::maintained:
        return "The rules for maintained schools apply.";
    case LawSchoolType::academy:
        return "The rules for academies apply.";
    case LawSchoolType::ap_academy:
        return "The rules for alternative provision academies apply.";
    case LawSchoolType::pru:
        return "The rules for pupil referral units apply.";
    }
    return {};
}

class Facts {
public:
    void add(std::string key, Html value)
    {
        if (value.empty()) return;
        list_.rows.push_back(
            {.key = {.content = Html(key)}, .value = {.content = std::move(value)}});
    }
    Html done() const { return render(list_); }

private:
    design::SummaryList list_;
};

std::string number_and_former(const School& school)
{
    std::string text = school.laestab ? school.laestab->text() : "None";
    std::vector<std::string> former;
    for (const auto& number : school.former_laestabs) former.push_back(number.text());
    if (!former.empty()) text += " (before: " + design::listed(former) + ")";
    return text;
}

Html pupils_words(const School& school)
{
    if (!school.pupils) return {};
    auto text = design::with_thousands(school.pupils->pupils);
    if (school.pupils->counted_on) text += ", counted on " + in_words(*school.pupils->counted_on);
    return text;
}

Html facts_of(const SchoolView& view)
{
    const auto& school = view.school;
    Facts facts;
    facts.add("Type of school", Html(in_words(school.kind)));
    facts.add("Exclusion rules", law_words(school));
    if (school.phase != Phase::unknown && school.phase != Phase::none)
        facts.add("Phase", Html(in_words(school.phase)));
    facts.add("Status", Html(in_words(school.status)));
    if (school.opened_on) facts.add("Opened", Html(in_words(*school.opened_on)));
    if (school.closed_on) facts.add("Closed", Html(in_words(*school.closed_on)));
    facts.add("Local authority",
              Html(view.authority_name.empty()
                       ? school.authority.text()
                       : view.authority_name + " (" + school.authority.text() + ")"));
    if (school.trust) facts.add("Trust", Html(school.trust->name));
    facts.add("Address", Html(address_of(school)));
    facts.add("Pupils", pupils_words(school));
    facts.add("URN", Html(school.urn.text()));
    facts.add("DfE number", Html(number_and_former(school)));
    if (!school.as_recorded.type.empty())
        facts.add("Type as recorded", Html(school.as_recorded.type));
    facts.add("Source", Html(in_words(school.source)));
    return facts.done();
}

Html links_of(const SchoolView& view)
{
    if (view.links.empty()) return {};
    std::vector<Html> items;
    for (const auto& one : view.links) {
        const auto name =
            one.other_name.empty() ? "School with URN " + one.other.text() : one.other_name;
        auto item = Html(one.as_recorded.empty() ? "Linked" : one.as_recorded) + ": " +
                    link(path_of(one.other), name);
        if (one.since) item += Html(", from " + in_words(*one.since));
        items.push_back(std::move(item));
    }
    return design::section_heading("linked", "Before and after") + design::bullets(items);
}

/// "120 schools found", with which of them this page shows where it does not show all.
std::string caption_of(const SchoolListView& view)
{
    const auto all = design::counted(static_cast<std::int64_t>(view.of_all), "school") + " found";
    if (view.of_all <= schools_on_a_page) return all;
    const auto before = static_cast<std::size_t>(view.page - 1) * schools_on_a_page;
    return all + ", those that fit best first: " + std::to_string(before + 1) + " to " +
           std::to_string(before + view.found.size());
}

} // namespace views_detail

design::Html school_list_view(const SchoolListView& view)
{
    using namespace views_detail;
    Html page = design::page_heading("Schools") + search_form(view.words);
    if (view.words.empty()) {
        if (view.schools == 0)
            return page + paragraph("There are no schools here yet. An administrator can import "
                                    "the register of schools with the command "
                                    "onroll places import.");
        return page + paragraph(design::counted(view.schools, "school") + " can be found here.");
    }
    if (view.found.empty())
        return page + design::section_heading("results", "No school found") +
               design::bullets({"Check the number, or try fewer words.",
                                "Try the name of the town, or the first half of the postcode.",
                                "Schools in Wales, Scotland and Northern Ireland are not here."});
    design::Table table{.caption = caption_of(view),
                        .caption_classes = "govuk-table__caption--m",
                        .head = {{.content = "School"},
                                 {.content = "Where"},
                                 {.content = "Type"},
                                 {.content = "URN"}},
                        .first_cell_is_header = true};
    for (const auto& [school, by] : view.found) {
        const auto authority = view.authority_names.find(school.authority);
        auto where = school.town;
        if (!school.postcode.empty()) where += (where.empty() ? "" : ", ") + school.postcode;
        if (where.empty() && authority != view.authority_names.end()) where = authority->second;
        table.rows.push_back(
            {{.content = link(path_of(school.urn), shown_name(school)) + status_of(school)},
             {.content = Html(where)},
             {.content = Html(in_words(school.kind))},
             {.content = Html(school.urn.text())}});
    }
    const auto pages = static_cast<int>((view.of_all + schools_on_a_page - 1) / schools_on_a_page);
    return page + render_stacking(table) +
           design::page_links(view.page, pages,
                              "/schools?q=" + http::percent_encoded(view.words) + "&page=");
}

design::Html school_view(const SchoolView& view)
{
    using namespace views_detail;
    return design::page_heading(shown_name(view.school)) + facts_of(view) + links_of(view) +
           calendar_view(view);
}

} // namespace onroll::places
