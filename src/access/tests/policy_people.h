// Whom the policy is asked about in its tests: every role in every kind of agency, every key, and
// the ways in which they stand to a record.
#pragma once

#include "access/rules_policy.h"
#include "access/rules_roles.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::access::policy_tests {

using namespace onroll;
using namespace onroll::access;

inline const PolicyMoment now{std::chrono::hours(500'000)};
constexpr auto an_hour = std::chrono::hours(1);

inline UserId user(char digit)
{
    return UserId::parse(std::string(32, digit)).value();
}
inline AgencyId agency(char digit)
{
    return AgencyId::parse(std::string(32, digit)).value();
}

inline Actor an_actor(AgencyKind kind, std::vector<Role> roles, bool fresh = true)
{
    return {.user = user('1'),
            .agency = agency('a'),
            .agency_kind = kind,
            .name = "Amina Shah",
            .agency_name = "An agency",
            .roles = std::move(roles),
            .teams = {},
            .covers_for = {},
            .sign_in = {.id = SignInId::parse(std::string(32, '2')).value(), .fresh = fresh}};
}

/// A role, or the scope of a key in place of one.
struct Who {
    AgencyKind kind;
    std::vector<Role> roles{};
    std::optional<KeyScope> key{};

    std::string name() const
    {
        return key ? "key:" + std::string(key_of(*key)) : std::string(key_of(roles.front()));
    }
    Actor actor(bool fresh = true) const
    {
        auto one = an_actor(kind, roles, fresh);
        one.key = key;
        return one;
    }
};

inline std::vector<std::pair<AgencyKind, Role>> all_staff()
{
    std::vector<std::pair<AgencyKind, Role>> staff;
    for (const auto kind : all_agency_kinds()) {
        for (const auto role : roles_of(kind)) staff.emplace_back(kind, role);
        for (const auto role : {Role::system_administrator, Role::support})
            staff.emplace_back(kind, role);
    }
    return staff;
}

/// Every role in every kind of agency, and every key.
inline std::vector<Who> everybody()
{
    std::vector<Who> all;
    for (const auto& [kind, role] : all_staff()) all.push_back({kind, {role}, {}});
    for (const auto kind : all_agency_kinds())
        for (const auto scope : all_key_scopes()) all.push_back({kind, {}, scope});
    return all;
}

/// A way to stand to a record, as a column of the matrix names it.
struct Column {
    std::string_view name;
    Standing standing;
};
inline std::vector<Column> columns(Strand strand)
{
    std::vector<Column> all;
    for (const auto relation : all_relations())
        all.push_back({key_of(relation), {.relation = relation, .strand = strand}});
    all.push_back(
        {"withheld", {.relation = Relation::team_caseload, .strand = strand, .withheld = true}});
    all.push_back(
        {"closed", {.relation = Relation::own_caseload, .strand = strand, .closed = true}});
    all.push_back(
        {"conflict", {.relation = Relation::own_caseload, .strand = strand, .conflict = true}});
    return all;
}

} // namespace onroll::access::policy_tests
