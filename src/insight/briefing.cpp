#include "insight/briefing.h"

#include "insight/charts_area.h"
#include "insight/words_of_figures.h"

#include "design/words.h"

#include <algorithm>
#include <map>

namespace onroll::insight {
namespace briefing_detail {

/// The files that numbers come from, numbered in the order in which they are first named.
class Sources {
public:
    explicit Sources(const AreaPicture& picture) : picture_(picture) {}

    /// "[1]"
    std::string number_of(ReleaseId release)
    {
        auto found = std::find(named_.begin(), named_.end(), release);
        if (found == named_.end()) found = named_.insert(named_.end(), release);
        return "[" + std::to_string(found - named_.begin() + 1) + "]";
    }
    std::vector<std::string> listed() const
    {
        std::vector<std::string> items;
        for (const auto id : named_) {
            auto words = source_in_words(picture_, id);
            if (const auto release = picture_.releases.find(id); release != picture_.releases.end())
                words += ". File " + release->second.file_name + ", SHA-256 " +
                         release->second.sha256 + ". " + release->second.licence;
            items.push_back(words + ".");
        }
        return items;
    }

private:
    const AreaPicture& picture_;
    std::vector<ReleaseId> named_;
};

/// Paragraphs as they were typed: an empty line parts two.
void add_typed(documents::Document& document, const std::string& heading, const std::string& typed)
{
    std::vector<std::string> paragraphs;
    std::string paragraph;
    std::string line;
    const auto end_paragraph = [&] {
        if (!paragraph.empty()) paragraphs.push_back(paragraph);
        paragraph.clear();
    };
    const auto end_line = [&] {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            end_paragraph();
        else
            paragraph += (paragraph.empty() ? "" : "\n") + line;
        line.clear();
    };
    for (const char letter : typed)
        if (letter == '\n')
            end_line();
        else if (letter != '\r')
            line += letter;
    end_line();
    end_paragraph();
    if (paragraphs.empty()) return;
    document.blocks.emplace_back(documents::Heading{heading, 2});
    for (auto& words : paragraphs)
        document.blocks.emplace_back(documents::Paragraph{std::move(words)});
}

documents::Table headline_table(const AreaPicture& picture, Sources& sources)
{
    documents::Table table{.caption = "Headline figures for " + picture.area.name,
                           .headings = {"Measure", "Year", "Figure", "Range (95%)", "England",
                                        "Beside England", "Rank, 1 is highest", "Source"}};
    for (const auto& here : picture.headline) {
        const auto* ours = here.values->find(picture.area.code, here.period);
        if (!ours) continue;
        const auto* england = here.values->find(AreaCode::england(), here.period);
        const auto range = range_in_words(*ours, *here.measure);
        const auto rank = rank_in_words(here, picture.area.code);
        const auto beside = in_words(against(*ours, england, *here.measure));
        table.rows.push_back({here.measure->name + ", " + std::string(in_words(here.measure->unit)),
                              here.period.text(), chart_value(ours, *here.measure).shown,
                              range.empty() ? "[x]" : range,
                              chart_value(england, *here.measure).shown,
                              beside.empty() ? "[z]" : std::string(beside),
                              rank.empty() ? "[x]" : rank, sources.number_of(ours->release)});
    }
    return table;
}

/// What the symbols in a table stand for; empty without symbols.
std::string key_of(const documents::Table& table)
{
    std::vector<std::string> shown;
    for (const auto& row : table.rows) shown.insert(shown.end(), row.begin(), row.end());
    return design::chart::key_of_symbols(shown);
}

void add_chart(documents::Document& document, const AreaPicture& picture, std::string_view name,
               ReleaseId release, Sources& sources)
{
    const auto chart = area_chart(picture, name);
    if (!chart) return;
    const auto& figure = figure_of(*chart);
    const auto rows = rows_of_chart(*chart);
    document.blocks.emplace_back(documents::Heading{figure.message, 3});
    documents::Table table{figure.subtitle, rows.head, rows.cells, true};
    auto notes = "Source: " + sources.number_of(release) + ". " + figure.notes;
    if (const auto key = key_of(table); !key.empty()) notes += " " + key;
    document.blocks.emplace_back(std::move(table));
    document.blocks.emplace_back(documents::Paragraph{notes});
}

ReleaseId chosen_release(const AreaPicture& picture)
{
    const auto* value = picture.chosen.values->find(picture.area.code, picture.chosen.period);
    return value ? value->release : 0;
}

/// What is known of the area besides suspensions: plans in time, SENCOs, attendance and so on.
void add_other_figures(documents::Document& document, const AreaPicture& picture, Sources& sources)
{
    documents::Table table{.caption = "Other figures for " + picture.area.name,
                           .headings = {"Measure", "Year", "Figure", "England", "Source"}};
    for (const auto& here : picture.others) {
        const auto* ours = here.values->find(picture.area.code, here.period);
        if (!ours) continue;
        const auto* england = here.values->find(AreaCode::england(), here.period);
        table.rows.push_back({here.measure->name + ", " + std::string(in_words(here.measure->unit)),
                              here.period.text(), chart_value(ours, *here.measure).shown,
                              chart_value(england, *here.measure).shown,
                              sources.number_of(ours->release)});
    }
    if (table.rows.empty()) return;
    document.blocks.emplace_back(documents::Heading{"Other figures", 3});
    const auto key = key_of(table);
    document.blocks.emplace_back(std::move(table));
    if (!key.empty()) document.blocks.emplace_back(documents::Paragraph{key});
}

void add_figures(documents::Document& document, const AreaPicture& picture, BriefingKind kind,
                 Sources& sources)
{
    document.blocks.emplace_back(documents::Heading{"The figures", 2});
    auto headlines = headline_table(picture, sources);
    const auto key = key_of(headlines);
    document.blocks.emplace_back(std::move(headlines));
    document.blocks.emplace_back(documents::Paragraph{
        "The range is where the true rate or rank is likely to lie. Where two ranges overlap, do "
        "not say that one is worse." +
        (key.empty() ? std::string() : " " + key)});
    const auto release = chosen_release(picture);
    add_chart(document, picture, "trend", release, sources);
    if (!picture.phases.empty()) add_chart(document, picture, "phases", release, sources);
    if (!picture.groups.empty())
        add_chart(document, picture, "groups",
                  picture.groups.front().picture.rows.front().value.release, sources);
    if (!picture.reasons.things.empty())
        add_chart(document, picture, "reasons", picture.reasons.things.front().value.release,
                  sources);
    if (kind == BriefingKind::scrutiny) {
        add_chart(document, picture, "ranks", release, sources);
        add_chart(document, picture, "neighbours", release, sources);
        if (!picture.durations.things.empty())
            add_chart(document, picture, "lengths", picture.durations.things.front().value.release,
                      sources);
    }
    if (picture.weeks)
        for (const auto* const name : {"so-far", "weeks"})
            add_chart(document, picture, name, picture.weeks->weeks.front().suspensions.release,
                      sources);
    if (kind == BriefingKind::scrutiny) add_other_figures(document, picture, sources);
}

/// How the towns of the area differ, chance allowed for, in order of name.
void add_parts(documents::Document& document, const AreaPicture& picture,
               const PatternPicture& parts, Sources& sources)
{
    documents::Table table{.caption = "Suspension rate by town, " + parts.period.text() +
                                      ", for each 100 pupils, chance allowed for",
                           .headings = {"Town", "Phase", "Schools", "Rate", "Range (95%)"}};
    for (const auto& part : parts.patterns)
        table.rows.push_back(
            {part.name, part.phase, std::to_string(part.schools),
             part.rate ? shown_number(part.rate->mean, 2) : symbol_in(part),
             part.rate ? shown_number(part.rate->low, 2) + " to " + shown_number(part.rate->high, 2)
                       : std::string("[z]")});
    if (table.rows.empty()) return;
    document.blocks.emplace_back(documents::Heading{"Parts of " + picture.area.name, 3});
    const auto key = key_of(table);
    document.blocks.emplace_back(std::move(table));
    document.blocks.emplace_back(documents::Paragraph{
        "Source: " + sources.number_of(parts.release) +
        ". Towns are those of the schools, not of the children. This is not a league table." +
        (key.empty() ? std::string() : " " + key)});
}

} // namespace briefing_detail

std::string_view key_of(BriefingKind kind)
{
    return kind == BriefingKind::headteachers ? "headteachers" : "scrutiny";
}

BriefingKind briefing_kind_named(std::string_view key)
{
    return key == "scrutiny" ? BriefingKind::scrutiny : BriefingKind::headteachers;
}

std::string_view in_words(BriefingKind kind)
{
    return kind == BriefingKind::headteachers ? "Briefing for headteachers"
                                              : "Paper for the scrutiny committee";
}

documents::Document briefing(const AreaPicture& picture, BriefingKind kind,
                             const Commentary& commentary,
                             const std::optional<PatternPicture>& parts)
{
    using namespace briefing_detail;
    Sources sources(picture);
    documents::Document document{.title = "Exclusions in " + picture.area.name + ": " +
                                          std::string(in_words(kind)),
                                 .footer = "Exclusions in " + picture.area.name};
    auto& blocks = document.blocks;
    blocks.emplace_back(documents::Heading{document.title, 1});
    std::string below =
        picture.chosen.measure->name + ", " + period_in_sentence(picture.chosen.period) + ".";
    if (!commentary.from.empty()) below += "\nFrom: " + commentary.from;
    blocks.emplace_back(documents::Paragraph{below});
    add_typed(document, "In short", commentary.opening);
    add_figures(document, picture, kind, sources);
    if (kind == BriefingKind::scrutiny && parts) add_parts(document, picture, *parts, sources);
    add_typed(document, "What has been done, and what came of it", commentary.done);
    add_typed(document,
              kind == BriefingKind::scrutiny ? "What the committee is asked to do"
                                             : "What headteachers are asked to do",
              commentary.questions);
    blocks.emplace_back(documents::Heading{"What these figures do not show", 2});
    blocks.emplace_back(documents::List{
        {"Children sent home, moved or kept on part-time timetables without a record.",
         "How long children were out of school, or what happened to them next.",
         "Whether a school was right. A high figure is a question, not a verdict.",
         "Numbers so small that a child could be known. They are hidden, not zero."}});
    blocks.emplace_back(documents::Heading{"Sources", 2});
    blocks.emplace_back(
        documents::List{.items = sources.listed(), .numbered = true, .sources = true});
    // On paper an address without its host leads nowhere: the pages are named.
    blocks.emplace_back(documents::Paragraph{
        "These figures are kept up to date on the page “Exclusions in " + picture.area.name +
        "” of this site; a page of its own says how they are worked out. Contains public sector "
        "information licensed under the Open Government Licence v3.0."});
    return document;
}

} // namespace onroll::insight
