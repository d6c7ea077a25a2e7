// Writing: totals, duties and findings with where each is written, in which edition, how sure we
// are, and one sentence.
#include "law/evaluate.h"
#include "law/json.h"
#include "law/reasons.h"
#include "law/reasons_findings.h"
#include "law/reasons_movements.h"
#include "law/rules_movements.h"
#include "law/rules_reckoning.h"

#include <algorithm>
#include <set>

namespace onroll::law {

namespace json_write_detail {

json::Value half_days_as_days(int half_days)
{
    return half_days % 2 ? json::Value(half_days / 2.0) : json::Value(half_days / 2);
}

std::string subject_id(const History& history, Duty::Subject subject, std::size_t index)
{
    switch (subject) {
    case Duty::Subject::exclusion:
        return history.exclusions[index].id;
    case Duty::Subject::separation:
        return history.separations[index].id;
    case Duty::Subject::movement:
        return std::string(movement_id(history, index));
    }
    return {};
}

json::Value recipients(const Recipients& recipients, const School& school)
{
    auto list = json::Value::array();
    const auto add = [&](Recipient one, std::string_view word) {
        if (recipients.has(one)) list.push_back(word);
    };
    add(Recipient::parent, "parent");
    add(Recipient::pupil, "pupil");
    add(Recipient::board, name(board_of(school)));
    add(Recipient::local_authority, "local_authority");
    add(Recipient::home_local_authority, "home_local_authority");
    add(Recipient::social_worker, "social_worker");
    add(Recipient::virtual_school_head, "virtual_school_head");
    return list;
}

void add_citation(json::Value& row, RuleId rule, Date on)
{
    const auto cited = citation_for(rule, on);
    row["force"] = code_of(cited.force);
    row["citation"] = cited.source;
    row["edition"] = cited.edition;
    row["link"] = cited.link;
    row["confidence"] = code_of(cited.confidence);
}

void add_day(json::Value& row, const char* name, const std::optional<Date>& day)
{
    if (day) row[name] = iso(*day);
}

/// The rules that a movement was judged by; an exclusion's stand once for all its answers.
void add_version_of_movement(json::Value& row, const History& history, Duty::Subject subject,
                             std::size_t index)
{
    if (subject != Duty::Subject::movement) return;
    if (const auto version = law_version_on(law_day(history, subject, index)))
        row["law_version"] = *version;
}

json::Value duty_row(const History& history, const Evaluation& evaluation, const Duty& duty)
{
    json::Value row;
    row["rule"] = name_of(duty.rule);
    row["exclusion"] = subject_id(history, duty.subject, duty.exclusion);
    row["actor"] = name(duty.actor);
    row["type"] = name(duty.type);
    add_day(row, "date", duty.date);
    if (!duty.dates.empty()) {
        row["dates"] = json::Value::array();
        for (const auto day : duty.dates) row["dates"].push_back(iso(day));
    }
    if (duty.subject == Duty::Subject::movement) {
        // Nobody is told as the board here, so any school of the history will do.
        if (duty.recipients.bits != 0)
            row["recipients"] = recipients(duty.recipients, *history.schools.front());
    } else if (duty.type == DutyType::notify || duty.type == DutyType::notify_termly) {
        row["recipients"] = recipients(duty.recipients,
                                       *history.schools[history.exclusions[duty.exclusion].school]);
    }
    add_day(row, "consider_before", duty.consider_before);
    add_day(row, "notice_given", duty.notice_given);
    add_day(row, "application_made", duty.application_made);
    if (duty.amount) row["amount"] = *duty.amount;
    if (duty.amount_pence) row["amount_pence"] = *duty.amount_pence;
    if (duty.missing == Missing::term_dates) row["missing"] = "term_dates";
    if (duty.missing == Missing::length) row["missing"] = "length";
    if (duty.missing == Missing::return_date) row["missing"] = "returned_on";
    add_version_of_movement(row, history, duty.subject, duty.exclusion);
    add_citation(row, duty.rule, law_day(history, duty.subject, duty.exclusion));
    row["reason"] = duty_sentence(history, evaluation, duty);
    return row;
}

json::Value finding_row(const History& history, const Finding& finding)
{
    json::Value row;
    row["rule"] = name_of(finding.rule);
    row["exclusion"] = subject_id(history, finding.subject, finding.exclusion);
    row["severity"] = name(finding.severity);
    if (finding.year_half_days) row["year_total"] = half_days_as_days(*finding.year_half_days);
    add_day(row, "notified", finding.notified);
    // The published shape gives a late reconsideration no days; its sentence says both.
    const bool reconsidered = finding.rule == RuleId::fnd_37 && finding.reason.empty();
    if (!reconsidered) {
        add_day(row, "due", finding.due);
        add_day(row, "held", finding.held);
    }
    add_day(row, "deleted", finding.deleted);
    add_day(row, "made", finding.made);
    add_day(row, "deadline", finding.deadline);
    if (!finding.items.empty()) row["items"] = finding.items;
    add_version_of_movement(row, history, finding.subject, finding.exclusion);
    add_citation(row, finding.rule, law_day(history, finding.subject, finding.exclusion));
    if (const auto next = rule(finding.rule).next; !next.empty()) row["next"] = next;
    const auto sentence = finding.subject == Duty::Subject::movement
                              ? movement_sentence(history, finding)
                              : finding_sentence(history, finding);
    // The published shape of FND-31 gives `reason` to the bar itself.
    if (finding.rule == RuleId::fnd_31) {
        row["reason"] = finding.reason;
        row["explanation"] = sentence;
        return row;
    }
    if (!finding.reason.empty()) row["fact"] = finding.reason;
    row["reason"] = sentence;
    return row;
}

/// A half day of the exclusion lies beyond the terms that its school gave.
bool terms_fall_short(const Exclusion& exclusion, const School& school)
{
    if (exclusion.length_not_told) return false;
    const auto half_days = HalfDays::of(exclusion, school.calendar);
    return !half_days.first_day() || (!half_days.endless() && !half_days.last_day());
}

/// Nobody told how long it lasts, and no cancellation in force says it either.
bool lacks_its_length(const History& history, const Evaluation& evaluation, std::size_t exclusion)
{
    return history.exclusions[exclusion].length_not_told &&
           std::none_of(evaluation.totals.begin(), evaluation.totals.end(),
                        [&](const Total& total) {
                            return total.exclusion == exclusion && total.after_cancellation;
                        });
}

/// What a school other than the last one has not told, so that a total may be higher: its
/// exclusions, or its terms. Days known only as totals lack the exclusions behind them. A
/// suspension without a length counts as the least that it may be.
json::Value not_told(const History& history, const Evaluation& evaluation)
{
    auto missing = json::Value::array();
    if (history.earlier_days)
        missing.push_back({{"what", "exclusions"}, {"behind", "earlier_days"}});
    for (std::size_t i = 0; i < history.exclusions.size(); ++i)
        if (lacks_its_length(history, evaluation, i))
            missing.push_back({{"what", "length"}, {"exclusion", history.exclusions[i].id}});
    for (std::size_t i = 0; i < history.schools.size(); ++i) {
        bool excluded = false, short_of_terms = false;
        for (const auto& one : history.exclusions) {
            if (one.school != i) continue;
            excluded = true;
            short_of_terms = short_of_terms || terms_fall_short(one, *history.schools[i]);
        }
        if (!excluded && !history.earlier_days)
            missing.push_back({{"what", "exclusions"}, {"school", history.schools[i]->key}});
        if (short_of_terms)
            missing.push_back({{"what", "term_dates"}, {"school", history.schools[i]->key}});
    }
    return missing;
}

/// Where a total may hold days of another school: which total was used, and what is missing.
void add_total_scope(json::Value& result, const History& history, const Evaluation& evaluation)
{
    if (history.exclusions.empty()) return;
    bool a_length_is_missing = false;
    for (std::size_t i = 0; i < history.exclusions.size(); ++i)
        a_length_is_missing = a_length_is_missing || lacks_its_length(history, evaluation, i);
    if (history.schools.size() < 2 && !history.earlier_days && !a_length_is_missing) return;
    auto& row = result["total_scope"];
    const bool pupil = history.term_total_scope == TermTotalScope::pupil;
    row["rule"] = name_of(RuleId::def_08);
    row["term_total"] = pupil ? "pupil" : "school";
    row["year_total"] = "pupil";
    row["missing"] = not_told(history, evaluation);
    add_citation(row, RuleId::def_08, history.exclusions.back().decided_on);
    row["reason"] = pupil ? "Days at every school count in the term and in the school year."
                          : "Only days at the excluding school count in the term; days at every "
                            "school count in the school year.";
}

} // namespace json_write_detail

std::string_view code_of(Confidence confidence)
{
    switch (confidence) {
    case Confidence::read:
        return "read";
    case Confidence::well_known:
        return "well_known";
    case Confidence::our_reading:
        return "our_reading";
    }
    return {};
}

std::string_view code_of(Force force)
{
    switch (force) {
    case Force::must:
        return "must";
    case Force::should:
        return "should";
    case Force::good_practice:
        return "good_practice";
    case Force::convention:
        return "convention";
    }
    return {};
}

json::Value write_result(const History& history, const Evaluation& evaluation)
{
    using namespace json_write_detail;
    json::Value result;
    result["id"] = history.id;
    result["law_version"] = json::Value::object();
    for (std::size_t i = 0; i < evaluation.versions.size(); ++i)
        result["law_version"][history.exclusions[i].id] = label(evaluation.versions[i]);
    for (std::size_t i = 0; i < evaluation.separation_versions.size(); ++i)
        result["law_version"][history.separations[i].id] = label(evaluation.separation_versions[i]);
    result["totals"] = json::Value::array();
    for (const auto& total : evaluation.totals) {
        json::Value row;
        row["exclusion"] = history.exclusions[total.exclusion].id;
        row["term"] = total.term.name();
        row["term_total"] = half_days_as_days(total.term_half_days);
        row["year_total"] = half_days_as_days(total.year_half_days);
        if (total.after_cancellation) row["after_cancellation"] = true;
        if (total.at_least) row["at_least"] = true;
        result["totals"].push_back(std::move(row));
    }
    add_total_scope(result, history, evaluation);
    std::set<std::string_view> fired;
    result["duties"] = json::Value::array();
    for (const auto& duty : evaluation.duties) {
        fired.insert(name_of(duty.rule));
        result["duties"].push_back(duty_row(history, evaluation, duty));
    }
    result["findings"] = json::Value::array();
    for (const auto& finding : evaluation.findings) {
        fired.insert(name_of(finding.rule));
        result["findings"].push_back(finding_row(history, finding));
    }
    result["rules_fired"] = json::Value::array();
    for (const auto name : fired) result["rules_fired"].push_back(name);
    return result;
}

json::Value write_error(const std::string& id, const Error& error)
{
    json::Value result;
    result["id"] = id;
    result["error"]["member"] = error.where;
    result["error"]["message"] = error.message;
    return result;
}

Answer answer_history(const json::Value& value, std::size_t place, const SchoolFinder& find_school)
{
    const auto id = id_of(value, place);
    auto read = read_history(value, find_school);
    if (!read) return {write_error(id, read.error()), true};
    read->history.id = id;
    thread_local Evaluation evaluation;
    evaluate(read->history, evaluation);
    return {write_result(read->history, evaluation), false};
}

Result<AnsweredDocument> answer_document(const json::Value& document,
                                         const SchoolFinder& find_school)
{
    if (!document.is_object())
        return bad_input("The file must hold a JSON object: one history, or a list of them under "
                         "vectors or histories");
    AnsweredDocument answers;
    answers.document["results"] = json::Value::array();
    const auto add = [&](const json::Value& one, std::size_t place) {
        auto answer = answer_history(one, place, find_school);
        answers.failed += answer.failed ? 1 : 0;
        answers.document["results"].push_back(std::move(answer.result));
    };
    if (document.contains("vectors") && document.contains("histories"))
        return bad_input("The file must hold vectors or histories, not both", "/histories");
    for (const auto* list : {"vectors", "histories"}) {
        if (!document.contains(list)) continue;
        if (!document.at(list).is_array())
            return bad_input(std::string(list) + " must be a list", std::string("/") + list);
        std::size_t place = 0;
        for (const auto& one : document.at(list)) add(one, place++);
        return answers;
    }
    add(document, 0);
    return answers;
}

} // namespace onroll::law
