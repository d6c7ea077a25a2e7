#include "access/types.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <span>

namespace onroll::access {

namespace types_detail {

template <class T>
struct Named {
    T value;
    std::string_view key;
    std::string_view words;
};

constexpr Named<AgencyKind> agency_kinds[] = {
    {AgencyKind::advice_service, "advice_service", "Advice service"},
    {AgencyKind::council, "council", "Council"},
    {AgencyKind::school, "school", "School"},
    {AgencyKind::trust, "trust", "Academy trust"},
    {AgencyKind::health, "health", "Health service"},
    {AgencyKind::voluntary, "voluntary", "Voluntary organisation"},
    {AgencyKind::alternative_provider, "alternative_provider", "Alternative provider"},
};

constexpr Named<Role> roles[] = {
    {Role::administrator, "administrator", "Administrator"},
    {Role::data_protection_officer, "data_protection_officer", "Data protection officer"},
    {Role::adviser, "adviser", "Adviser"},
    {Role::advice_manager, "advice_manager", "Advice service manager"},
    {Role::inclusion_officer, "inclusion_officer", "Inclusion officer"},
    {Role::council_officer, "council_officer", "Council officer"},
    {Role::social_worker, "social_worker", "Social worker"},
    {Role::panel_chair, "panel_chair", "Panel chair"},
    {Role::panel_member, "panel_member", "Panel member"},
    {Role::school_office, "school_office", "School office"},
    {Role::senco, "senco", "SENCO"},
    {Role::headteacher, "headteacher", "Headteacher"},
    {Role::safeguarding_lead, "safeguarding_lead", "Designated safeguarding lead"},
    {Role::board_clerk, "board_clerk", "Clerk to the governing board"},
    {Role::trust_officer, "trust_officer", "Trust officer"},
    {Role::referral_worker, "referral_worker", "Worker who receives referrals"},
    {Role::provider_worker, "provider_worker", "Alternative provision worker"},
    {Role::data_lead, "data_lead", "Data lead"},
    {Role::area_leader, "area_leader", "Area leader"},
    {Role::system_administrator, "system_administrator", "System administrator"},
    {Role::support, "support", "Support"},
};

constexpr Named<Strand> strands[] = {
    {Strand::general, "general", "General record"},
    {Strand::safeguarding, "safeguarding", "Safeguarding record"},
    {Strand::advice, "advice", "Advice record"},
    {Strand::linkage, "linkage", "Linkage"},
};

constexpr Named<Relation> relations[] = {
    {Relation::own_caseload, "own_caseload", "Own caseload"},
    {Relation::covered_caseload, "covered_caseload", "Covering for a colleague"},
    {Relation::team_caseload, "team_caseload", "Team's caseload"},
    {Relation::same_agency, "same_agency", "Outside the caseload"},
    {Relation::shared, "shared", "Shared"},
    {Relation::share_ended, "share_ended", "Sharing has ended"},
    {Relation::other_agency, "other_agency", "Another agency's"},
};

constexpr Named<Purpose> purposes[] = {
    {Purpose::direct_work, "direct_work", "To work with the child or family"},
    {Purpose::statutory_duty, "statutory_duty", "To carry out a legal duty"},
    {Purpose::duty_desk, "duty_desk", "To answer a call or message for a colleague"},
    {Purpose::panel_preparation, "panel_preparation", "To prepare a panel or meeting"},
    {Purpose::complaint, "complaint", "To look into a complaint"},
    {Purpose::records_request, "records_request", "To answer a request for records"},
    {Purpose::quality_check, "quality_check", "To check the quality of records"},
};

constexpr Named<Proof> proofs[] = {
    {Proof::password_and_code, "password_and_code", "Password and code"},
    {Proof::password_and_recovery_code, "password_and_recovery_code", "Password and recovery code"},
    {Proof::passkey, "passkey", "Passkey"},
    {Proof::single_sign_on, "single_sign_on", "Single sign-on"},
    {Proof::api_key, "api_key", "Key for a program"},
};

constexpr Named<KeyScope> key_scopes[] = {
    {KeyScope::read_children, "read_children", "Find and read children’s records"},
    {KeyScope::bring_children, "bring_children", "Bring lists of children"},
    {KeyScope::check_audit, "check_audit", "Check the audit record"},
};

template <class T>
const Named<T>& row_of(std::span<const Named<T>> rows, T value)
{
    for (const auto& row : rows)
        if (row.value == value) return row;
    throw Bug("each value has its row");
}

template <class T>
std::optional<T> named(std::span<const Named<T>> rows, std::string_view key)
{
    for (const auto& row : rows)
        if (row.key == key) return row.value;
    return std::nullopt;
}

template <class T>
std::vector<T> all_of(std::span<const Named<T>> rows)
{
    std::vector<T> values;
    for (const auto& row : rows) values.push_back(row.value);
    return values;
}

} // namespace types_detail

using namespace types_detail;

bool Actor::has(Role role) const
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool Actor::is_in(const TeamId& team) const
{
    return std::find(teams.begin(), teams.end(), team) != teams.end();
}

std::string_view key_of(AgencyKind kind)
{
    return row_of<AgencyKind>(agency_kinds, kind).key;
}
std::string_view key_of(Role role)
{
    return row_of<Role>(types_detail::roles, role).key;
}
std::string_view key_of(Strand strand)
{
    return row_of<Strand>(strands, strand).key;
}
std::string_view key_of(Relation relation)
{
    return row_of<Relation>(relations, relation).key;
}
std::string_view key_of(Purpose purpose)
{
    return row_of<Purpose>(purposes, purpose).key;
}
std::string_view key_of(Proof proof)
{
    return row_of<Proof>(proofs, proof).key;
}

std::string_view key_of(KeyScope scope)
{
    return row_of<KeyScope>(key_scopes, scope).key;
}

std::optional<AgencyKind> agency_kind_named(std::string_view key)
{
    return named<AgencyKind>(agency_kinds, key);
}
std::optional<Role> role_named(std::string_view key)
{
    return named<Role>(types_detail::roles, key);
}
std::optional<Strand> strand_named(std::string_view key)
{
    return named<Strand>(strands, key);
}
std::optional<Relation> relation_named(std::string_view key)
{
    return named<Relation>(relations, key);
}
std::optional<Purpose> purpose_named(std::string_view key)
{
    return named<Purpose>(purposes, key);
}
std::optional<Proof> proof_named(std::string_view key)
{
    return named<Proof>(proofs, key);
}

std::optional<KeyScope> key_scope_named(std::string_view key)
{
    return named<KeyScope>(key_scopes, key);
}

std::string_view in_words(AgencyKind kind)
{
    return row_of<AgencyKind>(agency_kinds, kind).words;
}
std::string_view in_words(Role role)
{
    return row_of<Role>(types_detail::roles, role).words;
}
std::string_view in_words(Purpose purpose)
{
    return row_of<Purpose>(purposes, purpose).words;
}

std::string_view in_words(KeyScope scope)
{
    return row_of<KeyScope>(key_scopes, scope).words;
}

const std::vector<AgencyKind>& all_agency_kinds()
{
    static const auto all = all_of<AgencyKind>(agency_kinds);
    return all;
}
const std::vector<Role>& all_roles()
{
    static const auto all = all_of<Role>(types_detail::roles);
    return all;
}
const std::vector<Strand>& all_strands()
{
    static const auto all = all_of<Strand>(strands);
    return all;
}
const std::vector<Relation>& all_relations()
{
    static const auto all = all_of<Relation>(relations);
    return all;
}
const std::vector<Purpose>& all_purposes()
{
    static const auto all = all_of<Purpose>(purposes);
    return all;
}
const std::vector<KeyScope>& all_key_scopes()
{
    static const auto all = all_of<KeyScope>(key_scopes);
    return all;
}

} // namespace onroll::access
