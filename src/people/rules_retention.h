// How long a record is kept. The periods are rows of data that an agency edits; these functions
// only reckon with them. A legal hold beats every rule, and the longest rule wins. Pure. Follows
// trust.md G-05 to G-07; the published periods are in data/reference/retention_periods.csv with
// their sources.
#pragma once

#include "people/types.h"
#include "people/types_care.h"
#include "people/types_family.h"

#include "kernel/date.h"
#include "kernel/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace onroll::people {

/// From when the years are counted.
enum class RetentionTrigger : std::uint8_t {
    birth,
    death_under_18, ///< for a child who died before 18; then it stands in place of birth
    closing,        ///< of the case or referral
    last_action,
    decision,
    end_of_financial_year ///< 31 March on or after the last action
};

enum class RetentionAction : std::uint8_t { review, remove, anonymise };

/// To which records the row applies.
enum class RetentionGroup : std::uint8_t {
    pupil_record,
    attendance_and_missing_education,
    ever_had_plan,
    ever_looked_after,
    child_protection,
    early_help,
    review_panel_papers,
    appeal_administration,
    advice_case,
    advice_enquiry,
    linkage_keys,
    survey_identifiers,
    anything_else
};

struct RetentionRule {
    RetentionGroup group = RetentionGroup::anything_else;
    RetentionTrigger trigger = RetentionTrigger::last_action;
    int years = 0;
    int months = 0; ///< besides the years
    RetentionAction action = RetentionAction::review;
    std::string source{}; ///< whose published period it is
    bool operator==(const RetentionRule&) const = default;
};

struct RetentionFacts {
    std::vector<RetentionGroup> groups{}; ///< all that apply
    std::optional<Date> born_on{};
    std::optional<Date> died_on{};
    std::optional<Date> closed_on{};
    std::optional<Date> last_action_on{};
    std::optional<Date> decided_on{};
    bool legal_hold = false;
};

struct KeepUntil {
    Date last_day; ///< kept through this day
    RetentionRule rule;
    bool operator==(const KeepUntil&) const = default;
};
struct OnLegalHold {
    bool operator==(const OnLegalHold&) const = default;
};
/// No rule applies, or the date that a rule counts from is not known: the record stays.
struct CannotTellYet {
    std::string missing;
    bool operator==(const CannotTellYet&) const = default;
};
using Retention = std::variant<KeepUntil, OnLegalHold, CannotTellYet>;

/// The same day `years` later; 29 February becomes 28 February, so that nothing is kept longer than
/// the period.
/// Source: trust rule G-05; our reading for 29 February.
Date years_later(Date day, int years);

/// The last day that one rule keeps the record, or nothing where its trigger is not known or does
/// not apply.
/// Source: published periods in data/reference/retention_periods.csv; trust rule G-05.
std::optional<Date> last_day_kept(const RetentionRule& rule, const RetentionFacts& facts);

/// The longest of the rules for the record's groups, unless a hold is on it. Where any rule that
/// applies cannot be reckoned the record stays.
/// Source: trust rules G-06 and G-07.
Retention retention_of(const std::vector<RetentionRule>& rules, const RetentionFacts& facts);

/// Whether the record may be put forward for deletion on that day.
/// Source: trust rules G-06 and G-08.
bool is_due(const Retention& retention, Date today);

/// Every reason why a row may not be saved; empty when it may.
/// Source: trust rule G-05.
std::vector<Error> problems_of(const RetentionRule& rule);

/// The periods that ship, read from the embedded list; the agency confirms its own.
/// Source: councils' published schedules, named in each row.
Result<std::vector<RetentionRule>> read_retention_rules(std::string_view csv_lines);

/// The groups that what is recorded of a child puts the record into, whether or not anybody says
/// so: a plan at any time, and care by a council, as stated or by an order. A record never leaves
/// such a group. Source: trust rule G-05; Children Act 1989 ss20 to 22, 31(11) and 44;
/// Adoption and Children Act 2002 s18(3).
std::vector<RetentionGroup> groups_by_record(const std::vector<SenStatement>& sen,
                                             const std::vector<CourtOrder>& orders,
                                             const std::vector<CareStatement>& care);

/// The groups that somebody may say a record belongs to, in the order of a form.
/// Source: our convention; the rest are the work of others, or follow from the record.
const std::vector<RetentionGroup>& all_stated_groups();

/// Words and stored names of the three lists.
/// Source: our convention.
std::string_view in_words(RetentionGroup group);
std::string_view in_words(RetentionTrigger trigger);
std::string_view in_words(RetentionAction action);
std::string_view key_of(RetentionGroup group);
std::string_view key_of(RetentionTrigger trigger);
std::string_view key_of(RetentionAction action);
std::optional<RetentionGroup> retention_group_named(std::string_view key);
std::optional<RetentionTrigger> retention_trigger_named(std::string_view key);
std::optional<RetentionAction> retention_action_named(std::string_view key);
const std::vector<RetentionAction>& all_retention_actions();

} // namespace onroll::people
