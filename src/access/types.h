// Who acts and where they work: agencies, teams, users with roles, and the actor of one request.
// Pure: no store, no clock. Follows trust.md sections 1, 4, 6 and 7.
#pragma once

#include "kernel/random_id.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

using AgencyId = RandomId<struct AgencyTag>;
using TeamId = RandomId<struct TeamTag>;
using UserId = RandomId<struct UserTag>;
using SignInId = RandomId<struct SignInTag>;
using ApiKeyId = RandomId<struct ApiKeyTag>;

/// What an agency is. The advice service is an agency of its own, never a team of the council that
/// pays for it (trust.md section 0, finding 3).
enum class AgencyKind {
    advice_service,
    council,
    school,
    trust,
    health,
    voluntary,
    alternative_provider
};

/// What a user does in their agency; a user may have several. Which kinds of agency have which
/// roles is roles_of() in rules_roles.h.
enum class Role {
    administrator, ///< of one agency: users, teams, cover; opens no record
    data_protection_officer,
    adviser,
    advice_manager,
    inclusion_officer,
    council_officer, ///< admissions, SEN, attendance, virtual school: the team says which
    social_worker,
    panel_chair,
    panel_member,
    school_office,
    senco,
    headteacher,
    safeguarding_lead,
    board_clerk,
    trust_officer,
    referral_worker, ///< health and voluntary services that receive referrals
    provider_worker, ///< alternative provision
    data_lead,
    area_leader,
    system_administrator, ///< of the machine: settings and health, no record (trust.md W-08)
    support ///< of the machine, let in by an agency for some hours: its staff and settings
};

/// Which store and which confidence a record belongs to (trust.md section 2).
enum class Strand { general, safeguarding, advice, linkage };

/// How the one who asks stands to a record (trust.md Z-02).
enum class Relation {
    own_caseload,
    covered_caseload, ///< of somebody absent, while the cover runs
    team_caseload,
    same_agency, ///< outside the caseload: a purpose is asked (Z-05)
    shared,      ///< by an act of sharing that runs now
    share_ended,
    other_agency
};

/// Why somebody opens a record outside their caseload (trust.md Z-05).
enum class Purpose {
    direct_work,
    statutory_duty,
    duty_desk,
    panel_preparation,
    complaint,
    records_request,
    quality_check
};

/// How somebody proved who they are.
enum class Proof {
    password_and_code,
    password_and_recovery_code,
    passkey,
    single_sign_on,
    api_key
};

/// What a program's key is for: each opens the few acts that this takes, and no other.
enum class KeyScope {
    read_children,  ///< finds children of the agency and reads what their records say of schooling
    bring_children, ///< brings lists of the agency's children, as its page of lists does
    check_audit ///< fetches the signed end of the agency's audit record, and whether it is whole
};

struct Agency {
    AgencyId id;
    AgencyKind kind;
    std::string name;
    std::optional<int> urn{}; ///< a school's
    bool operator==(const Agency&) const = default;
};

struct Team {
    TeamId id;
    std::string name;
    bool operator==(const Team&) const = default;
};

/// The facts of one sign-in that decisions need.
struct SignInFacts {
    SignInId id;
    Proof proof = Proof::password_and_code;
    bool fresh = false;       ///< proved again within the last ten minutes (trust.md A-11)
    std::string form_token;   ///< goes into each form and comes back with it (trust.md S-06)
    bool ends_sooner = false; ///< an administrator's, or while a record is open by break-glass
};

/// Who acts now: found anew for each request, so that a change of roles holds for the next one.
struct Actor {
    UserId user;
    AgencyId agency;
    AgencyKind agency_kind;
    std::string name;        ///< the member of staff, for the top of the page
    std::string agency_name; ///< the same
    std::vector<Role> roles;
    std::vector<TeamId> teams;
    std::vector<UserId> covers_for; ///< absent colleagues whose caseload is theirs today
    SignInFacts sign_in;
    std::optional<KeyScope> key{}; ///< a program by its key: it has no roles, and this instead

    bool has(Role role) const;
    bool is_in(const TeamId& team) const;
};

/// "advice_service": the word in the store, in files and in addresses.
std::string_view key_of(AgencyKind kind);
std::string_view key_of(Role role);
std::string_view key_of(Strand strand);
std::string_view key_of(Relation relation);
std::string_view key_of(Purpose purpose);
std::string_view key_of(Proof proof);
std::string_view key_of(KeyScope scope);

/// Nothing for a word that is no key.
std::optional<AgencyKind> agency_kind_named(std::string_view key);
std::optional<Role> role_named(std::string_view key);
std::optional<Strand> strand_named(std::string_view key);
std::optional<Relation> relation_named(std::string_view key);
std::optional<Purpose> purpose_named(std::string_view key);
std::optional<Proof> proof_named(std::string_view key);
std::optional<KeyScope> key_scope_named(std::string_view key);

/// As people read it: "Advice service", "SENCO".
std::string_view in_words(AgencyKind kind);
std::string_view in_words(Role role);
std::string_view in_words(Purpose purpose);
std::string_view in_words(KeyScope scope);

const std::vector<AgencyKind>& all_agency_kinds();
const std::vector<Role>& all_roles();
const std::vector<Strand>& all_strands();
const std::vector<Relation>& all_relations();
const std::vector<Purpose>& all_purposes();
const std::vector<KeyScope>& all_key_scopes();

} // namespace onroll::access
