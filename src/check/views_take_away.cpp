// What a family takes away: the same facts in easy words, a sheet for the head teacher, a code.
#include "check/views_answer.h"

#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/page.h"
#include "design/square.h"

namespace onroll::check {

namespace views_take_away_detail {

using design::Html;

/// A way back to the answer, left out on paper.
Html back_to_answer(const Here& here)
{
    return carrying_form(here, "/check",
                         design::element("button",
                                         {{"type", "submit"},
                                          {"class", "onr-button-link onr-noprint"},
                                          {"name", "go"},
                                          {"value", "answer"}},
                                         here.words("take.back")));
}

std::vector<Html> dates_ahead(const Words& words, const Answered& answered)
{
    std::vector<Html> items;
    for (const auto& row : answered.rows.dated)
        if (*row.day >= answered.today || row.state == law::RowState::under_way)
            items.push_back(design::element("strong", {}, words.day(*row.day)) +
                            design::void_element("br") + duty_words(words, row.duty));
    return items;
}

std::vector<Html> told_findings(const Words& words, const Answered& answered)
{
    std::vector<Html> items;
    for (const auto* finding : answered.findings)
        items.push_back(finding_words(words, answered, *finding));
    return items;
}

Html section(const std::string& title, const std::vector<Html>& items)
{
    if (items.empty()) return {};
    return design::section_heading("", title) + design::bullets(items);
}

std::vector<Html> hanging_items(const Words& words, const Answered& answered)
{
    std::vector<Html> items;
    for (const auto& one : answered.hangs) {
        std::vector<Html> lines;
        for (const auto& row : one.rows.dated)
            lines.push_back(design::element("strong", {}, words.day(*row.day)) + ": " +
                            duty_words(words, row.duty));
        if (!lines.empty()) items.push_back(words(one.key) + design::bullets(lines));
    }
    return items;
}

} // namespace views_take_away_detail

design::Html easy_read_view(const Here& here, const Answered& answered)
{
    using namespace views_take_away_detail;
    const auto& words = here.words;
    const auto about = "about." + std::string(name(answered.answers->happened));
    Html content = design::page_heading(words("easy.title"));
    content += design::lead(answer_title(here, answered));
    if (!answered.ask.empty())
        content += render(design::InsetText{.content = words(answered.ask)});
    else if (answered.urgent)
        content += render(design::InsetText{
            .content = design::element("strong", {}, words.day(*answered.urgent->day)) +
                       design::void_element("br") + duty_words(words, answered.urgent->duty)});
    content += section(words("easy.dates"), dates_ahead(words, answered));
    content += section(words("hangs.title"), hanging_items(words, answered));
    if (words.knows(about)) content += section(words("easy.rule"), {words(about)});
    content += section(words("easy.wrong"), told_findings(words, answered));
    content += may_view(here, answered) + help_view(here) + unknown_view(here, answered);
    return design::element("div", {{"class", "onr-easy"}}, content) + back_to_answer(here);
}

design::Html sheet_view(const Here& here, const Answered& answered)
{
    using namespace views_take_away_detail;
    const auto& words = here.words;
    Html content = design::page_heading(words("sheet.title"));
    content += design::lead(words("sheet.lead", {{"school", school_words(words, *answered.story)},
                                                 {"day", words.day(answered.today)}}));
    content += section(words("sheet.what"), {answer_title(here, answered)});
    if (!answered.answers->account.empty())
        content += design::section_heading("", words("q.account.said")) +
                   design::paragraph(answered.answers->account);
    std::vector<Html> asks;
    if (!answered.ask.empty()) asks.push_back(words(answered.ask));
    for (const auto* finding : answered.findings) {
        const auto& rule = law::rule(finding->rule);
        const auto key = "finding." + std::string(rule.name);
        asks.push_back(
            Html(finding_words(words, answered, *finding) + " " +
                 (words.knows(key + ".rule") ? words(key + ".rule") : std::string(rule.about))) +
            " (" + in_english(words, std::string(rule.name)) + ")");
    }
    content += section(words("sheet.asks"), asks);
    content += section(words("easy.dates"), dates_ahead(words, answered));
    content += design::paragraph(words("sheet.foot"));
    return content + back_to_answer(here);
}

design::Html hand_over_view(const Here& here, const std::string& code, Date last_day)
{
    using namespace views_take_away_detail;
    const auto& words = here.words;
    Html content = design::page_heading(words("hand_over.title")) +
                   design::lead(words("hand_over.lead", {{"name", advice_in(here).name}})) +
                   design::paragraph(words("hand_over.kept")) +
                   design::paragraph(words("hand_over.until", {{"day", words.day(last_day)}}));
    if (const auto square = design::square_of(code, words("hand_over.square")); !square.empty())
        content += design::section_heading("", words("hand_over.show")) +
                   design::paragraph(words("hand_over.show.text")) +
                   design::element("div", {{"class", "onr-code__square"}}, square);
    content += design::section_heading("", words("hand_over.send")) +
               design::paragraph(words("hand_over.how")) +
               design::element("div",
                               {{"class", "onr-code"},
                                {"dir", "ltr"},
                                {"tabindex", "0"},
                                {"role", "region"},
                                {"aria-label", words("hand_over.code")}},
                               in_english(words, code));
    return content + back_to_answer(here);
}

} // namespace onroll::check
