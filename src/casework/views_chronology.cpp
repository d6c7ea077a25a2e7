#include "casework/views_chronology.h"

#include "casework/types_actions.h"
#include "casework/typed_words.h"

#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/filter_form.h"
#include "design/components/inset_text.h"
#include "design/components/tag.h"
#include "design/components/textarea.h"
#include "design/components/work_list.h"
#include "design/page.h"
#include "platform/clock/clock.h"

#include <utility>

namespace onroll::casework {
namespace views_chronology_detail {

using design::Html;

/// In a list; the entry's own page has all of it.
constexpr std::size_t longest_shown = 900;

/// The first words of a long text, cut between words.
std::string beginning_of(const std::string& words)
{
    if (words.size() <= longest_shown) return words;
    auto end = words.find_last_of(" \n", longest_shown);
    if (end == std::string::npos || end < longest_shown / 2) {
        end = longest_shown;
        while ((static_cast<unsigned char>(words[end]) & 0xc0) == 0x80) --end;
    }
    return words.substr(0, end) + " …";
}

std::string by_and_time(const ChronologyLine& line)
{
    std::string words;
    if (!line.by.empty()) words = "by " + line.by;
    if (line.entry.took && line.entry.took->count() > 0)
        words += (words.empty() ? "" : ", ") + hours_in_words(*line.entry.took);
    return words;
}

Html files_of(const ChronologyEntry& entry)
{
    if (entry.attached.empty()) return {};
    design::HtmlWriter out;
    out.open("p", {{"class", "govuk-body"}});
    out.add(entry.attached.size() == 1 ? "File: " : "Files: ");
    bool first = true;
    for (const auto& name : entry.attached) {
        if (!std::exchange(first, false)) out.add(", ");
        out.add(design::element("span", {{"dir", "auto"}}, name));
    }
    out.close();
    return std::move(out).done();
}

design::TimelineItem item_of(const ChronologyLine& line, NamesShown names)
{
    const auto& entry = line.entry;
    Html content;
    if (!entry.detail.empty())
        content += design::element("div", {{"dir", "auto"}, {"class", "onr-as-typed"}},
                                   beginning_of(entry.detail));
    content += files_of(entry);
    for (const auto& finding : line.findings)
        content += design::element(
            "p", {{"class", "govuk-body"}},
            render(design::Tag{.content = "Finding", .classes = "govuk-tag--blue"}),
            " " + finding.title + ". ", design::link(finding.source.href, finding.source.words));
    // An entry's own page names everybody.
    const bool is_link = !entry.href.empty() && names == NamesShown::as_recorded;
    return {.title = is_link ? design::link(entry.href, entry.title) : Html(entry.title),
            .by = by_and_time(line),
            .iso = iso(entry.on),
            .when = when_in_words(entry),
            .content = content};
}

Html timeline_of(const std::vector<ChronologyLine>& lines, NamesShown names, int level)
{
    design::Timeline timeline{.heading_level = level};
    for (const auto& line : lines) timeline.items.push_back(item_of(line, names));
    return render(timeline);
}

Html filter_form(const ChronologyView& view)
{
    forms::FormView form;
    for (const auto kind : view.filter.kinds) form.values.add("kind", std::string(key_of(kind)));
    form.values.add("names", std::string(key_of(view.filter.names)));
    if (view.filter.from) add_day(form.values, "from", *view.filter.from);
    if (view.filter.until) add_day(form.values, "until", *view.filter.until);
    forms::Choices kinds;
    for (const auto kind : all_entry_kinds()) kinds.emplace_back(key_of(kind), in_words(kind));
    forms::Choices names;
    for (const auto way : all_names_shown()) names.emplace_back(key_of(way), in_words(way));
    const auto narrowing = render(
        design::FilterForm{.action = view.address + "/chronology",
                           .fields = {forms::fields::checkboxes(form, "kind", "Show only", kinds),
                                      forms::fields::date(form, "from", "From"),
                                      forms::fields::date(form, "until", "Up to and including"),
                                      forms::fields::radios(form, "names", "Names", names)},
                           .button = "Show",
                           .label = "Narrow the chronology"});
    // On a telephone it would stand before every entry.
    return render(design::Details{.summary = "Show only some of it, or without names",
                                  .content = narrowing,
                                  .open = view.filter != ChronologyFilter{}});
}

Html hidden_filter(const ChronologyFilter& filter)
{
    Html out;
    for (const auto kind : filter.kinds) out += forms::fields::hidden("kind", key_of(kind));
    http::Fields days;
    if (filter.from) add_day(days, "from", *filter.from);
    if (filter.until) add_day(days, "until", *filter.until);
    for (const auto& day : days) out += forms::fields::hidden(day.name, day.value);
    return out + forms::fields::hidden("names", key_of(filter.names));
}

Html paper_form(const ChronologyView& view)
{
    Html inside = hidden_filter(view.filter);
    if (view.filter.names != NamesShown::as_recorded)
        inside += render(design::Textarea{
            .name = "more_names",
            .label = {.content = "Other names to hide (optional)"},
            .hint = design::Hint{.content = "One on each line. Friends, other pupils and staff who "
                                            "are named in notes, but nowhere on record, are only "
                                            "hidden where you give their names here."},
            .value = std::string(view.form.values["more_names"]),
            .rows = 4});
    forms::Choices readers{{"", "Us: it stays in the service"}};
    readers.insert(readers.end(), view.readers.begin(), view.readers.end());
    readers.emplace_back(reader_outside, "A school, a council, a court or somebody else");
    inside +=
        forms::fields::radios(view.form, "reader", "Who is it for?", readers,
                              "For anybody else it is searched first for addresses, telephone "
                              "numbers and schools that they must not have.");
    bool must_withhold = false;
    for (const auto& error : view.form.errors) must_withhold |= error.where == "withhold";
    if (must_withhold)
        inside += forms::fields::checkboxes(view.form, "withhold", "What was found",
                                            {{"yes", "Put “[withheld]” in its place"}});
    return design::element("h2", {{"class", "govuk-heading-m"}}, "On paper") +
           forms::act_beside(view.address + "/chronology/pdf", view.start, inside, "Make a PDF");
}

Html ways_to_add(const std::string& address)
{
    return design::button_group(
        {render(design::Button{.content = "Write a note", .href = address + "/notes/new"}),
         design::link(address + "/actions/new", "Record work"),
         design::link(address + "/documents", "Add documents")});
}

} // namespace views_chronology_detail
using namespace views_chronology_detail;

std::string what_is_shown(const ChronologyFilter& filter)
{
    std::string words;
    for (const auto kind : filter.kinds)
        words += (words.empty() ? "Only: " : ", ") + std::string(in_words(kind));
    if (words.empty()) words = "Everything on record";
    if (filter.from) words += ", from " + in_words(*filter.from);
    if (filter.until) words += ", up to " + in_words(*filter.until);
    if (filter.names == NamesShown::as_recorded) return words + ".";
    return words + ". Names hidden.";
}

std::string when_in_words(const ChronologyEntry& entry)
{
    auto words = with_weekday(entry.on);
    if (entry.at) words += ", " + time_in_words(in_london(*entry.at).since_midnight);
    return words;
}

Html chronology_view(const ChronologyView& view)
{
    auto page = forms::error_summary(view.form) + design::page_heading("Chronology");
    if (view.filter.names != NamesShown::as_recorded)
        page += render(design::InsetText{
            .content = "Names on record are hidden. Read every line before you give this to "
                       "anybody: somebody who is named only in a note’s own words is not hidden."});
    else if (view.may_change)
        page += ways_to_add(view.address);
    if (view.all == 0)
        return page + design::paragraph("Nothing is recorded on this case yet. Write a note, or "
                                        "record the work you did, and it stands here.");
    page += view.views + filter_form(view);
    page += view.lines.empty()
                ? design::paragraph("Nothing on record fits what you chose. Choose more, or take "
                                    "the days away.")
                : timeline_of(view.lines, view.filter.names, 2);
    if (view.more > 0)
        page += design::paragraph(std::to_string(view.more) +
                                  " older entries are not shown. Choose days to see them, or make "
                                  "a PDF of all.");
    return page + paper_form(view);
}

Html chronology_section(const std::string& address, const std::vector<ChronologyLine>& newest,
                        std::size_t all)
{
    Html out = design::element("h2", {{"class", "onr-h2"}}, "What happened, newest first");
    out += newest.empty() ? design::paragraph("Nothing is recorded yet.")
                          : timeline_of(newest, NamesShown::as_recorded, 3);
    std::vector<Html> ways;
    if (all > newest.size())
        ways.push_back(
            design::link(address + "/chronology", "All " + std::to_string(all) + " entries"));
    else
        ways.push_back(design::link(address + "/chronology", "Chronology"));
    ways.push_back(design::link(address + "/notes/new", "Write a note"));
    return out + design::button_group(ways);
}

std::string words_of(const ChronologyPaper& paper)
{
    std::string words = paper.about;
    for (const auto& line : paper.lines) {
        words += "\n" + line.entry.title + "\n" + line.by + "\n" + line.entry.detail;
        for (const auto& name : line.entry.attached) words += "\n" + name;
    }
    return words;
}

documents::Document chronology_paper(const ChronologyPaper& paper)
{
    documents::Document document{.title = "Chronology, " + paper.about,
                                 .footer =
                                     paper.service + ". Confidential. Made on " + paper.made + "."};
    auto& blocks = document.blocks;
    blocks.emplace_back(documents::Heading{"Chronology", 1});
    blocks.emplace_back(documents::Paragraph{paper.about + "\n" + what_is_shown(paper.filter)});
    if (!paper.notice.empty()) blocks.emplace_back(documents::Paragraph{paper.notice});
    for (const auto& alert : paper.read_first)
        blocks.emplace_back(documents::Paragraph{"Read this first. " + alert});
    if (paper.lines.empty())
        blocks.emplace_back(documents::Paragraph{"Nothing on record fits what was chosen."});
    for (auto line = paper.lines.rbegin(); line != paper.lines.rend(); ++line) {
        const auto& entry = line->entry;
        blocks.emplace_back(documents::Heading{when_in_words(entry), 2});
        auto about = by_and_time(*line);
        blocks.emplace_back(
            documents::Paragraph{entry.title + (about.empty() ? "" : " (" + about + ")")});
        if (!entry.detail.empty()) blocks.emplace_back(documents::Paragraph{entry.detail});
        for (const auto& finding : line->findings)
            blocks.emplace_back(
                documents::Paragraph{"Finding: " + finding.title + ". " + finding.source.words});
        if (!entry.attached.empty()) blocks.emplace_back(documents::List{.items = entry.attached});
    }
    return document;
}

} // namespace onroll::casework
