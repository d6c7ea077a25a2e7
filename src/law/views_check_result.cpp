// The answer of /check: the urgent fact first, then dates, findings, what a family may do, and what
// could not be told.
#include "law/views_check.h"

#include "design/components/button.h"
#include "design/components/card.h"
#include "design/components/dates_line.h"
#include "design/components/finding_card.h"
#include "design/components/first_panel.h"
#include "design/components/lead.h"
#include "design/words.h"
#include "law/duty_words.h"
#include "law/reasons.h"
#include "law/reasons_findings.h"
#include "law/rule_lists.h"
#include "law/rules_reckoning.h"
#include "law/views.h"

#include <algorithm>

namespace onroll::law {

namespace views_check_result_detail {

using design::Html;

std::string tag_words(Severity severity)
{
    switch (severity) {
    case Severity::unlawful:
        return "Against a clear rule";
    case Severity::breach:
        return "A duty was missed";
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
        return "From what you told us, this does not fit the law. Ask the school to put it right, "
               "in writing.";
    case Severity::breach:
        return "From what you told us, something that had to happen did not, or came late. The "
               "exclusion still stands meanwhile.";
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

std::optional<Date> day_of(const Duty& duty)
{
    if (duty.date) return duty.date;
    if (!duty.dates.empty()) return *duty.dates.begin();
    return std::nullopt;
}

Html dates_in_words(const DateList& dates)
{
    std::vector<std::string> words;
    for (const auto day : dates) words.push_back(design::day_and_month(day));
    return words.size() > 1 ? Html(design::listed(words) + ".") : Html{};
}

design::DatedLine line_of(const CheckResult& result, const Duty& duty)
{
    const auto& history = *result.history;
    const auto on = law_day(history, duty.subject, duty.exclusion);
    const auto day = day_of(duty);
    design::DatedLine line;
    line.day = day;
    if (!day)
        line.when =
            duty.missing == Missing::term_dates ? "After the term dates we hold" : "No date";
    if (day) {
        line.standing = *day < result.today    ? design::Standing::past
                        : *day == result.today ? design::Standing::today
                                               : design::Standing::ahead;
        const auto& calendar = history.schools.front()->calendar;
        if (*day > result.today && calendar.last_day() >= *day)
            line.school_days_left = calendar.between(result.today + Days{1}, *day + Days{1}).count;
    } else {
        line.standing = design::Standing::conditional;
    }
    line.who = who_acts(duty.actor);
    line.what = what_they_do(duty);
    line.more = dates_in_words(duty.dates) + Html(duty.dates.empty() ? "" : " ") +
                Html(duty_sentence(history, *result.evaluation, duty));
    line.force = force_of(duty.rule, on);
    line.sources = {source_of(duty.rule, on)};
    return line;
}

/// Dated rows in order of date; the rest, which have no day, after them.
std::vector<const Duty*> in_order(const Evaluation& evaluation)
{
    std::vector<const Duty*> duties;
    for (const auto& duty : evaluation.duties) duties.push_back(&duty);
    std::stable_sort(duties.begin(), duties.end(), [](const Duty* a, const Duty* b) {
        const auto x = day_of(*a), y = day_of(*b);
        if (x && y) return *x < *y;
        return x.has_value() && !y.has_value();
    });
    return duties;
}

/// The next thing that somebody must or may do: today or later, and something that can still be
/// missed.
const Duty* most_urgent(const CheckResult& result, const std::vector<const Duty*>& duties)
{
    for (const auto* duty : duties)
        if (const auto day = day_of(*duty); day && *day >= result.today) return duty;
    return nullptr;
}

Html ring(const AdviceService& advice)
{
    if (advice.name.empty()) return {};
    Html words = "Talk to someone on your side: " + advice.name;
    if (!advice.phone.empty()) words += Html(", ") + design::telephone(advice.phone);
    if (!advice.hours.empty()) words += ". " + advice.hours;
    return words;
}

Html first_panel(const CheckResult& result, const std::vector<const Duty*>& duties)
{
    const auto unlawful =
        std::find_if(result.evaluation->findings.begin(), result.evaluation->findings.end(),
                     [](const Finding& one) { return one.severity == Severity::unlawful; });
    const auto* urgent = most_urgent(result, duties);
    design::FirstPanel panel;
    if (unlawful != result.evaluation->findings.end()) {
        panel.title = "Something here does not fit the law";
        panel.content = design::paragraph(finding_sentence(*result.history, *unlawful));
        if (urgent)
            panel.content +=
                design::paragraph("Next date: " + with_weekday(*day_of(*urgent)) + ". " +
                                  who_acts(urgent->actor) + " " + what_they_do(*urgent));
    } else if (urgent) {
        panel.title = with_weekday(*day_of(*urgent)) + ": " + who_acts(urgent->actor) + " " +
                      what_they_do(*urgent);
        panel.content =
            design::paragraph(duty_sentence(*result.history, *result.evaluation, *urgent));
    } else {
        panel.label = "The last date has passed";
        panel.title = "No date is still to come";
        panel.content = design::paragraph("You can still complain, or ask for advice.");
    }
    panel.ring = ring(result.advice);
    return render(panel);
}

Html dates_section(const CheckResult& result, const std::vector<const Duty*>& duties)
{
    design::DatesLine dates;
    for (const auto* duty : duties) dates.lines.push_back(line_of(result, *duty));
    return design::section_heading("dates", "Dates, in order") +
           design::paragraph("These are counted in school days at " + result.school_name +
                             ". A day the school is closed to pupils does not count.") +
           render(dates);
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
                                    .classes = ask ? "govuk-tag--yellow" : "govuk-tag--red"},
            .sources = {source_of(finding.rule, on)},
            .tone = ask ? design::FindingTone::ask : design::FindingTone::unlawful});
    }
    return content;
}

