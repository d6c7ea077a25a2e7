// The answer of /check: the urgent fact first, then dates, findings, what a family may do, and what
// could not be told.
#include "check/views.h"

#include "design/components/button.h"
#include "design/components/calendar_grid.h"
#include "design/components/card.h"
#include "design/components/dates_line.h"
#include "design/components/details.h"
#include "design/components/finding_card.h"
#include "design/components/lead.h"
#include "design/words.h"
#include "law/duty_words.h"
#include "law/reasons.h"
#include "law/reasons_findings.h"
#include "law/rule_lists.h"

#include <algorithm>

namespace onroll::check {

using namespace law;

namespace views_result_detail {

using design::Html;

std::string tag_words(Severity severity)
{
    switch (severity) {
    case Severity::unlawful:
        return "Clear rule";
    case Severity::breach:
        return "A duty in law";
    case Severity::check:
        return "Needs a person";
    case Severity::indicator:
        return "A pattern to look at";
    case Severity::reject_application:
        return "Too late";
    }
    return {};
}

std::string what_it_means(Severity severity)
{
    switch (severity) {
    case Severity::unlawful:
        return "From what you told us, this does not fit the rule. Ask the school, in writing, to "
               "put "
               "it right.";
    case Severity::breach:
        return "From what you told us, something that had to happen did not, or came late. The "
               "exclusion still stands for now.";
    case Severity::check:
        return "This is a question to ask. It does not by itself undo the exclusion.";
    case Severity::indicator:
        return "This is only a pattern. A person should look at it.";
    case Severity::reject_application:
        return "The request came after the last day, so it must be turned down.";
    }
    return {};
}

design::Source source_of(RuleId rule, Date on)
{
    const auto cited = citation_for(rule, on);
    std::string words(cited.source);
    if (!cited.edition.empty()) words += ", " + std::string(cited.edition) + " edition";
    return {words, rule_url(rule)};
}

Html source_link(const design::Source& source)
{
    return design::element("span", {{"class", "onr-src"}}, design::source_words({source}));
}

design::Tag force_of(RuleId rule, Date on)
{
    const auto cited = citation_for(rule, on);
    return {.content = words_for(cited.force),
            .classes = cited.force == Force::must     ? "govuk-tag--teal"
                       : cited.force == Force::should ? "govuk-tag--blue"
                                                      : "govuk-tag--grey"};
}

bool about_the_family(const Duty& duty)
{
    return duty.actor == Actor::parent || duty.actor == Actor::pupil;
}

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

Html note_of(const AnswerRow& row, Timing timing)
{
    const bool past = row.state == RowState::past;
    if (row.duty.dates.count > 1)
        return "To " + design::day_and_month(row.duty.dates.dates[row.duty.dates.count - 1u]) +
               ", " + design::school_days_in_words(row.duty.dates.count) +
               (past ? ". Now passed" : "");
    if (past) return "This day has passed";
    if (row.state == RowState::today) return "Today";
    if (row.state == RowState::under_way && row.duty.type != DutyType::delete_from)
        return "Going on now";
    return timing == Timing::by ? "Last day" : timing == Timing::from ? "From this day" : "";
}

std::string does_now(const AnswerRow& row, const DutyWords& words)
{
    const auto& does = row.state == RowState::past        ? words.did
                       : row.state == RowState::under_way ? words.now
                                                          : words.does;
    return does + ".";
}

/// Why each duty of the row is there, each said once.
Html why(const CheckResult& result, const AnswerRow& row)
{
    std::vector<std::string> said;
    std::string words;
    for (const auto* duty : row.duties) {
        const auto sentence = duty_sentence(*result.history, *result.evaluation, *duty);
        if (std::find(said.begin(), said.end(), sentence) != said.end()) continue;
        said.push_back(sentence);
        words += (words.empty() ? "" : " ") + sentence;
    }
    return design::element("p", {{"class", "onr-soft"}}, words);
}

std::vector<design::Source> sources_of(const CheckResult& result, const AnswerRow& row)
{
    std::vector<design::Source> sources;
    for (const auto* duty : row.duties) {
        auto source =
            source_of(duty->rule, law_day(*result.history, duty->subject, duty->exclusion));
        const bool there = std::any_of(sources.begin(), sources.end(), [&](const auto& other) {
            return other.text == source.text;
        });
        if (!there) sources.push_back(std::move(source));
    }
    return sources;
}

design::DatedLine line_of(const CheckResult& result, const AnswerRow& row)
{
    const auto words = words_for(row.duty);
    design::DatedLine line;
    line.day = row.day;
    line.standing = standing_of(row);
    line.school_days_left = row.school_days_left;
    line.note = note_of(row, words.timing);
    line.who = who_acts(row.duty.actor);
    line.what = does_now(row, words);
    line.more = why(result, row);
    if (!words.permission)
        line.force =
            force_of(row.duty.rule, law_day(*result.history, row.duty.subject, row.duty.exclusion));
    line.sources = sources_of(result, row);
    return line;
}

Html dates_section(const CheckResult& result)
{
    design::DatesLine dates;
    for (const auto& row : result.rows->dated) dates.lines.push_back(line_of(result, row));
    return design::section_heading("dates", "Dates, in order") +
           design::paragraph("These are counted in school days at " + result.school_name +
                             ". A day the school is closed to pupils does not count.") +
           render(dates);
}

/// The calendar of each count, behind a line that opens it.
Html counting_section(const CheckResult& result)
{
    Html content;
    const auto& calendar = result.history->schools.front()->calendar;
    for (const auto& row : result.rows->dated) {
        if (!row.counted_from || *row.counted_from >= *row.day) continue;
        const auto grid = design::CalendarGrid{
            .caption = "School days at " + result.school_name + " from " +
                       in_words(*row.counted_from) + " to " + in_words(*row.day),
            .days = design::counted_days(calendar, *row.counted_from, *row.day, "Told")};
        content += render(design::Details{
            .summary = "How we counted to " + with_weekday(*row.day),
            .content = design::paragraph("The day that starts the count is marked “Told”, and is "
                                         "not counted. Weeks with no school day are left out.") +
                       design::scroll_region("Calendar", render(grid))});
    }
    return content;
}

Html undated_section(const CheckResult& result)
{
    if (result.rows->undated.empty()) return {};
    std::vector<design::Line> items;
    for (const auto& row : result.rows->undated) {
        const auto words = words_for(row.duty);
        const bool past_terms = row.duty.missing == Missing::term_dates;
        items.push_back(
            {design::element("strong", {}, who_acts(row.duty.actor)) + " " + words.does + ".",
             Html(past_terms ? "The day falls after the term dates we hold. " : "") +
                 duty_sentence(*result.history, *result.evaluation, *row.duties.front()) + " " +
                 design::source_words(sources_of(result, row))});
    }
    return design::section_heading("undated", "With no set day") + design::lines(items);
}

Html findings_section(const CheckResult& result)
{
    Html content = design::section_heading("why", "What we think, and why");
    if (result.evaluation->findings.empty())
        return content + design::paragraph(
                             "Nothing in your answers shows a missed duty or a broken rule. That "
                             "does not mean that all is well: we only know what you told us.");
    for (const auto& finding : result.evaluation->findings) {
        const auto on = law_day(*result.history, finding.subject, finding.exclusion);
        const auto& about = rule(finding.rule);
        const bool ask =
            finding.severity == Severity::check || finding.severity == Severity::indicator;
        content += render(design::FindingCard{
            .title = about.title,
            .told_us = finding_sentence(*result.history, finding),
            .rule = about.about,
            .so = what_it_means(finding.severity),
            .would_change = about.ask,
            .strength = design::Tag{.content = tag_words(finding.severity),
                                    .classes = ask ? "govuk-tag--yellow" : "govuk-tag--teal"},
            .sources = {source_of(finding.rule, on)},
            .tone = ask                                      ? design::FindingTone::ask
                    : finding.severity == Severity::unlawful ? design::FindingTone::unlawful
                                                             : design::FindingTone::rule});
    }
    return content;
}

/// What follows if an answer that is not known is this one.
Html hanging_view(const CheckResult& result, const Hanging& one)
{
    const auto rows = answer_rows(one.history, one.evaluation, result.today);
    std::vector<Html> items;
    for (const auto& row : rows.dated)
        items.push_back(row_in_words(row) + ". " +
                        source_link(source_of(row.duty.rule, law_day(one.history, row.duty.subject,
                                                                     row.duty.exclusion))));
    for (const auto& row : rows.undated)
        items.push_back(who_acts(row.duty.actor) + " " + words_for(row.duty).does + ". " +
                        source_link(source_of(row.duty.rule, law_day(one.history, row.duty.subject,
                                                                     row.duty.exclusion))));
    if (items.empty()) return {};
    return design::element("h3", {{"class", "govuk-heading-s"}}, one.if_words) +
           design::bullets(items);
}

Html hanging_section(const CheckResult& result)
{
    if (result.hanging.empty()) return {};
    Html content = design::section_heading("hangs", "What hangs on the answer");
    for (const auto& one : result.hanging) content += hanging_view(result, one);
    return content;
}

Html unknown_section(const CheckResult& result)
{
    design::UnknownBox box;
    for (const auto& one : result.assumptions) box.items.push_back(one);
    for (const auto& row : result.rows->undated)
        if (row.duty.missing == Missing::term_dates)
            box.items.push_back(
                "The day for “" + std::string(rule(row.duty.rule).title) +
                "”. It falls after the last term that we hold for this school, which ends on " +
                in_words(result.history->schools.front()->calendar.last_day()) + ".");
    if (box.items.empty()) return {};
    return design::section_heading("unknown", "What we could not tell") + render(box);
}

bool governors_have_decided(const History& history)
{
    return std::any_of(history.events.begin(), history.events.end(), [](const Event& event) {
        return event.type == EventType::board_decision_notice;
    });
}

Html may_do_section(const CheckResult& result)
{
    std::vector<Html> items;
    if (!governors_have_decided(*result.history))
        items.push_back("Write to the governors and say what you think. They must read it and "
                        "think about it.");
    for (const auto& row : result.rows->dated)
        if (about_the_family(row.duty) && words_for(row.duty).permission &&
            row.state != RowState::past)
            items.push_back(who_acts(row.duty.actor) + " " + words_for(row.duty).does +
                            ". Last day: " + with_weekday(*row.day) + ".");
    items.push_back(
        "Ask the school for its notes of what happened, and for what it told the council.");
    items.push_back("Complain to the school if it did not keep the rules. Its complaints policy "
                    "must be on its website.");
    return design::section_heading("may", "What a family may do") + design::bullets(items);
}

/// The way back to the form with every answer in it: the answers travel in the form, never in the
/// address.
Html change_answers(const http::Fields& answers)
{
    std::vector<Html> fields;
    for (const auto& [name, value] : answers)
        fields.push_back(
            design::void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}}));
    return design::element(
        "form", {{"method", "post"}, {"action", "/check"}, {"class", "onr-noprint"}}, fields,
        render(design::Button{.content = "Change an answer",
                              .name = "change",
                              .value = "yes",
                              .classes = "govuk-button--secondary"}));
}

} // namespace views_result_detail

design::Html check_result_view(const CheckResult& result)
{
    using namespace views_result_detail;
    const auto& one = result.history->exclusions.front();
    Html head = design::page_heading(result.title);
    head += design::lead("Decided on " + with_weekday(one.decided_on) + " at " +
                         result.school_name + ". We used the rules in force that day.");
    head += first_panel_view(result);
    const Html unknown = unknown_section(result);
    const Html main = dates_section(result) + counting_section(result) + hanging_section(result) +
                      undated_section(result) + findings_section(result) + may_do_section(result) +
                      unknown + change_answers(result.answers) +
                      design::paragraph("We keep no copy of your answers. This page is gone when "
                                        "you close it, unless you print or save it.");
    design::Contents contents{.items = {{"Dates", "#dates"}}};
    if (!result.hanging.empty()) contents.items.push_back({"What hangs on the answer", "#hangs"});
    if (!result.rows->undated.empty()) contents.items.push_back({"With no set day", "#undated"});
    contents.items.push_back({"What we think, and why", "#why"});
    contents.items.push_back({"What a family may do", "#may"});
    if (!unknown.empty()) contents.items.push_back({"What we could not tell", "#unknown"});
    return head + design::two_columns(main, render(contents));
}

} // namespace onroll::check
