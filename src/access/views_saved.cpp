#include "access/views_saved.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/page.h"
#include "forms/form_start.h"

namespace onroll::access {
namespace views_saved_detail {

using design::element;
using design::Html;

Html view_link(const SavedViewLink& view, const std::string& agency_name)
{
    const auto whose = view.is_shared ? Html(" (") + Html(agency_name) + Html(")") : Html{};
    if (view.is_in_use)
        return element("b", {{"dir", "auto"}}, view.name) + Html(", shown now") + whose;
    return element("a", {{"class", "govuk-link"}, {"href", view.href}, {"dir", "auto"}},
                   view.name) +
           whose;
}

Html name_and_reader(const SavedViewForm& view)
{
    Html inside =
        forms::fields::text(view.form, "view_name", "Name of the view",
                            "For example: Waiting and urgent. Do not name a child or a family.",
                            "govuk-input--width-20");
    if (view.is_own)
        inside += forms::fields::radios(
            view.form, "shared", "Who finds it beside the list?",
            {{"no", "Only me"},
             {"yes", "Everybody at " + view.agency_name + " who can see this list"}});
    for (const auto& field : view.asked) inside += forms::fields::hidden(field.name, field.value);
    return inside;
}

Html what_it_shows(const SavedViewForm& view)
{
    const auto banner = view.form.is_draft ? forms::draft_banner() : Html{};
    return view.in_words.empty() ? banner
                                 : banner + design::paragraph("It shows: " + view.in_words);
}

} // namespace views_saved_detail
using namespace views_saved_detail;

Html saved_view_links(const SavedViewLinks& links)
{
    Html inside;
    if (links.is_missing)
        inside += design::paragraph("The view of this address is not there any more, or somebody "
                                    "keeps it for themselves. This is the whole list.");
    std::vector<Html> items;
    for (const auto& view : links.views) items.push_back(view_link(view, links.agency_name));
    if (!items.empty())
        inside +=
            element("h2", {{"class", "govuk-heading-s govuk-!-margin-bottom-1"}}, "Saved views") +
            design::bullets(items);
    if (!links.change.empty())
        inside += design::paragraph(design::link(links.change, "Rename or delete this view"));
    if (!links.save.empty())
        inside += design::paragraph(design::link(links.save, "Save this view"));
    if (inside.str().empty()) return {};
    return element("nav", {{"class", "onr-noprint"}, {"aria-label", "Saved views"}}, inside);
}

Html new_saved_view(const SavedViewForm& view)
{
    return forms::error_summary(view.form) + design::page_heading("Save this view") +
           what_it_shows(view) +
           forms::posting(view.action, view.start, name_and_reader(view), "Save the view") +
           design::paragraph(design::link(view.leave, "Leave without saving"));
}

Html change_saved_view_page(const SavedViewForm& view)
{
    const auto deleting = forms::act_beside(view.action + "/delete", view.delete_start, Html{},
                                            "Delete this view", forms::Weight::warning);
    return forms::error_summary(view.form) + design::page_heading("Change a saved view") +
           what_it_shows(view) +
           forms::posting(view.action, view.start, name_and_reader(view), "Save the changes") +
           render(design::Details{
               .summary = "Delete this view",
               .content = design::paragraph("Only the name and its filters go. Everything that it "
                                            "shows stays.") +
                          deleting}) +
           design::paragraph(design::link(view.leave, "Leave without saving"));
}

} // namespace onroll::access
