#include "people/views_copy.h"

#include "design/components/inset_text.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>
#include <iterator>

namespace onroll::people {

namespace views_copy_detail {

using design::Html;

struct Section {
    std::string name;
    std::int64_t own = 0;
    std::int64_t others = 0;
};

std::vector<Section> sections_of(const std::vector<HeldItem>& items)
{
    std::vector<Section> sections;
    for (const auto& item : items) {
        auto found = std::find_if(sections.begin(), sections.end(),
                                  [&](const Section& each) { return each.name == item.section; });
        if (found == sections.end()) found = sections.insert(found, {item.section});
        ++(item.third_party ? found->others : found->own);
    }
    return sections;
}

design::SummaryList list_of(const HeldItem& item)
{
    design::SummaryList list;
    for (const auto& [name, value] : item.facts)
        list.rows.push_back({.key = {name}, .value = {value}});
    return list;
}

Html facts_of(const HeldItem& item, const Html& title, int level)
{
    auto list = list_of(item);
    list.card = design::SummaryCard{.title = title, .heading_level = level};
    return render(list);
}

bool have_same_names(const std::vector<HeldItem>& items)
{
    return std::all_of(items.begin(), items.end(), [&](const HeldItem& item) {
        return std::equal(item.facts.begin(), item.facts.end(), items.front().facts.begin(),
                          items.front().facts.end(), [](const auto& one, const auto& other) {
                              return one.first == other.first;
                          });
    });
}

/// A table of what is alike, as who has seen the record; else each by itself, numbered where there
/// are several: the heading of the section says what one is.
Html section_of(const std::vector<HeldItem>& items)
{
    if (items.size() > 1 && have_same_names(items)) {
        design::Table table{.caption = items.front().section,
                            .caption_classes = "govuk-visually-hidden"};
        for (const auto& [name, value] : items.front().facts) table.head.push_back({name});
        for (const auto& item : items) {
            auto& row = table.rows.emplace_back();
            for (const auto& [name, value] : item.facts) row.push_back({value});
        }
        return render_stacking(table);
    }
    if (items.size() == 1) return render(list_of(items.front()));
    Html out;
    int number = 0;
    for (const auto& item : items)
        out += facts_of(item, item.section + " " + std::to_string(++number), 3);
    return out;
}

Choices decisions()
{
    Choices choices{{"", "Choose"}, {std::string(give), "Give it"}};
    for (const auto reason : all_leave_reasons())
        choices.emplace_back(key_of(reason), "Leave it out: " + std::string(in_words(reason)));
    return choices;
}

} // namespace views_copy_detail

using namespace views_copy_detail;

std::string decision_field(const HeldItem& item)
{
    return "item." + item.key;
}

design::Html copy_view(const CopyView& view)
{
    Html out = error_summary(view.form) + view.top;
    out += design::paragraph("This is everything your organisation holds about this person. What "
                             "is about them alone goes into the copy. Look at the rest, one by "
                             "one, before anything leaves.");
    out += design::paragraph(
        design::link(view.requests, "See by when to answer, or record a request"));
    design::Table table{.caption = "What is held",
                        .head = {{"What"}, {"About them alone"}, {"For you to look at"}}};
    for (const auto& section : sections_of(view.items))
        table.rows.push_back({{section.name},
                              {design::with_thousands(section.own)},
                              {design::with_thousands(section.others)}});
    out += render_stacking(table);
    Html inside;
    const bool some = std::any_of(view.items.begin(), view.items.end(),
                                  [](const HeldItem& item) { return item.third_party; });
    if (some)
        inside += design::section_heading("others", "Look at each of these") +
                  design::paragraph("Give what the other person agrees to, or what it is "
                                    "reasonable to tell without asking them.");
    int number = 0;
    for (const auto& item : view.items) {
        if (!item.third_party) continue;
        ++number;
        inside += facts_of(item, item.section, 3) + design::paragraph(item.why_third_party) +
                  fields::select(view.form, decision_field(item),
                                 "What happens to this? (" + std::to_string(number) + ", " +
                                     item.section + ")",
                                 decisions());
    }
    inside += design::section_heading("make", "Make the copy") +
              fields::radios(view.form, "then", "How do they want it?",
                             {{"page", "As a page to read or print"},
                              {"pdf", "As a PDF to send or print"},
                              {"download", "As a file that a computer can read (JSON)"}});
    return out + posting(view.action, view.start, inside, "Make the copy");
}

namespace views_copy_detail {

constexpr std::string_view if_wrong =
    "If something is wrong, tell us. You can ask us to correct it, to stop using it while we look, "
    "or to add your own words. If you are not happy with our answer you can complain to us, or to "
    "the Information Commissioner at ico.org.uk or on 0303 123 1113.";

/// Of each section, its items together, wherever they stand: each heading is there once.
template <class Each>
void by_section(const std::vector<HeldItem>& items, const Each& each)
{
    for (const auto& section : sections_of(items)) {
        std::vector<HeldItem> together;
        std::copy_if(items.begin(), items.end(), std::back_inserter(together),
                     [&](const HeldItem& item) { return item.section == section.name; });
        each(together);
    }
}

/// What is alike as one table, as who has seen the record; else a table of names and values each.
void add_section(documents::Document& document, const std::vector<HeldItem>& items)
{
    document.blocks.emplace_back(documents::Heading{items.front().section, 2});
    if (items.size() > 1 && have_same_names(items)) {
        documents::Table table{.row_headings = false};
        for (const auto& [name, value] : items.front().facts) table.headings.push_back(name);
        for (const auto& item : items) {
            auto& row = table.rows.emplace_back();
            for (const auto& [name, value] : item.facts) row.push_back(value);
        }
        document.blocks.emplace_back(std::move(table));
        return;
    }
    for (const auto& item : items) {
        documents::Table table;
        for (const auto& [name, value] : item.facts) table.rows.push_back({name, value});
        document.blocks.emplace_back(std::move(table));
    }
}

} // namespace views_copy_detail

documents::Document access_copy_paper(const AccessCopy& copy)
{
    using namespace documents;
    Document document{.title = "What we hold about you"};
    auto& blocks = document.blocks;
    blocks.emplace_back(Heading{"What we hold about you", 1});
    blocks.emplace_back(Paragraph{copy.about + "\nMade by " + copy.agency + " on " +
                                  with_weekday(copy.made_on) + "."});
    blocks.emplace_back(Paragraph{std::string(if_wrong)});
    by_section(copy.items,
               [&](const std::vector<HeldItem>& items) { add_section(document, items); });
    if (!copy.left_out.empty()) {
        blocks.emplace_back(Heading{"What is not here", 2});
        Table table{.caption = "What we left out",
                    .headings = {"What", "How many", "Why", "The law"}};
        for (const auto& left : copy.left_out)
            table.rows.push_back({left.section, design::with_thousands(left.count),
                                  std::string(in_words(left.why)),
                                  std::string(source_of(left.why))});
        blocks.emplace_back(std::move(table));
    }
    document.footer = copy.agency + ", " + in_words(copy.made_on);
    return document;
}

design::Html access_copy_view(const AccessCopy& copy)
{
    Html out = design::page_heading("What we hold about you") +
               design::element("p", {{"class", "govuk-heading-m"}}, copy.about) +
               design::paragraph("Made by " + copy.agency + " on " + with_weekday(copy.made_on) +
                                 ". Print this page, or save it, before you close it.") +
               render(design::InsetText{.content = if_wrong});
    by_section(copy.items, [&](const std::vector<HeldItem>& items) {
        out += design::section_heading("part-" + items.front().key, items.front().section) +
               section_of(items);
    });
    if (copy.left_out.empty()) return out;
    design::Table table{.caption = "What we left out",
                        .head = {{"What"}, {"How many"}, {"Why"}, {"The law"}}};
    for (const auto& left : copy.left_out)
        table.rows.push_back({{left.section},
                              {design::with_thousands(left.count)},
                              {in_words(left.why)},
                              {source_of(left.why)}});
    return out + design::section_heading("left-out", "What is not here") + render_stacking(table);
}

} // namespace onroll::people
