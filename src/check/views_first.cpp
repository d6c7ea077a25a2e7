// The first panel of the answer: what to do now, the next dates, and whom to ring.
#include "check/views.h"

#include "design/components/first_panel.h"
#include "design/components/lead.h"
#include "design/words.h"
#include "law/duty_words.h"
#include "law/reasons.h"
#include "law/reasons_findings.h"

namespace onroll::check {

using namespace law;

namespace views_first_detail {

using design::Html;

constexpr std::size_t most_findings = 4;
constexpr std::size_t most_dates = 2;

bool against_a_rule(const Finding& finding)
{
    return finding.severity == Severity::unlawful || finding.severity == Severity::breach;
}

std::vector<Html> findings_to_raise(const CheckResult& result)
{
    std::vector<Html> items;
    for (const auto& finding : result.evaluation->findings)
        if (against_a_rule(finding) && items.size() < most_findings)
            items.push_back(finding_sentence(*result.history, finding));
    return items;
}

/// What goes on now, and the next days after the one in the title.
std::vector<Html> next_dates(const CheckResult& result, const AnswerRow* in_title)
{
    std::vector<Html> items;
    for (const auto& row : result.rows->dated)
        if (row.state == RowState::under_way && row.duty.type == DutyType::public_place_days)
            items.push_back(row_in_words(row) + ".");
    std::size_t dates = 0;
    for (const auto& row : result.rows->dated) {
        if (&row == in_title || dates == most_dates) continue;
        if (row.state != RowState::ahead && row.state != RowState::today) continue;
        items.push_back(row_in_words(row) + ".");
        ++dates;
    }
    return items;
}

Html list(const std::vector<Html>& items)
{
    std::vector<Html> lines;
    for (const auto& item : items) lines.push_back(design::element("li", {}, item));
    return lines.empty() ? Html{} : design::element("ul", {}, lines);
}

Html plain(const Html& words)
{
    return design::element("p", {}, words);
}

Html ring(const AdviceService& advice)
{
    if (advice.name.empty()) return {};
    Html words = "Talk to someone on your side: " + advice.name;
    if (!advice.phone.empty()) words += Html(", ") + design::telephone(advice.phone);
    words += ".";
    if (!advice.hours.empty()) words += " " + advice.hours;
    return words;
}

Html about_the_urgent(const CheckResult& result, const AnswerRow& row)
{
    if (row.state == RowState::under_way)
        return plain("It was due to start on " + with_weekday(*row.day) +
                     ". If it has not, ring them today. Then say so in writing.");
    Html words;
    if (row.school_days_left && *row.school_days_left > 0)
        words = design::element("strong", {}, design::school_days_in_words(*row.school_days_left)) +
                " left. ";
    return plain(words + duty_sentence(*result.history, *result.evaluation, *row.duties.front()));
}

} // namespace views_first_detail

std::string row_in_words(const AnswerRow& row)
{
    const auto words = words_for(row.duty);
    const auto who = who_acts_inside(row.duty.actor);
    if (!row.duty.dates.empty() && row.duty.dates.count > 1) {
        const auto last = row.duty.dates.dates[row.duty.dates.count - 1u];
        return "Until " + with_weekday(last) + ", " + who + " " +
               (row.state == RowState::under_way ? words.now : words.does);
    }
    if (row.state == RowState::under_way) return who_acts(row.duty.actor) + " " + words.now;
    const char* lead = words.timing == Timing::by     ? "By "
                       : words.timing == Timing::from ? "From "
                                                      : "On ";
    return lead + with_weekday(*row.day) + ", " + who + " " + words.does;
}

design::Html first_panel_view(const CheckResult& result)
{
    using namespace views_first_detail;
    design::FirstPanel panel;
    const auto findings = findings_to_raise(result);
    const auto* in_title = result.urgent;
    if (!result.question.empty()) {
        panel.label = "Do this first";
        panel.title = "Ask the school: " + result.question;
        panel.content = plain("Ask for the answer in writing. Until you have it, here is what is "
                              "the same either way.");
        in_title = nullptr;
    } else if (!findings.empty()) {
        panel.label = "Do this first";
        panel.title = "Ask the school, in writing, to look at this again";
        panel.content =
            plain("From what you told us, this does not fit the rules:") + list(findings);
        in_title = nullptr;
    } else if (in_title) {
        panel.title = row_in_words(*in_title);
        panel.content = about_the_urgent(result, *in_title);
    } else {
        panel.label = "The last date has passed";
        panel.title = "No date is still to come";
        panel.content = plain("You can still complain, or ask for advice.");
    }
    const auto dates = next_dates(result, in_title);
    if (!dates.empty()) panel.content += plain("Next:") + list(dates);
    if (!in_title && result.urgent && result.urgent->state == RowState::under_way)
        panel.content += plain(row_in_words(*result.urgent) + ".");
    panel.ring = ring(result.advice);
    return render(panel);
}

} // namespace onroll::check
