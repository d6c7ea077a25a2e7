// The answer's page, its first panel, and the words of duties and findings.
#include "check/views_answer.h"

#include "design/components/button.h"
#include "design/components/card.h"
#include "design/components/first_panel.h"
#include "design/components/lead.h"
#include "design/page.h"
#include "law/reasons.h"
#include "law/reasons_findings.h"
#include "law/rule_lists.h"

namespace onroll::check {

namespace views_answer_detail {

using design::Html;
using namespace law;

constexpr std::size_t most_findings = 4;
constexpr std::size_t most_dates = 2;

std::string key_of(const Duty& duty)
{
    auto key = "duty." + std::string(rule(duty.rule).name) + "." + std::string(name(duty.type));
    return key;
}

std::string told_people(const Words& words, const Duty& duty)
{
    std::vector<std::string> people;
    const auto add = [&](Recipient one, const char* key) {
        if (duty.recipients.has(one)) people.push_back(words(key));
    };
    add(Recipient::parent, "people.parent");
    add(Recipient::pupil, "people.pupil");
    add(Recipient::board, "people.board");
    add(Recipient::local_authority, "people.local_authority");
    add(Recipient::home_local_authority, "people.home_local_authority");
    add(Recipient::social_worker, "people.social_worker");
    add(Recipient::virtual_school_head, "people.virtual_school_head");
    return words.listed(people);
}

Html plain(const Html& content)
{
    return design::element("p", {}, content);
}

Html plain_list(const std::vector<Html>& items)
{
    std::vector<Html> lines;
    for (const auto& item : items) lines.push_back(design::element("li", {}, item));
    return lines.empty() ? Html{} : design::element("ul", {}, lines);
}

bool against_a_rule(const Finding& finding)
{
    return finding.severity == Severity::unlawful || finding.severity == Severity::breach;
}

/// A date and what happens on it, as one line: the sentence, then the day.
Html dated_line(const Words& words, const AnswerRow& row)
{
    return design::element("strong", {}, words.day(*row.day)) + ": " + duty_words(words, row.duty);
}

std::vector<Html> next_dates(const Words& words, const Answered& answered, const AnswerRow* but)
{
    std::vector<Html> items;
    for (const auto& row : answered.rows.dated)
        if (row.state == RowState::under_way && row.duty.type == DutyType::public_place_days &&
            &row != but)
            items.push_back(
                words("note.until",
                      {{"day", words.day(row.duty.dates.dates[row.duty.dates.count - 1u])},
                       {"days", words.counted("days", row.duty.dates.count)}}) +
                ": " + duty_words(words, row.duty));
    std::size_t dates = 0;
    for (const auto& row : answered.rows.dated) {
        if (&row == but || dates == most_dates) continue;
        if (row.state != RowState::ahead && row.state != RowState::today) continue;
        items.push_back(dated_line(words, row));
        ++dates;
    }
    return items;
}

Html ring(const Here& here)
{
    const auto advice = advice_in(here);
    if (advice.name.empty()) return {};
    const auto sentence = here.words(advice.phone.empty() ? "first.ring_name" : "first.ring",
                                     {{"name", advice.name}});
    const auto at = sentence.find("{phone}");
    Html content = sentence.substr(0, at);
    if (at != std::string::npos)
        content += phone_in(here.words, advice.phone) + Html(sentence.substr(at + 7));
    if (!advice.hours.empty()) content += " " + hours_in(here.words, advice.hours);
    return content;
}

Html findings_to_raise(const Words& words, const Answered& answered)
{
    std::vector<Html> items;
    for (const auto* finding : answered.findings)
        if (against_a_rule(*finding) && items.size() < most_findings)
            items.push_back(finding_words(words, answered, *finding));
    return plain_list(items);
}

/// What is most urgent, where nothing has to be asked and nothing looks wrong.
void put_urgent(const Words& words, const Answered& answered, design::FirstPanel& panel)
{
    const auto& row = *answered.urgent;
    panel.title = duty_words(words, row.duty);
    if (row.state == RowState::under_way) {
        panel.label = words("first.now");
        panel.content = plain(words("first.began", {{"day", words.day(*row.day)}}));
        return;
    }
    panel.label = words("first.by", {{"day", words.day(*row.day)}});
    Html left;
    if (row.school_days_left && *row.school_days_left > 0)
        left =
            design::element("strong", {}, words.counted("left", *row.school_days_left) + ".") + " ";
    panel.content = plain(left + duty_why(words, answered, *row.duties.front()));
}

Html button_to(const Words& words, const char* key, const char* action, const char* value)
{
    return design::element("button",
                           {{"type", "submit"},
                            {"class", "onr-button-link"},
                            {"formaction", action},
                            {"name", "go"},
                            {"value", value}},
                           words(key));
}

Html save_section(const Here& here)
{
    const auto& words = here.words;
    std::vector<design::Line> items{
        {button_to(words, "save.calendar", "/check/calendar", "calendar"),
         words("save.calendar.hint")},
        {button_to(words, "save.sheet", "/check/sheet", "sheet"), {}},
        {button_to(words, "save.easy", "/check/easy-read", "easy"), {}}};
    if (here.services.hand_over)
        items.push_back({button_to(words, "save.hand_over", "/check/hand-over", "hand-over"),
                         words("save.hand_over.hint")});
    for (const auto& more : here.services.more_to_take)
        items.push_back({button_to(words, more.key.c_str(), more.action.c_str(), "answer"),
                         here.languages.find("en").has(more.key + ".hint")
                             ? words(more.key + ".hint")
                             : std::string()});
    const auto change = render(design::Button{.content = words("save.change"),
                                              .name = "go",
                                              .value = "change",
                                              .classes = "govuk-button--secondary"});
    return design::section_heading("save", words("save.title")) +
           carrying_form(here, "/check", change + design::lines(items)) +
           design::paragraph(words("save.print"));
}

/// The rule by the name that /law gives it.
Html link_to_rule(const Words& words, const Duty& duty)
{
    const auto link = design::link(rule_url(duty.rule), std::string(rule(duty.rule).name));
    return design::element("span", {{"class", "onr-src"}}, in_english(words, link));
}

Html hangs_section(const Here& here, const Answered& answered)
{
    if (answered.hangs.empty()) return {};
    const auto& words = here.words;
    Html content = design::section_heading("hangs", words("hangs.title"));
    for (const auto& one : answered.hangs) {
        std::vector<Html> items;
        for (const auto& row : one.rows.dated)
            items.push_back(dated_line(words, row) + " " + link_to_rule(words, row.duty));
        for (const auto& row : one.rows.undated)
            items.push_back(duty_words(words, row.duty) + " " + link_to_rule(words, row.duty));
        if (items.empty()) continue;
        content += design::element("h3", {{"class", "govuk-heading-s"}}, words(one.key)) +
                   design::bullets(items);
    }
    return content;
}

} // namespace views_answer_detail

std::string duty_words(const Words& words, const law::Duty& duty)
{
    using namespace views_answer_detail;
    auto key = key_of(duty);
    if (duty.actor == law::Actor::pupil && words.knows(key + ".pupil")) key += ".pupil";
    if (!words.knows(key)) return std::string(law::rule(duty.rule).title) + ".";
    return words(key, {{"people", told_people(words, duty)}});
}

std::string duty_why(const Words& words, const Answered& answered, const law::Duty& duty)
{
    const auto key = views_answer_detail::key_of(duty) + ".why";
    if (words.knows(key)) return words(key);
    return law::duty_sentence(answered.story->history(), answered.evaluation, duty);
}

std::string finding_words(const Words& words, const Answered& answered, const law::Finding& finding)
{
    const auto key = "finding." + std::string(law::rule(finding.rule).name) + "." +
                     (finding.reason.empty() ? std::string("told") : finding.reason);
    if (!words.knows(key)) return law::finding_sentence(answered.story->history(), finding);
    std::vector<std::string> items;
    for (const auto& item : finding.items)
        items.push_back(words.knows("item." + item) ? words("item." + item) : item);
    return words(key, {{"items", words.listed(items)}});
}

std::string school_words(const Words& words, const Story& story)
{
    return story.school_name.empty() ? words("answer.this_school") : story.school_name;
}

std::string answer_title(const Here& here, const Answered& answered)
{
    return here.words("title." + std::string(name(answered.answers->happened)));
}

design::Html first_panel_view(const Here& here, const Answered& answered)
{
    using namespace views_answer_detail;
    const auto& words = here.words;
    design::FirstPanel panel{.label = words("first.do")};
    const auto findings = findings_to_raise(words, answered);
    const auto* in_title = answered.urgent;
    const auto about = "about." + std::string(name(answered.answers->happened));
    if (!answered.ask.empty()) {
        panel.title = words(answered.ask);
        panel.content =
            plain(words(answered.ask == "ask.suspended" ? "ask.suspended.text" : "first.same"));
        if (!findings.empty()) panel.content += plain(words("first.rules")) + findings;
        in_title = nullptr;
    } else if (!findings.empty()) {
        panel.title = words("first.ask");
        panel.content = plain(words("first.rules")) + findings;
        in_title = nullptr;
    } else if (in_title) {
        put_urgent(words, answered, panel);
    } else if (!answered.answers->an_exclusion()) {
        panel.title = answer_title(here, answered);
        panel.content = plain(words("first.calm"));
    } else if (answered.answers->board.is(Board::not_yet) ||
               answered.answers->board.is_not_known()) {
        panel.title = words("first.write");
        panel.content = plain(words("first.write.text"));
    } else {
        panel.label = words("first.passed");
        panel.title = words("first.passed.title");
        panel.content = plain(words("first.passed.text"));
    }
    const auto dates = next_dates(words, answered, in_title);
    if (!in_title && answered.urgent && answered.urgent->state == law::RowState::under_way)
        panel.content +=
            plain(words("first.now") + ": " + duty_words(words, answered.urgent->duty));
    if (!dates.empty()) panel.content += plain(words("first.next")) + plain_list(dates);
    if (!answered.answers->an_exclusion() && words.knows(about))
        panel.content += plain(words(about));
    panel.ring = ring(here);
    return render(panel);
}

design::Html answer_view(const Here& here, const Answered& answered)
{
    using namespace views_answer_detail;
    const auto& words = here.words;
    const auto began = answered.answers->started.known() ? *answered.answers->started.value()
                       : answered.story->history().exclusions.empty()
                           ? answered.today
                           : answered.story->history().exclusions.front().first_day;
    Html head = design::page_heading(answer_title(here, answered));
    head += design::lead(answered.story->school_name.empty()
                             ? words("answer.lead_no_school", {{"day", words.day(began)}})
                             : words("answer.lead", {{"day", words.day(began)},
                                                     {"school", answered.story->school_name}}));
    head += first_panel_view(here, answered);
    const Html unknown = unknown_view(here, answered);
    const Html hangs = hangs_section(here, answered);
    const Html dates = dates_view(here, answered);
    const Html main = dates + hangs + findings_view(here, answered) + may_view(here, answered) +
                      help_view(here) + unknown + save_section(here);
    design::Contents contents{.title = words("contents.title")};
    if (!dates.empty()) contents.items.push_back({words("contents.dates"), "#dates"});
    if (!hangs.empty()) contents.items.push_back({words("hangs.title"), "#hangs"});
    contents.items.push_back({words("why.title"), "#why"});
    contents.items.push_back({words("may.title"), "#may"});
    contents.items.push_back({words("help.title"), "#help"});
    if (!unknown.empty()) contents.items.push_back({words("unknown.title"), "#unknown"});
    contents.items.push_back({words("save.title"), "#save"});
    return head + design::two_columns(main, render(contents));
}

} // namespace onroll::check
