// The dates, findings, possible steps and helpers of the answer.
#include "check/views_answer.h"

#include "design/components/calendar_grid.h"
#include "design/components/card.h"
#include "design/components/dates_line.h"
#include "design/components/details.h"
#include "design/components/finding_card.h"
#include "design/components/lead.h"
#include "law/reasons.h"
#include "law/rule_lists.h"

#include <algorithm>

namespace onroll::check {

namespace views_answer_parts_detail {

using design::Html;
using namespace law;

design::Standing standing_of(const AnswerRow& row)
{
    switch (row.state) {
    case RowState::past:
        return design::Standing::past;
    case RowState::today:
    case RowState::under_way:
        return design::Standing::today;
    case RowState::ahead:
        return design::Standing::ahead;
    case RowState::undated:
        return design::Standing::conditional;
    }
    return design::Standing::conditional;
}

Date law_day_of(const History& history, const Duty& duty)
{
    return law_day(history, duty.subject, duty.exclusion);
}

std::string cited(const Words& words, RuleId rule, Date on)
{
    const auto where = citation_for(rule, on);
    if (where.edition.empty()) return std::string(where.source);
    return words("source.edition",
                 {{"source", std::string(where.source)}, {"edition", std::string(where.edition)}});
}

/// Where each duty of the row is written, each place once, as links.
Html sources_of(const Words& words, const History& history, const AnswerRow& row)
{
    std::vector<std::string> said;
    Html content;
    for (const auto* duty : row.duties) {
        const auto text = cited(words, duty->rule, law_day_of(history, *duty));
        if (std::find(said.begin(), said.end(), text) != said.end()) continue;
        said.push_back(text);
        const auto sentence = words("source");
        const auto at = std::min(sentence.find("{source}"), sentence.size());
        Html line =
            sentence.substr(0, at) + in_english(words, design::link(rule_url(duty->rule), text));
        if (at + 8 <= sentence.size()) line += Html(sentence.substr(at + 8));
        content += design::element("p", {{"class", "onr-src"}}, line);
    }
    return content;
}

std::string note_of(const Words& words, const AnswerRow& row)
{
    const auto& duty = row.duty;
    const bool past = row.state == RowState::past;
    if (duty.dates.count > 1)
        return words(past ? "note.until_passed" : "note.until",
                     {{"day", words.day(duty.dates.dates[duty.dates.count - 1u])},
                      {"days", words.counted("days", duty.dates.count)}});
    if (past) return words("note.passed");
    if (row.state == RowState::today) return words("note.today");
    if (row.state == RowState::under_way && duty.type != DutyType::delete_from)
        return words("note.now");
    const bool from = duty.type == DutyType::provide_from || duty.type == DutyType::delete_from ||
                      duty.type == DutyType::provide_from_should;
    const bool by = duty.type == DutyType::decide_by || duty.type == DutyType::apply_by ||
                    duty.type == DutyType::claim_by || duty.type == DutyType::end_by ||
                    duty.type == DutyType::give_notice_by || duty.type == DutyType::report_by;
    return from ? words("note.from") : by ? words("note.last_day") : std::string();
}

std::optional<design::Tag> force_of(const Words& words, const History& history, const Duty& duty)
{
    if (duty.actor == Actor::parent || duty.actor == Actor::pupil || duty.actor == Actor::none)
        return std::nullopt;
    if (duty.type == DutyType::no_meeting_required || duty.type == DutyType::none ||
        duty.type == DutyType::delete_from)
        return std::nullopt;
    switch (citation_for(duty.rule, law_day_of(history, duty)).force) {
    case Force::must:
        return design::Tag{.content = words("force.must"), .classes = "govuk-tag--teal"};
    case Force::should:
        return design::Tag{.content = words("force.should"), .classes = "govuk-tag--blue"};
    case Force::good_practice:
        return design::Tag{.content = words("force.practice"), .classes = "govuk-tag--grey"};
    case Force::convention:
        return design::Tag{.content = words("force.convention"), .classes = "govuk-tag--grey"};
    }
    return std::nullopt;
}

/// Why each duty of the row is there, each said once.
Html why_of(const Words& words, const Answered& answered, const AnswerRow& row)
{
    std::vector<std::string> said;
    Html content;
    for (const auto* duty : row.duties) {
        const auto sentence = duty_why(words, answered, *duty);
        if (std::find(said.begin(), said.end(), sentence) != said.end()) continue;
        said.push_back(sentence);
        content += design::element("p", {{"class", "onr-soft"}}, sentence);
    }
    return content;
}

design::DatedLine line_of(const Words& words, const Answered& answered, const AnswerRow& row)
{
    const auto& history = answered.story->history();
    auto note = note_of(words, row);
    Html left;
    if (row.school_days_left && *row.school_days_left > 0) {
        left = design::element("strong", {}, words.counted("left", *row.school_days_left));
        if (!note.empty()) left += ". ";
    }
    return {.day = row.day,
            .when = words.day(*row.day),
            .standing = standing_of(row),
            .note = left + note,
            .what = duty_words(words, row.duty),
            .more = why_of(words, answered, row) + sources_of(words, history, row),
            .force = force_of(words, history, row.duty)};
}

design::CalendarWords grid_words(const Words& words)
{
    design::CalendarWords said{.week = words("grid.week"),
                               .school_day = words("grid.school_day"),
                               .short_date = [&words](Date day) { return words.short_date(day); }};
    for (unsigned day = 1; day <= said.weekdays.size(); ++day)
        said.weekdays[day - 1] = words.short_weekday(day);
    return said;
}

/// The calendar of each count, behind a line that opens it.
Html counting_view(const Words& words, const Answered& answered)
{
    Html content;
    if (!answered.story->term_dates_held) return content;
    const auto& calendar = answered.story->history().schools.front()->calendar;
    const auto school = school_words(words, *answered.story);
    for (const auto& row : answered.rows.dated) {
        if (!row.counted_from || *row.counted_from >= *row.day) continue;
        const auto grid = design::CalendarGrid{
            .caption = words("dates.grid", {{"school", school},
                                            {"from", words.date(*row.counted_from)},
                                            {"to", words.date(*row.day)}}),
            .days = design::counted_days(calendar, *row.counted_from, *row.day, words("grid.told"),
                                         words("grid.shut")),
            .words = grid_words(words)};
        content += render(design::Details{
            .summary = words("dates.counted", {{"day", words.day(*row.day)}}),
            .content = design::paragraph(words("dates.counted.text")) +
                       design::scroll_region(words("dates.calendar"), render(grid))});
    }
    return content;
}

Html undated_view(const Words& words, const Answered& answered)
{
    if (answered.rows.undated.empty()) return {};
    std::vector<design::Line> items;
    for (const auto& row : answered.rows.undated) {
        Html note;
        if (row.duty.missing == Missing::term_dates)
            note = design::element("p", {}, words("undated.past_terms"));
        items.push_back(
            {duty_words(words, row.duty), note + why_of(words, answered, row) +
                                              sources_of(words, answered.story->history(), row)});
    }
    return design::element("h3", {{"class", "govuk-heading-m"}}, words("undated.title")) +
           design::lines(items);
}

std::string severity_key(Severity severity)
{
    switch (severity) {
    case Severity::unlawful:
        return "unlawful";
    case Severity::breach:
        return "breach";
    case Severity::check:
        return "check";
    case Severity::indicator:
        return "indicator";
    case Severity::reject_application:
        return "reject_application";
    }
    return {};
}

/// A text of the rule in families' words, or else the rule's own.
std::string rule_text(const Words& words, RuleId id, const char* part, std::string_view own)
{
    const auto key = "finding." + std::string(rule(id).name) + "." + part;
    return words.knows(key) ? words(key) : std::string(own);
}

/// What was told that one rule is about, each thing once.
Html told_about(const Words& words, const Answered& answered, RuleId id)
{
    std::vector<Html> told;
    for (const auto* finding : answered.findings)
        if (finding->rule == id) told.push_back(finding_words(words, answered, *finding));
    return told.size() == 1 ? told.front() : design::bullets(told);
}

/// All findings of one rule, whose gravest is `finding`.
Html finding_view(const Words& words, const Answered& answered, const Finding& finding)
{
    const auto& about = rule(finding.rule);
    const auto on = law_day(answered.story->history(), finding.subject, finding.exclusion);
    const auto severity = severity_key(finding.severity);
    const bool ask = finding.severity == Severity::check || finding.severity == Severity::indicator;
    const design::FindingLabels labels{words("why.told"), words("why.rule"), words("why.so"),
                                       words("why.change"), source_words_in(words)};
    return render(
        design::FindingCard{
            .title = rule_text(words, finding.rule, "title", about.title),
            .told_us = told_about(words, answered, finding.rule),
            .rule = rule_text(words, finding.rule, "rule", about.about),
            .so = words("so." + severity),
            .would_change = rule_text(words, finding.rule, "ask", about.ask),
            .strength = design::Tag{.content = words("strength." + severity),
                                    .classes = ask ? "govuk-tag--yellow" : "govuk-tag--teal"},
            .sources = {{cited(words, finding.rule, on), rule_url(finding.rule)}},
            .tone = ask                                      ? design::FindingTone::ask
                    : finding.severity == Severity::unlawful ? design::FindingTone::unlawful
                                                             : design::FindingTone::rule},
        labels);
}

} // namespace views_answer_parts_detail

design::Html dates_view(const Here& here, const Answered& answered)
{
    using namespace views_answer_parts_detail;
    const auto& words = here.words;
    if (answered.rows.dated.empty() && answered.rows.undated.empty()) return {};
    design::DatesLine dates;
    for (const auto& row : answered.rows.dated)
        dates.lines.push_back(line_of(words, answered, row));
    Html content = design::section_heading("dates", words("dates.title"));
    if (!dates.lines.empty())
        content += design::paragraph(
                       answered.story->term_dates_held
                           ? words("dates.lead", {{"school", school_words(words, *answered.story)}})
                           : words("dates.lead_weekdays")) +
                   render(dates);
    return content + counting_view(words, answered) + undated_view(words, answered);
}

design::Html findings_view(const Here& here, const Answered& answered)
{
    using namespace views_answer_parts_detail;
    const auto& words = here.words;
    Html content = design::section_heading("why", words("why.title"));
    const auto about = "about." + std::string(name(answered.answers->happened));
    if (answered.answers->an_exclusion() && words.knows(about))
        content += design::paragraph(words(about));
    if (answered.findings.empty()) return content + design::paragraph(words("why.nothing"));
    std::vector<law::RuleId> shown;
    for (const auto* finding : answered.findings) {
        if (std::find(shown.begin(), shown.end(), finding->rule) != shown.end()) continue;
        shown.push_back(finding->rule);
        content += finding_view(words, answered, *finding);
    }
    return content;
}

design::Html may_view(const Here& here, const Answered& answered)
{
    const auto& words = here.words;
    std::vector<design::Html> items;
    for (const auto& one : answered.may) {
        design::Html line = words(one.key);
        if (one.by)
            line +=
                " " + design::element("strong", {}, words("may.by", {{"day", words.day(*one.by)}}));
        items.push_back(std::move(line));
    }
    return design::section_heading("may", words("may.title")) + design::bullets(items);
}

design::Html help_view(const Here& here)
{
    const auto& words = here.words;
    const auto advice = advice_in(here);
    std::vector<design::Line> items;
    if (!advice.name.empty()) {
        design::Html main = design::element("strong", {}, advice.name);
        if (!advice.phone.empty()) main += design::Html(", ") + phone_in(words, advice.phone);
        items.push_back({main, words("help.local") + " " + hours_in(words, advice.hours)});
    }
    const auto kept = here.languages.find("en")("help.lines");
    for (std::size_t from = 0; from < kept.size();) {
        const auto to = std::min(kept.find(' ', from), kept.size());
        const auto key = "help." + kept.substr(from, to - from);
        items.push_back({design::link(words(key + ".site"), words(key + ".name")),
                         words(key + ".what") + " " +
                             words("help.checked", {{"day", words(key + ".checked")}})});
        from = to + 1;
    }
    items.push_back({words("help.council"), {}});
    items.push_back({words("help.child"), {}});
    return design::section_heading("help", words("help.title")) + design::lines(items);
}

design::Html unknown_view(const Here& here, const Answered& answered)
{
    const auto& words = here.words;
    design::UnknownBox box{.title = words("unknown.missing")};
    for (const auto& one : answered.story->assumed)
        box.items.push_back(one.day ? words(one.key, {{"day", words.day(*one.day)}})
                                    : words(one.key));
    for (const auto& row : answered.rows.undated)
        if (row.duty.missing == law::Missing::term_dates)
            box.items.push_back(words(
                "unknown.past_terms",
                {{"what", duty_words(words, row.duty)},
                 {"day",
                  words.date(answered.story->history().schools.front()->calendar.last_day())}}));
    if (box.items.empty()) return {};
    return design::section_heading("unknown", words("unknown.title")) + render(box);
}

} // namespace onroll::check
