#include "people/rules_retention.h"

#include "people/named_values.h"
#include "people/rules_care.h"

#include <algorithm>
#include <charconv>

namespace onroll::people {

namespace rules_retention_detail {

constexpr std::array<NamedValue<RetentionGroup>, 13> groups{
    {{RetentionGroup::pupil_record, "pupil_record", "Pupil record"},
     {RetentionGroup::attendance_and_missing_education, "attendance_and_missing_education",
      "Attendance and missing education"},
     {RetentionGroup::ever_had_plan, "ever_had_plan", "Ever had an EHC plan"},
     {RetentionGroup::ever_looked_after, "ever_looked_after", "Ever looked after"},
     {RetentionGroup::child_protection, "child_protection", "Child protection"},
     {RetentionGroup::early_help, "early_help", "Early help and child in need"},
     {RetentionGroup::review_panel_papers, "review_panel_papers",
      "Independent review panel papers"},
     {RetentionGroup::appeal_administration, "appeal_administration",
      "Administration of appeals and reviews"},
     {RetentionGroup::advice_case, "advice_case", "Advice case"},
     {RetentionGroup::advice_enquiry, "advice_enquiry", "Advice enquiry"},
     {RetentionGroup::linkage_keys, "linkage_keys", "Keys of counting with other records"},
     {RetentionGroup::survey_identifiers, "survey_identifiers", "Names in a survey"},
     {RetentionGroup::anything_else, "anything_else", "Anything else"}}};

constexpr std::array<NamedValue<RetentionTrigger>, 6> triggers{
    {{RetentionTrigger::birth, "birth", "after birth"},
     {RetentionTrigger::death_under_18, "death_under_18", "after death before 18"},
     {RetentionTrigger::closing, "closing", "after closing"},
     {RetentionTrigger::last_action, "last_action", "after the last action"},
     {RetentionTrigger::decision, "decision", "after the decision"},
     {RetentionTrigger::end_of_financial_year, "end_of_financial_year",
      "after the financial year of the last action"}}};

constexpr std::array<NamedValue<RetentionAction>, 3> actions{
    {{RetentionAction::review, "review", "Review"},
     {RetentionAction::remove, "remove", "Delete"},
     {RetentionAction::anonymise, "anonymise", "Take the names out"}}};

bool died_before_18(const RetentionFacts& facts)
{
    return facts.born_on && facts.died_on && *facts.died_on < years_later(*facts.born_on, 18);
}

Date end_of_financial_year(Date day)
{
    const auto this_year = date(year_of(day), 3, 31);
    return day <= this_year ? this_year : date(year_of(day) + 1, 3, 31);
}

std::optional<Date> starting_day(RetentionTrigger trigger, const RetentionFacts& facts)
{
    switch (trigger) {
    case RetentionTrigger::birth:
        return facts.born_on;
    case RetentionTrigger::death_under_18:
        return died_before_18(facts) ? facts.died_on : std::nullopt;
    case RetentionTrigger::closing:
        return facts.closed_on;
    case RetentionTrigger::last_action:
        return facts.last_action_on;
    case RetentionTrigger::decision:
        return facts.decided_on;
    case RetentionTrigger::end_of_financial_year:
        if (facts.last_action_on) return end_of_financial_year(*facts.last_action_on);
        return std::nullopt;
    }
    return std::nullopt;
}

/// A rule that counts from birth gives way to the same group's rule for a child who died young.
bool applies(const RetentionRule& rule, const std::vector<RetentionRule>& rules,
             const RetentionFacts& facts)
{
    if (std::find(facts.groups.begin(), facts.groups.end(), rule.group) == facts.groups.end())
        return false;
    const bool young = died_before_18(facts);
    if (rule.trigger == RetentionTrigger::death_under_18) return young;
    const bool has_death_rule = std::any_of(rules.begin(), rules.end(), [&](const auto& other) {
        return other.group == rule.group && other.trigger == RetentionTrigger::death_under_18;
    });
    return !(young && has_death_rule && rule.trigger == RetentionTrigger::birth);
}

std::vector<std::string_view> cells_of(std::string_view line)
{
    std::vector<std::string_view> cells;
    while (true) {
        const auto comma = cells.size() < 5 ? line.find(',') : std::string_view::npos;
        cells.push_back(line.substr(0, comma));
        if (comma == std::string_view::npos) return cells;
        line.remove_prefix(comma + 1);
    }
}

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (trouble != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

} // namespace rules_retention_detail

Date years_later(Date day, int years)
{
    const bool leap_day = month_of(day) == 2 && day_of(day) == 29;
    const std::chrono::year year{year_of(day) + years};
    return date(static_cast<int>(year), month_of(day),
                leap_day && !year.is_leap() ? 28U : day_of(day));
}

std::optional<Date> last_day_kept(const RetentionRule& rule, const RetentionFacts& facts)
{
    const auto start = rules_retention_detail::starting_day(rule.trigger, facts);
    if (!start) return std::nullopt;
    const auto day = years_later(*start, rule.years);
    return rule.months == 0 ? day : last_day_of_months_from(day, rule.months) + Days{1};
}

Retention retention_of(const std::vector<RetentionRule>& rules, const RetentionFacts& facts)
{
    using namespace rules_retention_detail;
    if (facts.legal_hold) return OnLegalHold{};
    std::optional<KeepUntil> longest;
    for (const auto& rule : rules) {
        if (!applies(rule, rules, facts)) continue;
        const auto last = last_day_kept(rule, facts);
        if (!last)
            return CannotTellYet{"The date is not known that the rule counts from: " +
                                 std::string(in_words(rule.group)) + ", " +
                                 std::string(in_words(rule.trigger))};
        if (!longest || longest->last_day < *last) longest = KeepUntil{*last, rule};
    }
    if (!longest) return CannotTellYet{"No retention rule covers this record"};
    return *longest;
}

bool is_due(const Retention& retention, Date today)
{
    const auto* kept = std::get_if<KeepUntil>(&retention);
    return kept && kept->last_day < today;
}

std::vector<Error> problems_of(const RetentionRule& rule)
{
    std::vector<Error> problems;
    if (rule.years < 0 || rule.years > 150)
        problems.push_back(bad_input("Enter a number of years from 0 to 150", "years"));
    if (rule.months < 0 || rule.months > 11)
        problems.push_back(bad_input("Enter a number of months from 0 to 11", "months"));
    if (rule.years == 0 && rule.months == 0)
        problems.push_back(bad_input("Enter how long to keep the record", "years"));
    if (rule.source.empty())
        problems.push_back(bad_input("Say whose schedule the period comes from", "source"));
    return problems;
}

Result<std::vector<RetentionRule>> read_retention_rules(std::string_view csv_lines)
{
    using namespace rules_retention_detail;
    std::vector<RetentionRule> rules;
    int number = 0;
    while (!csv_lines.empty()) {
        const auto end = csv_lines.find('\n');
        const auto line = csv_lines.substr(0, end);
        csv_lines.remove_prefix(end == std::string_view::npos ? csv_lines.size() : end + 1);
        if (++number == 1 || line.empty()) continue;
        const auto cells = cells_of(line);
        const auto where = "line " + std::to_string(number);
        if (cells.size() != 6) return bad_input("A retention period has six columns", where);
        const auto group = retention_group_named(cells[0]);
        const auto trigger = retention_trigger_named(cells[1]);
        const auto years = number_in(cells[2]);
        const auto months = number_in(cells[3]);
        const auto action = retention_action_named(cells[4]);
        if (!group || !trigger || !years || !months || !action)
            return bad_input("A retention period holds a word that is not known", where);
        rules.push_back({*group, *trigger, *years, *months, *action, std::string(cells[5])});
        if (const auto problems = problems_of(rules.back()); !problems.empty())
            return problems.front();
    }
    return rules;
}

std::vector<RetentionGroup> groups_by_record(const std::vector<SenStatement>& sen,
                                             const std::vector<CourtOrder>& orders,
                                             const std::vector<CareStatement>& care)
{
    std::vector<RetentionGroup> groups;
    if (std::any_of(sen.begin(), sen.end(),
                    [](const SenStatement& one) { return one.status == SenStatus::known_plan; }))
        groups.push_back(RetentionGroup::ever_had_plan);
    if (ever_looked_after(care, orders)) groups.push_back(RetentionGroup::ever_looked_after);
    return groups;
}

const std::vector<RetentionGroup>& all_stated_groups()
{
    using enum RetentionGroup;
    static const std::vector all{ever_looked_after,
                                 child_protection,
                                 early_help,
                                 ever_had_plan,
                                 attendance_and_missing_education,
                                 review_panel_papers,
                                 appeal_administration};
    return all;
}

std::string_view in_words(RetentionGroup group)
{
    return named_value(rules_retention_detail::groups, group).words;
}
std::string_view in_words(RetentionTrigger trigger)
{
    return named_value(rules_retention_detail::triggers, trigger).words;
}
std::string_view in_words(RetentionAction action)
{
    return named_value(rules_retention_detail::actions, action).words;
}
std::string_view key_of(RetentionGroup group)
{
    return named_value(rules_retention_detail::groups, group).key;
}
std::string_view key_of(RetentionTrigger trigger)
{
    return named_value(rules_retention_detail::triggers, trigger).key;
}
std::string_view key_of(RetentionAction action)
{
    return named_value(rules_retention_detail::actions, action).key;
}
std::optional<RetentionGroup> retention_group_named(std::string_view key)
{
    return value_named(rules_retention_detail::groups, key);
}
std::optional<RetentionTrigger> retention_trigger_named(std::string_view key)
{
    return value_named(rules_retention_detail::triggers, key);
}
std::optional<RetentionAction> retention_action_named(std::string_view key)
{
    return value_named(rules_retention_detail::actions, key);
}

const std::vector<RetentionAction>& all_retention_actions()
{
    static const std::vector all{RetentionAction::review, RetentionAction::remove,
                                 RetentionAction::anonymise};
    return all;
}

} // namespace onroll::people
