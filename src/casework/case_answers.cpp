#include "casework/case_answers.h"

#include "law/duty_words.h"
#include "law/evaluate.h"
#include "law/reasons.h"
#include "law/reasons_findings.h"
#include "law/rule_lists.h"

#include <algorithm>
#include <set>
#include <utility>

namespace onroll::casework {
namespace case_answers_detail {

using namespace law;

AnswerSource source_of(const History& history, RuleId rule, Duty::Subject subject,
                       std::size_t index)
{
    const auto cited = citation_for(rule, law_day(history, subject, index));
    std::string words(cited.source);
    if (!cited.edition.empty()) words += ", " + std::string(cited.edition) + " edition";
    return {std::move(words), rule_url(rule)};
}

std::vector<AnswerSource> sources_of(const History& history, const AnswerRow& row)
{
    std::vector<AnswerSource> sources;
    for (const auto* duty : row.duties) {
        auto source = source_of(history, duty->rule, duty->subject, duty->exclusion);
        if (std::find(sources.begin(), sources.end(), source) == sources.end())
            sources.push_back(std::move(source));
    }
    return sources;
}

std::string does_in(const DutyWords& words, RowState state)
{
    if (state == RowState::past && !words.did.empty()) return words.did;
    if (state == RowState::under_way && !words.now.empty()) return words.now;
    return words.does;
}

LawDate date_of(const ToldHistory& told, const Evaluation& evaluation, const AnswerRow& row)
{
    const auto& duty = row.duty;
    const auto& history = told.history();
    const auto words = words_for(duty);
    const auto cited = citation_for(duty.rule, law_day(history, duty.subject, duty.exclusion));
    return {.event = told.event_of(duty.subject, duty.exclusion),
            .who = who_acts(duty.actor),
            .does = does_in(words, row.state),
            .why = duty_sentence(history, evaluation, duty),
            .due = row.day,
            .state = row.state,
            .school_days_left = row.school_days_left,
            .last_day = words.timing == Timing::by,
            .permission = words.permission,
            .type = duty.type,
            .actor = duty.actor,
            .force = cited.force,
            .sources = sources_of(history, row)};
}

/// Each duty of a row by a name that stays while its date moves.
void keep(const ToldHistory& told, const AnswerRow& row, std::set<std::string>& names,
          std::vector<KeptDate>& kept)
{
    for (const auto* duty : row.duties) {
        const auto& event = told.event_of(duty->subject, duty->exclusion);
        const auto base = std::string(rule(duty->rule).name) + " " + std::string(name(duty->type)) +
                          " " + std::string(name(duty->actor)) + " " + event.text();
        auto unique = base;
        for (int i = 2; !names.insert(unique).second; ++i) unique = base + " " + std::to_string(i);
        const auto words = words_for(*duty);
        kept.push_back({.name = std::move(unique),
                        .event = event,
                        .words = who_acts(duty->actor) + " " + words.does,
                        .due = row.day,
                        .last_day = words.timing == Timing::by,
                        .type = duty->type});
    }
}

LawFinding finding_of(const ToldHistory& told, const Finding& finding)
{
    const auto& history = told.history();
    const auto& about = rule(finding.rule);
    return {.event = told.event_of(finding.subject, finding.exclusion),
            .rule = std::string(about.name),
            .title = std::string(about.title),
            .told = finding_sentence(history, finding),
            .about = std::string(about.about),
            .ask = std::string(about.ask),
            .next = std::string(about.next),
            .severity = finding.severity,
            .source = source_of(history, finding.rule, finding.subject, finding.exclusion)};
}

/// From the first day that anything hangs on to past the last date given, and two months ahead, so
/// that tasks can be counted on them too.
DaysSeen days_seen(const SchoolCalendar& calendar, const History& history,
                   const CaseAnswers& answers, Date today)
{
    auto from = today;
    for (const auto& one : history.exclusions) from = std::min(from, one.decided_on);
    auto to = today + Days{62};
    for (const auto& date : answers.dated)
        if (date.due) {
            from = std::min(from, *date.due);
            to = std::max(to, *date.due);
        }
    from = std::max(from, calendar.first_day());
    DaysSeen seen{from, {}};
    const auto last = std::min({to + Days{28}, from + Days{800}, calendar.last_day()});
    for (auto day = from; day <= last; day += Days{1})
        seen.days += calendar.is_school_day(day) ? '1' : '0';
    return seen;
}

} // namespace case_answers_detail

Reckoned reckon_case(const std::vector<Event>& events, const SchoolFor& school_for, Date today)
{
    using namespace case_answers_detail;
    const auto told = told_history(events, school_for);
    const auto evaluation = law::evaluate(told.history());
    const auto rows = law::answer_rows(told.history(), evaluation, today);
    Reckoned reckoned;
    auto& answers = reckoned.answers;
    std::set<std::string> names;
    for (const auto& row : rows.dated) {
        answers.dated.push_back(date_of(told, evaluation, row));
        keep(told, row, names, answers.to_keep);
    }
    for (const auto& row : rows.undated) {
        answers.undated.push_back(date_of(told, evaluation, row));
        keep(told, row, names, answers.to_keep);
    }
    for (const auto& finding : evaluation.findings)
        answers.findings.push_back(finding_of(told, finding));
    std::stable_sort(answers.findings.begin(), answers.findings.end(),
                     [](const LawFinding& one, const LawFinding& other) {
                         return one.severity < other.severity;
                     });
    answers.taken = told.taken;
    answers.not_asked = told.not_asked;
    for (std::size_t i = 0; i < told.schools.size(); ++i) {
        const auto& school = told.schools[i];
        if (!school.name.empty()) answers.schools.push_back(school.name);
        reckoned.days[school.urn] =
            days_seen(told.history().schools[i]->calendar, told.history(), answers, today);
    }
    return reckoned;
}

} // namespace onroll::casework
