// How accounts begin and get new passwords: the set-up of an empty store, invitations, forgotten
// passwords, and the acts of an agency's administrators on its users. Nobody but its owner ever
// chooses a password. Follows trust.md and Z-10.
#pragma once

#include "access/services.h"
#include "access/sign_in.h"
#include "access/store_factors.h"
#include "access/store_users.h"

#include "kernel/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

/// What the first person of an empty store gives.
struct FirstAgency {
    std::string secret;
    NewAgency agency;
    std::string name;  ///< their own
    std::string email; ///< as typed
    std::string password;
};
/// Makes the first agency and its administrator, who is also the system's, and signs them in as far
/// as setting up a second factor. Bad input by the field; not allowed once there is an agency.
Result<SignedIn> set_up(const Services& services, const FirstAgency& first, const Visit& visit);
/// The secret that set_up asks for: printed once when the server starts on an empty store, good for
/// 30 minutes. Nothing where there is an agency already.
std::optional<std::string> new_setup_secret(db::Database& database, const Clock& clock);

/// A further agency with its first administrator, who gets an invitation. Bad input, conflict.
Result<AgencyId> open_agency(const Services& services, const Owner& by, const NewAgency& agency,
                             std::string_view name, std::string_view email, const Visit& visit);

/// Who is invited.
struct Invitation {
    std::string name;
    std::string email; ///< as typed
    std::vector<Role> roles;
    std::vector<TeamId> teams;
};
/// Adds a user and sends them a link. A role that takes two people is asked for, and comes when a
/// second administrator agrees. Bad input by the field; conflict for an address of the agency's own
/// staff. Says the same whether or not it signs in to another organisation of this server.
Result<UserId> invite(const Services& services, const Actor& by, const Invitation& invitation,
                      const Visit& visit);
/// The same link anew, for somebody who has not begun.
Result<void> invite_again(const Services& services, const Actor& by, const UserId& user,
                          const Visit& visit);

/// Changes name, roles and teams. Ends the user's sign-ins when roles changed, so that each has a
/// new token; of one's own the present one goes on, with the new token that is answered. Nobody
/// takes administrator from themselves while they are the only one.
Result<std::optional<SignedIn>> change_user(const Services& services, const Actor& by,
                                            const UserId& user, const Invitation& now_is,
                                            const Visit& visit);
/// Disabled users are out with their next request. Not themselves.
Result<void> disable_user(const Services& services, const Actor& by, const UserId& user,
                          const Visit& visit);
/// Lets a disabled user back by a new invitation: a new password and new codes.
Result<void> enable_user(const Services& services, const Actor& by, const UserId& user,
                         const Visit& visit);
Result<void> end_sign_ins_of(const Services& services, const Actor& by, const UserId& user,
                             const Visit& visit);

/// After somebody lost phone and recovery codes and has proved who they are face to face: takes
/// password and codes away and sends an invitation. For an administrator a second one must agree;
/// true when it was done, false when it waits.
Result<bool> replace_factor(const Services& services, const Actor& by, const UserId& user,
                            const Visit& visit);
/// What another administrator asked for is done. Not allowed for one's own request.
Result<void> agree_to(const Services& services, const Actor& by, const UserId& user,
                      RequestKind kind, const Visit& visit);
Result<void> turn_down(const Services& services, const Actor& by, const UserId& user,
                       RequestKind kind, const Visit& visit);

/// Bad input, and conflict for a name that the agency has.
Result<TeamId> open_team(const Services& services, const Actor& by, std::string_view name,
                         const Visit& visit);
/// `was` is the team as the form showed it. Bad input, not found, and conflict for a name that the
/// agency has or where the team got another one meanwhile.
Result<void> rename_team(const Services& services, const Actor& by, const Team& was,
                         std::string_view name, const Visit& visit);
/// What must go elsewhere before the team can be removed.
TeamHolds held_by_team(const Services& services, const Actor& by, const TeamId& team);
/// Not found, and conflict while it holds anything. What it did stays in the audit.
Result<void> remove_team(const Services& services, const Actor& by, const TeamId& team,
                         const Visit& visit);
/// Puts somebody's caseload into another's hands, both days included. Bad input by the field.
Result<void> arrange_cover(const Services& services, const Actor& by, const Cover& cover,
                           const Visit& visit);
/// Found by who is absent, who stands in and the first day.
void end_cover(const Services& services, const Actor& by, const Cover& cover, const Visit& visit);

/// Sends a link for a new password where the address is an active user's. Takes as long and says as
/// much where it is not.
void ask_for_new_password(const Services& services, std::string_view email, const Visit& visit);

/// Whose link it is, before it is used. Not found where it does not work, or works no more.
Result<User> whose_link(const Services& services, std::string_view token);
/// Uses a link: sets the password, makes an invited user active, ends all their sign-ins. They then
/// sign in with it, second factor and all. Conflict where the invited address signs in to another
/// organisation already.
Result<void> choose_password(const Services& services, std::string_view token,
                             std::string_view password, const Visit& visit);
/// Changes one's own password, after a fresh proof; ends all other sign-ins.
Result<void> change_password(const Services& services, const Actor& actor,
                             std::string_view password, const Visit& visit);

} // namespace onroll::access