Html unknown_section(const CheckResult& result)
{
    design::UnknownBox box;
    for (const auto& one : result.assumptions) box.items.push_back(one);
    for (const auto& duty : result.evaluation->duties)
        if (duty.missing == Missing::term_dates)
            box.items.push_back(
                "The date for “" + std::string(rule(duty.rule).title) +
                "”. It falls after the last term that we hold for this school, which ends on " +
                in_words(result.history->schools.front()->calendar.last_day()) + ".");
    if (box.items.empty()) return {};
    return design::section_heading("unknown", "What we could not tell") + render(box);
}

Html may_do_section(const CheckResult& result)
{
    std::vector<Html> items{
        "Write to the governors and say what you think. They must consider it."};
    for (const auto& duty : result.evaluation->duties)
        if (about_the_family(duty) && duty.date && *duty.date >= result.today &&
            duty.type != DutyType::public_place_days)
            items.push_back(who_acts(duty.actor) + " " + what_they_do(duty) +
                            " Last day: " + with_weekday(*duty.date) + ".");
    items.push_back(
        "Ask the school for the record of what happened, and for anything it told the council.");
    items.push_back("Complain to the school, if the rules were not kept. Its complaints policy "
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

} // namespace views_check_result_detail

design::Html check_result_view(const CheckResult& result)
{
    using namespace views_check_result_detail;
    const auto duties = in_order(*result.evaluation);
    const auto& one = result.history->exclusions.front();
    Html head = design::page_heading(kind_in_words(one.kind));
    head += design::lead("Decided on " + with_weekday(one.decided_on) + " at " +
                         result.school_name + ". The rules are those in force that day.");
    head += first_panel(result, duties);
    const Html main = dates_section(result, duties) + findings_section(result) +
                      may_do_section(result) + unknown_section(result) +
                      change_answers(result.answers) +
                      design::paragraph("We keep no copy of your answers. This page is gone when "
                                        "you close it, unless you print or save it.");
    const Html side = render(design::Contents{.items = {{"Dates", "#dates"},
                                                        {"What we think, and why", "#why"},
                                                        {"What a family may do", "#may"},
                                                        {"What we could not tell", "#unknown"}}});
    return head + design::two_columns(main, side);
}

} // namespace onroll::law
