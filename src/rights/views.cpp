#include "rights/views.h"

#include "design/components/button.h"
#include "design/components/lead.h"
#include "design/components/notification_banner.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/markdown.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>

namespace onroll::rights {

namespace views_detail {

using design::Html;

std::string address_of(const check::CodeVersion& version)
{
    return "/check/code/" + iso(version.from);
}

std::string day_of(const Acknowledgement& one)
{
    return in_words(in_london(one.at).date);
}

std::string title_of(const check::CodeVersion& version)
{
    return design::read_markdown(version.text).title + ", from " + in_words(version.from);
}

const Acknowledgement* of(const std::vector<Acknowledgement>& kept,
                          const check::CodeVersion& version)
{
    for (const auto& one : kept)
        if (holds_for(one, version)) return &one;
    return nullptr;
}

/// The same day, another text: acknowledged before the council changed it.
bool changed_since(const std::vector<Acknowledgement>& kept, const check::CodeVersion& version)
{
    return std::any_of(kept.begin(), kept.end(),
                       [&](const auto& one) { return one.version == version.from; });
}

Html version_section(const SchoolView& view, const check::CodeVersion& version,
                     const std::function<Html(const Html&)>& form)
{
    Html content = design::section_heading("from-" + iso(version.from), title_of(version)) +
                   design::paragraph(design::link(address_of(version), "Read this version") +
                                     ", with what changed in it.");
    if (const auto* one = of(view.kept, version))
        return content + design::paragraph(design::element("strong", {}, "Acknowledged") + " on " +
                                           day_of(*one) + " by " + one->by_name + ".");
    if (changed_since(view.kept, version))
        content += design::paragraph("The council has changed the words of this version since your "
                                     "school acknowledged it. Read it again.");
    if (!view.may_acknowledge)
        return content + design::paragraph("Your school has not acknowledged this version. The "
                                           "head teacher can do it, on this page.");
    const auto inside =
        design::void_element(
            "input", {{"type", "hidden"}, {"name", "version"}, {"value", iso(version.from)}}) +
        design::void_element(
            "input", {{"type", "hidden"}, {"name", "text_print"}, {"value", print_of(version)}}) +
        render(design::Button{.content = Html("We have read it, and will keep to it") +
                                         design::visually_hidden(": " + title_of(version)),
                              .prevent_double_click = true});
    return content + form(inside);
}

design::Cell standing_cell(const SchoolStanding& school)
{
    if (school.acknowledged)
        return {.content =
                    render(design::Tag{.content = "Acknowledged", .classes = "govuk-tag--green"})};
    return {.content = render(design::Tag{.content = "Not yet", .classes = "govuk-tag--yellow"})};
}

std::string who_and_when(const SchoolStanding& school)
{
    if (school.acknowledged)
        return school.acknowledged->by_name + ", " + day_of(*school.acknowledged);
    if (school.last)
        return "Last: the version from " + in_words(school.last->version) + ", by " +
               school.last->by_name + ", " + day_of(*school.last);
    return "None so far";
}

} // namespace views_detail

design::Html school_view(const SchoolView& view,
                         const std::function<design::Html(const design::Html&)>& form)
{
    using namespace views_detail;
    Html content;
    if (view.acted_now)
        content += render(design::NotificationBanner{
            .content = "Kept. The council sees that your school has acknowledged the code.",
            .success = true});
    content +=
        design::page_heading("Code of rights", view.school) +
        design::lead("The council publishes what families, schools and the council may "
                     "expect of each other around an exclusion.") +
        design::paragraph("When you acknowledge a version, the council sees the name of your "
                          "school, your name and the day.");
    for (const auto& version : view.versions) content += version_section(view, version, form);
    return content;
}

design::Html council_view(const CouncilView& view)
{
    using namespace views_detail;
    const auto done = std::count_if(view.schools.begin(), view.schools.end(),
                                    [](const auto& one) { return one.acknowledged.has_value(); });
    Html content =
        design::page_heading("Code of rights", title_of(view.version)) +
        design::lead(std::to_string(done) + " of " +
                     design::counted(static_cast<std::int64_t>(view.schools.size()), "school") +
                     (done == 1 ? " has acknowledged it." : " have acknowledged it.")) +
        design::paragraph(design::link(address_of(view.version), "Read this version") +
                          ". A new version is a file in the folder " +
                          design::element("code", {}, "code") + " of the data folder.");
    if (view.schools.empty())
        return content + design::paragraph("No school has an account here yet. An administrator "
                                           "opens one under Organisations.");
    design::Table table{.caption = "Schools", .caption_classes = "govuk-visually-hidden"};
    table.head = {{.content = "School"}, {.content = "Standing"}, {.content = "Who, and when"}};
    for (const auto& school : view.schools)
        table.rows.push_back(
            {{.content = school.name}, standing_cell(school), {.content = who_and_when(school)}});
    return content + render_stacking(table);
}

} // namespace onroll::rights
