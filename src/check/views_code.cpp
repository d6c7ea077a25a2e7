#include "check/views_code.h"

#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/markdown.h"
#include "design/page.h"

namespace onroll::check {

namespace views_code_detail {

using design::Html;

std::string address_of(const CodeVersion& version)
{
    return "/check/code/" + iso(version.from);
}

/// Where this version stands among the others.
Html standing(const CodeShown& shown)
{
    const auto from = in_words(shown.version->from);
    if (shown.now == shown.version)
        return design::paragraph("In force since " + from + ". This version has its own address: " +
                                 design::link(address_of(*shown.version), from) + ".");
    if (shown.now && shown.version->from < shown.now->from)
        return render(design::InsetText{
            .content = Html("This is an older version, from " + from + ". ") +
                       design::link("/check/code", "See the one that holds now")});
    return render(design::InsetText{.content = "This version holds from " + from + "."});
}

Html changes_view(const CodeVersion& older, const CodeVersion& newer)
{
    std::vector<Html> added, taken_out;
    for (const auto& change : changes_between(older.text, newer.text))
        (change.added ? added : taken_out).push_back(Html(change.words));
    Html content = design::section_heading("changed", "What changed in this version");
    const auto list = [&](const char* title, const std::vector<Html>& items) {
        if (!items.empty())
            content += design::element("h3", {{"class", "govuk-heading-s"}}, title) +
                       design::bullets(items);
    };
    list("Added", added);
    list("Taken out", taken_out);
    if (added.empty() && taken_out.empty()) content += design::paragraph("No words changed.");
    return content;
}

} // namespace views_code_detail

CodePage code_view(const CodeShown& shown)
{
    using namespace views_code_detail;
    const auto text = design::read_markdown(shown.version->text);
    const auto& versions = *shown.versions;
    auto title = text.title;
    if (shown.now != shown.version) title += ", from " + in_words(shown.version->from);
    Html content = design::page_heading(title) + standing(shown) + text.body;
    for (std::size_t i = 1; i < versions.size(); ++i)
        if (&versions[i] == shown.version) content += changes_view(versions[i - 1], versions[i]);
    std::vector<design::Line> all;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version)
        all.push_back(
            {.main = design::link(address_of(*version), "From " + in_words(version->from)),
             .note = &*version == shown.now ? Html("In force") : Html{}});
    content += design::section_heading("versions", "All versions") + design::lines(all);
    content += design::paragraph(design::link("/check", "Check what happened to your child") +
                                 ". " + design::link("/check/schools", "For schools") + ".");
    return {std::move(title), std::move(content)};
}

} // namespace onroll::check
