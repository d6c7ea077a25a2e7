#include "law/reasons_movements.h"

#include <algorithm>
#include <span>

namespace onroll::law {

/// The sentences by rule and fact, in reasons_movements_findings.cpp and
/// reasons_movements_duties.cpp.
std::string_view words_of_finding(RuleId, std::string_view reason);
std::string_view words_of_duty(RuleId, DutyType, bool has_date);

namespace reasons_movements_detail {

void put(std::string& text, std::string_view place, const std::string& words)
{
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at))
        text.replace(at, place.size(), words);
}

void put(std::string& text, std::string_view place, const std::optional<Date>& day)
{
    put(text, place, day ? in_words(*day) : std::string("a day not yet known"));
}

/// A code or a day as people say it: "whom_to_report_to", "2024-10-07 am E".
std::string said(const std::string& item)
{
    if (item.size() >= 10)
        if (const auto day = parse_date(item.substr(0, 10)))
            return in_words(*day) + item.substr(10);
    std::string words = item;
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string list_of(std::span<const std::string> items)
{
    std::string list;
    for (const auto& item : items) list += (list.empty() ? "" : ", ") + said(item);
    return list;
}

/// 270000 as "£2,700.00".
std::string pounds(std::int64_t pence)
{
    std::string whole = std::to_string(pence / 100);
    for (auto at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3)
        whole.insert(static_cast<std::size_t>(at), ",");
    const auto odd = std::to_string(pence % 100);
    return "£" + whole + "." + (odd.size() < 2 ? "0" : "") + odd;
}

} // namespace reasons_movements_detail

std::string movement_sentence(const History&, const Duty& duty)
{
    using namespace reasons_movements_detail;
    std::string text(words_of_duty(duty.rule, duty.type, duty.date.has_value()));
    put(text, "{date}", duty.date);
    put(text, "{asked}", duty.application_made);
    if (duty.amount_pence) put(text, "{amount}", pounds(*duty.amount_pence));
    put(text, "{amount}", std::string("an amount not yet known"));
    if (duty.missing == Missing::term_dates)
        text += " The term dates given do not reach far enough to say the day.";
    return text;
}

std::string movement_sentence(const History&, const Finding& finding)
{
    using namespace reasons_movements_detail;
    std::string text(words_of_finding(finding.rule, finding.reason));
    put(text, "{due}", finding.due);
    put(text, "{held}", finding.held);
    put(text, "{made}", finding.made);
    put(text, "{deadline}", finding.deadline);
    put(text, "{deleted}", finding.deleted);
    put(text, "{items}", list_of(finding.items));
    return text;
}

} // namespace onroll::law
