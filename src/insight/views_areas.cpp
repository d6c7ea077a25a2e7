#include "insight/views_areas.h"

#include "design/components/button.h"
#include "design/components/error_summary.h"
#include "design/components/input.h"
#include "design/components/lead.h"
#include "design/page.h"
#include "design/words.h"

#include <set>

namespace onroll::insight {
namespace views_areas_detail {

using design::element;
using design::Html;
using design::link;
using design::paragraph;

Html choose_form(const AreaListView& view)
{
    std::vector<Html> names;
    std::string example = "For example Somerset, or 933";
    if (!view.regions.empty() && !view.regions.front().areas.empty()) {
        const auto& first = view.regions.front().areas.front();
        example = "For example " + first.name + ", or " + first.code.text();
    }
    for (const auto& region : view.regions)
        for (const auto& area : region.areas)
            names.push_back(design::element("option", {{"value", area.name}}));
    design::Input input{
        .name = "name",
        .id = "name",
        .label = {.content = "Name or code of the area", .classes = "govuk-label--m"},
        .hint = design::Hint{.content = example},
        .value = view.not_found,
        .classes = "govuk-input--width-20",
        .autocomplete = "off",
        .attributes = {{"list", "area-names"}}};
    if (!view.not_found.empty())
        input.error = design::ErrorMessage{.content = "Enter the name of a council in England"};
    return element("form", {{"action", "/area"}, {"method", "get"}, {"class", "onr-noprint"}},
                   render(input), element("datalist", {{"id", "area-names"}}, names),
                   render(design::Button{.content = "Show this area"}));
}

Html regions_of(const AreaListView& view)
{
    std::vector<Html> parts;
    for (const auto& region : view.regions) {
        std::vector<Html> items;
        for (const auto& area : region.areas)
            items.push_back(link("/area/" + area.code.text(), area.name));
        parts.push_back(element("div", {{"class", "onr-columns__part"}},
                                element("h3", {{"class", "govuk-heading-s"}}, region.name),
                                design::bullets(items)));
    }
    return design::section_heading("regions", "By region") +
           element("div", {{"class", "onr-columns"}}, parts);
}

Html map_of(const AreaListView& view)
{
    if (!view.map) return {};
    return design::section_heading("on-a-map", "On a map") +
           paragraph(element("a", {{"class", "govuk-link"}, {"href", "#regions"}},
                             "Go past the map to the list of areas")) +
           render(*view.map);
}

} // namespace views_areas_detail

design::Html no_statistics_view()
{
    using namespace views_areas_detail;
    return design::lead("There are no statistics here yet.") +
           paragraph(
               "This page shows what the Department for Education publishes about each area: how "
               "many pupils are suspended or excluded, and how that compares.") +
           paragraph(
               "The person who looks after this site can load the official files, which are free "
               "to use. On the server, the command is:") +
           element("pre", {{"class", "onr-code"}, {"tabindex", "0"}},
                   element("code", {}, "onroll insight import FILE --data FOLDER")) +
           paragraph("The guide “Load the official statistics” says which files to download.");
}

design::Html area_list_view(const AreaListView& view)
{
    using namespace views_areas_detail;
    Html errors;
    if (!view.not_found.empty())
        errors = render(
            design::ErrorSummary{.errors = {{"Enter the name of a council in England", "#name"}}});
    const auto heading = design::page_heading("The area’s figures");
    if (!view.has_figures) return errors + heading + no_statistics_view();
    return errors + heading +
           design::lead(
               "How many pupils are suspended or excluded in each area of England, how sure "
               "that is, and how it compares.") +
           choose_form(view) +
           paragraph(link("/area/compare", "Compare several areas") + Html(" or read ") +
                     link("/area/method", "how the figures are worked out") + Html(" and ") +
                     link("/area/limits", "what they do not show") + Html(".")) +
           map_of(view) + regions_of(view);
}

} // namespace onroll::insight
