// Agencies, their teams and users, cover for absence, and what a second administrator must agree
// to. Every question names the agency that it is asked for.
#pragma once

#include "access/types.h"
#include "access/types_staff.h"

#include "kernel/date.h"
#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

struct NewAgency {
    AgencyKind kind;
    std::string name;
    std::optional<int> urn{};
};

AgencyId add_agency(db::Transaction& transaction, const NewAgency& agency, Instant now);
std::vector<Agency> all_agencies(db::Queries& database);
Result<Agency> find_agency(db::Queries& database, const AgencyId& agency);
std::int64_t count_agencies(db::Queries& database);

/// Conflict where the agency has a team of that name.
Result<TeamId> add_team(db::Transaction& transaction, const AgencyId& agency,
                        std::string_view name);
std::vector<Team> teams_of_agency(db::Queries& database, const AgencyId& agency);
/// Not found for another agency's team, as for nobody's.
Result<Team> find_team(db::Queries& database, const AgencyId& agency, const TeamId& team);
/// Conflict where the agency has another team of that name, or where this one is no longer called
/// `was.name`: somebody else gave it a name meanwhile.
Result<void> rename_team(db::Transaction& transaction, const AgencyId& agency, const Team& was,
                         std::string_view name);
/// Conflict while anybody is in it, disabled accounts too.
Result<void> drop_team(db::Transaction& transaction, const AgencyId& agency, const TeamId& team);

/// A user who is invited and has neither password nor second factor. Conflict where somebody of the
/// agency has that address already; of other agencies' users it says nothing.
Result<UserId> add_user(db::Transaction& transaction, const AgencyId& agency, std::string_view name,
                        std::string_view email, const std::vector<Role>& roles, Instant now);
/// What a colleague is called, whether or not they still work there; empty where nobody is known.
std::string name_of_user(db::Queries& database, const AgencyId& agency, const UserId& user);
/// Not found for another agency's user, as for nobody's.
Result<User> find_user(db::Queries& database, const AgencyId& agency, const UserId& user);
/// Of any agency, the one who signs in with it first: only for signing in.
std::optional<User> find_user_by_email(db::Queries& database, std::string_view folded);
/// By name.
std::vector<User> users_of_agency(db::Queries& database, const AgencyId& agency);
/// Those who are not disabled.
int count_administrators(db::Queries& database, const AgencyId& agency);

void rename_user(db::Transaction& transaction, const User& user, std::string_view name);
void set_roles(db::Transaction& transaction, const User& user, const std::vector<Role>& roles);
void set_teams(db::Transaction& transaction, const User& user, const std::vector<TeamId>& teams);
void set_state(db::Transaction& transaction, const User& user, UserState state, Instant now);
/// Nothing takes the password away.
void set_password_hash(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                       const std::optional<std::string>& hash);

void add_cover(db::Transaction& transaction, const AgencyId& agency, const Cover& cover,
               const UserId& by);
void drop_cover(db::Transaction& transaction, const AgencyId& agency, const Cover& cover);
/// Those that have not ended before that day.
std::vector<Cover> covers_of_agency(db::Queries& database, const AgencyId& agency, Date today);
/// For whom somebody stands in that day.
std::vector<UserId> covered_by(db::Queries& database, const AgencyId& agency, const UserId& user,
                               Date today);

/// All that decides what somebody may do that day.
struct Rights {
    std::vector<Role> roles{};
    std::vector<TeamId> teams{};
    std::vector<UserId> covers_for{}; ///< for whom they stand in
};
/// In the order that find_user and covered_by have, by one query; none for somebody unknown.
Rights rights_of(db::Queries& database, const AgencyId& agency, const UserId& user, Date today);

void add_request(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                 RequestKind kind, const UserId& by, Instant now);
void drop_request(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                  RequestKind kind);
std::vector<StaffRequest> requests_of_agency(db::Queries& database, const AgencyId& agency);

} // namespace onroll::access
