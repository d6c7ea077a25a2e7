#include "law/views.h"

#include "design/components/button.h"
#include "design/components/error_summary.h"
#include "design/components/input.h"
#include "design/components/inset_text.h"
#include "design/components/pagination.h"
#include "design/components/select.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/words.h"
#include "law/rule_lists.h"
#include "platform/http/percent.h"

#include <algorithm>
#include <set>
#include <span>

namespace onroll::law {

namespace views_detail {

using design::element;
using design::Html;

std::string topic_value(Topic topic)
{
    return std::to_string(static_cast<int>(topic));
}

Html when(Date from, const std::optional<Date>& until)
{
    return in_words(from) + " to " + (until ? in_words(*until) : std::string("now"));
}

/// Where a rule stands on the day, or at the beginning of its first row.
const InForce& row_to_show(const Rule& rule, const std::optional<Date>& on)
{
    if (on)
        if (const auto* row = in_force_on(rule.id, *on)) return *row;
    return rule.in_force.back();
}

Html source_with_edition(const InForce& row, Date on)
{
    std::vector<Html> lines;
    for (const auto& source : row.sources) {
        const auto* place = place_on(source, std::max(on, row.from));
        if (!place && !source.places.empty()) place = &source.places.back();
        if (!place) continue;
        Html line =
            place->link.empty() ? Html(place->text) : design::link(place->link, place->text);
        if (!place->edition.empty())
            line += element("span", {{"class", "onr-soft"}},
                            ", " + std::string(place->edition) + " edition");
        lines.push_back(element("li", {}, line));
    }
    return element("ul", {{"class", "govuk-list govuk-!-margin-bottom-0"}}, lines);
}

Html filter_form(const RuleListView& list)
{
    std::vector<design::SelectItem> topics_to_choose{{.value = "", .text = "Everything"}};
    for (const auto topic : topics())
        topics_to_choose.push_back(
            {.value = topic_value(topic), .text = std::string(words_for(topic))});
    const auto words = render(design::Input{.name = "q",
                                            .label = {.content = "Words in the rule"},
                                            .value = list.words,
                                            .spellcheck = false});
    const auto on = render(design::Input{.name = "on",
                                         .label = {.content = "In force on"},
                                         .hint = design::Hint{.content = "For example, 27 3 2026"},
                                         .error = design::error_message(list.date_error),
                                         .value = list.on_typed});
    const auto topic = render(design::Select{.name = "topic",
                                             .label = {.content = "About"},
                                             .items = topics_to_choose,
                                             .value = list.topic});
    return element(
        "form",
        {{"class", "onr-card onr-noprint"},
         {"method", "get"},
         {"action", "/law"},
         {"novalidate", ""},
         {"aria-label", "Narrow the list"}},
        element("div", {{"class", "onr-inline"}}, words, on, topic),
        render(design::Button{.content = "Show rules",
                              .classes = "govuk-button--secondary govuk-!-margin-bottom-0"}));
}

std::string list_caption(const RuleListView& list)
{
    const auto all = design::counted(static_cast<std::int64_t>(list.of_all), "rule");
    auto words =
        list.found.size() < list.of_all ? std::to_string(list.found.size()) + " of " + all : all;
    if (list.on) words += " in force on " + in_words(*list.on);
    return words;
}

std::span<const Rule* const> on_this_page(const RuleListView& list)
{
    const std::span<const Rule* const> all(list.found);
    if (list.on_one_page) return all;
    const auto from = static_cast<std::size_t>(list.page - 1) * rules_on_a_page;
    return all.subspan(from, std::min<std::size_t>(rules_on_a_page, all.size() - from));
}

/// The list with the same words, date and topic; `rest` is appended.
std::string same_list(const RuleListView& list, const std::string& rest)
{
    return "/law?q=" + http::percent_encoded(list.words) +
           "&on=" + http::percent_encoded(list.on_typed) +
           "&topic=" + http::percent_encoded(list.topic) + rest;
}

Html more_pages(const RuleListView& list)
{
    if (list.on_one_page || pages_of(list) == 1) return {};
    return design::page_links(list.page, pages_of(list), same_list(list, "&page=")) +
           element(
               "p", {{"class", "govuk-body onr-noprint"}},
               design::link(same_list(list, "&all=yes"), "Show them all on one page, to print"));
}

Html rules_table(const RuleListView& list)
{
    design::Table table{.caption = list_caption(list),
                        .caption_classes = "govuk-table__caption--m",
                        .first_cell_is_header = true};
    for (const auto* head : {"Rule, in plain words", "Where it is written", "In force",
                             "What we use it for", "How sure we are"})
        table.head.push_back({.content = head});
    for (const auto* rule : on_this_page(list)) {
        const auto& row = row_to_show(*rule, list.on);
        const auto& first = rule->in_force.front();
        const auto& last = rule->in_force.back();
        table.rows.push_back({{.content = design::link(rule_url(rule->id), rule->title)},
                              {.content = source_with_edition(row, list.on.value_or(row.from))},
                              {.content = when(first.from, last.until)},
                              {.content = rule->use},
                              {.content = confidence_tag(row.confidence)}});
    }
    return design::render_stacking(table);
}

/// What the level means: never more than was done.
std::string_view said_about(Confidence level)
{
    switch (level) {
    case Confidence::read:
        return "We read the words, or an official or published page that reports them.";
    case Confidence::well_known:
        return "Settled and well known. We have not opened the words.";
    case Confidence::our_reading:
        return "The words can be read two ways, or say nothing. We say which reading we used.";
    }
    return {};
}

Html legend_of_confidence()
{
    design::SummaryList list;
    for (const auto level : {Confidence::read, Confidence::well_known, Confidence::our_reading})
        list.rows.push_back(
            {.key = {.content = confidence_tag(level)}, .value = {.content = said_about(level)}});
    return design::section_heading("how-sure", "How sure we are") + render(list);
}

void add_row(design::SummaryList& list, std::string_view key, const Html& value)
{
    if (!value.empty()) list.rows.push_back({.key = {.content = key}, .value = {.content = value}});
}

Html values_of(const Rule& rule, Date today)
{
    std::vector<Html> lines;
    for (const auto id : rule.values) {
        const auto& one = value(id);
        const auto number = value_on(id, today);
        if (!number) continue;
        const auto amount = one.unit == "pounds"
                                ? "£" + design::with_thousands(*number)
                                : std::to_string(*number) + " " + std::string(one.unit);
        lines.push_back(element("li", {}, std::string(one.about) + ": " + amount));
    }
    return lines.empty() ? Html{}
                         : element("ul", {{"class", "govuk-list govuk-!-margin-bottom-0"}}, lines);
}

Html see_also(const Rule& one)
{
    std::vector<Html> lines;
    for (const auto id : one.see)
        lines.push_back(element("li", {}, design::link(rule_url(id), rule(id).title)));
    return lines.empty() ? Html{}
                         : element("ul", {{"class", "govuk-list govuk-!-margin-bottom-0"}}, lines);
}

/// How we know the words of each paper that the row rests on.
Html how_we_know(const InForce& row)
{
    std::vector<Html> lines;
    std::set<InstrumentId> said; // Two places of one paper were read alike.
    for (const auto& source : row.sources) {
        const auto& paper = instrument(source.instrument);
        if (!paper.how_read.empty() && said.insert(source.instrument).second)
            lines.push_back(element(
                "li", {}, std::string(paper.short_name) + ": " + std::string(paper.how_read)));
    }
    return confidence_tag(row.confidence) + " " + said_about(row.confidence) +
           (lines.empty()
                ? Html{}
                : element("ul", {{"class", "govuk-list govuk-!-margin-bottom-0"}}, lines));
}

Html in_force_table(const Rule& rule)
{
    design::Table table{.caption = "Since when, and where it is written",
                        .caption_classes = "govuk-table__caption--m"};
    for (const auto* head : {"In force", "Where it is written", "What kind of rule",
                             "How sure we are", "Last checked"})
        table.head.push_back({.content = head});
    for (const auto& row : rule.in_force) {
        Html period = when(row.from, row.until);
        if (!row.note.empty())
            period +=
                design::void_element("br") + element("span", {{"class", "onr-soft"}}, row.note);
        table.rows.push_back(
            {{.content = period},
             {.content = source_with_edition(row, row.until.value_or(date(2026, 11, 16)))},
             {.content = force_tag(row.force)},
             {.content = confidence_tag(row.confidence)},
             {.content = in_table(row.checked)}});
    }
    return design::render_stacking(table);
}

} // namespace views_detail

int pages_of(const RuleListView& list)
{
    return std::max(1,
                    (static_cast<int>(list.found.size()) + rules_on_a_page - 1) / rules_on_a_page);
}

design::Html confidence_tag(Confidence confidence)
{
    const char* colour = confidence == Confidence::read         ? "govuk-tag--green"
                         : confidence == Confidence::well_known ? "govuk-tag--yellow"
                                                                : "govuk-tag--orange";
    return render(design::Tag{.content = words_for(confidence), .classes = colour});
}

design::Html force_tag(Force force)
{
    const char* colour = force == Force::must     ? "govuk-tag--teal"
                         : force == Force::should ? "govuk-tag--blue"
                                                  : "govuk-tag--grey";
    return render(design::Tag{.content = words_for(force), .classes = colour});
}

design::Html rule_list_view(const RuleListView& list)
{
    using namespace views_detail;
    Html content;
    if (list.date_error)
        content +=
            render(design::ErrorSummary{.errors = {{.content = *list.date_error, .href = "#on"}}});
    content += design::page_heading("The law we use");
    content += element(
        "p", {{"class", "onr-lead"}},
        "Every date and finding in Onroll comes from a rule in this list, as it stood on the day.");
    content += filter_form(list);
    if (list.found.empty())
        content += render(design::InsetText{
            .content = "No rule holds those words" +
                       (list.on ? " on " + in_words(*list.on) : std::string()) + ". We looked in " +
                       design::counted(static_cast<std::int64_t>(list.of_all), "rule") +
                       ". Try fewer words, another day, or " +
                       design::link("/law", "see every rule") + "."});
    else
        content += rules_table(list) + more_pages(list);
    content += legend_of_confidence();
    content += design::paragraph(design::link("/law/rules.csv", "Download all rules (CSV)") + " " +
                                 design::link("/law/changes", "What changed, and when"));
    return content;
}

design::Html rule_view(const Rule& rule, Date today)
{
    using namespace views_detail;
    const auto& now = row_to_show(rule, today);
    Html content = design::page_heading(rule.title, std::string(words_for(rule.topic)) + ", rule " +
                                                        std::string(rule.name));
    content += element("p", {{"class", "onr-lead"}}, rule.about);
    content += design::section_heading("use", "How we use it");
    design::SummaryList list;
    add_row(list, "Used for", rule.use);
    add_row(list, "Kind of rule", force_tag(now.force));
    add_row(list, "Numbers", values_of(rule, today));
    add_row(list, "How sure we are", how_we_know(now));
    add_row(list, "Last checked", in_words(now.checked));
    add_row(list, "Our reading", rule.reading);
    add_row(list, "Often said, and wrong", rule.mistake);
    add_row(list, "What to ask", rule.ask);
    add_row(list, "What you can do next", rule.next);
    add_row(list, "See also", see_also(rule));
    content += render(list);
    content += in_force_table(rule);
    return content;
}

design::Html law_changes_view()
{
    using namespace views_detail;
    Html content = design::page_heading("What changed, and when");
    content += element("p", {{"class", "onr-lead"}},
                       "An exclusion is judged by the rules in force on the day it was decided.");
    design::Table table{.caption = "Versions of the rules",
                        .caption_classes = "govuk-table__caption--m",
                        .first_cell_is_header = true};
    for (const auto* head : {"From", "What", "What changed"})
        table.head.push_back({.content = head});
    for (const auto& version : versions()) {
        Html from = in_words(version.from);
        if (version.until) from += Html(" to " + in_words(*version.until));
        table.rows.push_back(
            {{.content = from}, {.content = version.title}, {.content = version.about}});
    }
    content += design::render_stacking(table);
    content += design::section_heading("not-yet", "Not law yet");
    content += design::paragraph("These have been passed or announced and are not in force. Onroll "
                                 "does not use them until they have a first day.");
    for (const auto& one : switches()) {
        content += element("h3", {{"class", "govuk-heading-s"}}, one.title);
        content += design::paragraph(one.about);
        content +=
            element("p", {{"class", "govuk-body onr-soft"}},
                    std::string(one.source) + ". Last checked " + in_words(one.checked) + ".");
    }
    return content;
}

} // namespace onroll::law
