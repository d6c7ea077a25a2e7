// The pages about how long a record is kept, holds on it and its deletion. Words and layout only.
#pragma once

#include "people/rules_retention.h"
#include "people/types.h"
#include "people/views_fields.h"

#include "design/html.h"

#include <string>
#include <utility>
#include <vector>

namespace onroll::people {

struct PeriodsView {
    std::vector<RetentionRule> rules{};
    bool own = false;        ///< the agency has saved periods of its own
    bool may_change = false; ///< change a period
    std::vector<std::pair<PersonId, KeepUntil>> due{};
    std::int64_t without_names = 0; ///< records that were made anonymous
};
design::Html periods_view(const PeriodsView& view);

/// What saving a changed period would make of the records.
struct Preview {
    std::size_t due_now = 0, due_then = 0;
    int more = 0;  ///< due then and not now
    int fewer = 0; ///< due now and not then
};
struct PeriodView {
    RetentionRule rule{};
    FormView form{};
    design::Html start{};
    std::string action;
    std::optional<Preview> preview{};
};
design::Html period_view(const PeriodView& view);

/// A group that the record belongs to, in words.
struct GroupRow {
    std::string group;
    std::string because; ///< "Kim Lee said so on 3 March 2026", or what of the record says it
    std::string until;   ///< the last day by this group's period, or what is missing
    bool decides = false;
};
/// The form by which somebody says that the record belongs to another group.
struct GroupForm {
    FormView form{};
    std::string action;
    design::Html start{};
};
struct GroupsView {
    design::Html top{};
    std::vector<GroupRow> groups{};
    GroupForm asked{};
};
design::Html groups_view(const GroupsView& view);

struct KeepView {
    PersonId person;
    design::Html top{};
    Retention retention{};
    bool on_hold = false;
    bool ending_asked = false;
    bool deletion_proposed = false;
    bool due = false;
    std::vector<GroupRow> groups{};
    GroupForm group_form{};
    FormView form{};
    design::Html hold_start{};
    design::Html end_start{};
    design::Html delete_start{};
};
design::Html keep_view(const KeepView& view);

} // namespace onroll::people
