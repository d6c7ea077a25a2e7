// What an agency's administrators do with its users.
#include "access/accounts_shared.h"
#include "access/rules_roles.h"

#include <algorithm>

namespace onroll::access {

using namespace accounts_shared;

namespace accounts_staff_detail {

const Error last_administrator{ErrorKind::conflict,
                               "There must be at least one administrator. Make somebody else one "
                               "first",
                               {},
                               "roles"};

const Error is_support{ErrorKind::conflict,
                       "They may look as support, and have no other role here. Take it back on the "
                       "page of support access",
                       {},
                       "roles"};

bool is_last_administrator(db::Queries& database, const User& user)
{
    return user.has(Role::administrator) && count_administrators(database, user.agency) <= 1;
}

Result<std::vector<Role>> roles_from(const Actor& by, const std::vector<Role>& asked)
{
    const auto& allowed = roles_of(by.agency_kind);
    std::vector<Role> roles;
    for (const auto role : allowed)
        if (std::find(asked.begin(), asked.end(), role) != asked.end()) roles.push_back(role);
    if (roles.size() != asked.size()) return bad_input("Select roles from the list", "roles");
    if (roles.empty()) return bad_input("Select what they do", "roles");
    return roles;
}

/// The roles that are given now; the others are asked for.
std::vector<Role> given_now(db::Transaction& transaction, const Actor& by, const UserId& user,
                            const std::vector<Role>& asked, const std::vector<Role>& had,
                            Instant now)
{
    const int administrators = count_administrators(transaction, by.agency);
    std::vector<Role> given;
    for (const auto role : asked) {
        const bool has = std::find(had.begin(), had.end(), role) != had.end();
        if (has || !takes_two_people(role, administrators))
            given.push_back(role);
        else
            add_request(transaction, by.agency, user, RequestKind::make_administrator, by.user,
                        now);
    }
    return given;
}

Result<StaffRequest> request_about(db::Queries& database, const Actor& by, const UserId& user,
                                   RequestKind kind)
{
    for (const auto& request : requests_of_agency(database, by.agency))
        if (request.user == user && request.kind == kind) return request;
    return not_found("There is no such request any more");
}

/// After a change of roles no token of before opens anything: sign-ins end, but that of whoever
/// changed their own, which goes on under a new token.
std::optional<SignedIn> begin_anew(db::Transaction& transaction, const Actor& by,
                                   const Owner& whose, const std::vector<Role>& roles)
{
    if (whose.user != by.user) {
        end_sign_ins(transaction, whose);
        return std::nullopt;
    }
    end_sign_ins(transaction, whose, by.sign_in.id);
    return SignedIn{
        renew_sign_in(transaction, whose, by.sign_in.id), Stage::full, {}, sign_in_of(roles)};
}

/// A form may name a team that a colleague removed since it was opened.
Result<void> teams_are_there(db::Queries& database, const Actor& by,
                             const std::vector<TeamId>& teams)
{
    for (const auto& team : teams)
        if (!find_team(database, by.agency, team))
            return bad_input("A team that was ticked is no longer there. Look at the teams and "
                             "save again",
                             "teams");
    return {};
}

} // namespace accounts_staff_detail

using namespace accounts_staff_detail;

Result<UserId> invite(const Services& services, const Actor& by, const Invitation& invitation,
                      const Visit& visit)
{
    const auto name = name_from(invitation.name, "their name", "name");
    if (!name) return name.error();
    const auto email = email_from(invitation.email, "email");
    if (!email) return email.error();
    const auto roles = roles_from(by, invitation.roles);
    if (!roles) return roles.error();
    auto id = db::with_retry(
        *services.database, "invite", [&](db::Transaction& transaction) -> Result<UserId> {
            const auto now = services.clock->now();
            if (const auto there = teams_are_there(transaction, by, invitation.teams); !there)
                return there.error();
            const auto user = add_user(transaction, by.agency, *name, *email, {}, now);
            if (!user) return user.error();
            const auto added = find_user(transaction, by.agency, *user);
            set_roles(transaction, added.value(),
                      given_now(transaction, by, *user, *roles, {}, now));
            set_teams(transaction, added.value(), invitation.teams);
            send_invitation(transaction, services, {by.agency, *user}, *email, visit, now);
            note(transaction, visit, {by.agency, by.user}, "staff.invite", audit::Kind::recorded,
                 *user, now);
            return *user;
        });
    if (id) services.wake_mail();
    return id;
}

Result<void> invite_again(const Services& services, const Actor& by, const UserId& user,
                          const Visit& visit)
{
    return change_own(
        services, by, user, "invite again",
        [&](db::Transaction& transaction, const User& found, Instant now) -> Result<void> {
            if (found.state != UserState::invited)
                return Error{ErrorKind::conflict, "They have an account already", {}, {}};
            send_invitation(transaction, services, owner_of(found), found.email, visit, now);
            note(transaction, visit, {by.agency, by.user}, "staff.invite", audit::Kind::changed,
                 user, now);
            return {};
        });
}

Result<std::optional<SignedIn>> change_user(const Services& services, const Actor& by,
                                            const UserId& user, const Invitation& now_is,
                                            const Visit& visit)
{
    const auto name = name_from(now_is.name, "their name", "name");
    if (!name) return name.error();
    std::optional<SignedIn> goes_on;
    const auto changed = change_own(
        services, by, user, "change user",
        [&](db::Transaction& transaction, const User& found, Instant now) -> Result<void> {
            if (found.has(Role::support)) return is_support;
            if (auto there = teams_are_there(transaction, by, now_is.teams); !there) return there;
            auto asked = now_is.roles;
            // The system's administrator was made by the set-up, and is shown in no list.
            const bool of_system = found.has(Role::system_administrator);
            const auto roles = roles_from(by, asked);
            if (!roles) return roles.error();
            const bool stays =
                std::find(roles->begin(), roles->end(), Role::administrator) != roles->end();
            if (!stays && is_last_administrator(transaction, found)) return last_administrator;
            auto given = given_now(transaction, by, user, *roles, found.roles, now);
            if (of_system) given.push_back(Role::system_administrator);
            auto before = found.roles, after = given;
            std::sort(before.begin(), before.end());
            std::sort(after.begin(), after.end());
            rename_user(transaction, found, *name);
            set_roles(transaction, found, given);
            set_teams(transaction, found, now_is.teams);
            goes_on.reset();
            if (before != after) goes_on = begin_anew(transaction, by, owner_of(found), given);
            note(transaction, visit, {by.agency, by.user},
                 before == after ? "staff.change" : "staff.roles", audit::Kind::changed, user, now,
                 {"name", "roles", "teams"});
            return {};
        });
    if (!changed) return changed.error();
    return goes_on;
}

Result<void> disable_user(const Services& services, const Actor& by, const UserId& user,
                          const Visit& visit)
{
    return change_own(
        services, by, user, "disable user",
        [&](db::Transaction& transaction, const User& found, Instant now) -> Result<void> {
            if (found.id == by.user)
                return Error{ErrorKind::conflict,
                             "You cannot disable your own account. Ask another administrator",
                             {},
                             {}};
            if (is_last_administrator(transaction, found)) return last_administrator;
            take_everything_away(transaction, found);
            set_state(transaction, found, UserState::disabled, now);
            note(transaction, visit, {by.agency, by.user}, "staff.disable", audit::Kind::changed,
                 user, now);
            return {};
        });
}

Result<void> enable_user(const Services& services, const Actor& by, const UserId& user,
                         const Visit& visit)
{
    return change_own(
        services, by, user, "enable user",
        [&](db::Transaction& transaction, const User& found, Instant now) -> Result<void> {
            if (found.state != UserState::disabled)
                return Error{ErrorKind::conflict, "The account is not disabled", {}, {}};
            if (found.has(Role::support)) return is_support;
            start_over(transaction, services, found, visit, now);
            note(transaction, visit, {by.agency, by.user}, "staff.disable", audit::Kind::changed,
                 user, now);
            return {};
        });
}

Result<void> end_sign_ins_of(const Services& services, const Actor& by, const UserId& user,
                             const Visit& visit)
{
    return change_own(
        services, by, user, "end sign-ins",
        [&](db::Transaction& transaction, const User& found, Instant now) -> Result<void> {
            end_sign_ins(transaction, owner_of(found));
            note(transaction, visit, {by.agency, by.user}, "staff.end_sign_ins",
                 audit::Kind::changed, user, now);
            return {};
        });
}

Result<bool> replace_factor(const Services& services, const Actor& by, const UserId& user,
                            const Visit& visit)
{
    bool waits = false;
    const auto done = change_own(
        services, by, user, "replace factor",
        [&](db::Transaction& transaction, const User& found, Instant now) -> Result<void> {
            if (found.id == by.user)
                return Error{
                    ErrorKind::conflict, "Another administrator must do this for you", {}, {}};
            if (found.state == UserState::disabled)
                return Error{ErrorKind::conflict, "The account is disabled", {}, {}};
            waits = found.has(Role::administrator);
            if (waits)
                add_request(transaction, by.agency, user, RequestKind::replace_factor, by.user,
                            now);
            else
                start_over(transaction, services, found, visit, now);
            note(transaction, visit, {by.agency, by.user}, "staff.lost_factor",
                 audit::Kind::changed, user, now);
            return {};
        });
    if (!done) return done.error();
    return !waits;
}

Result<void> agree_to(const Services& services, const Actor& by, const UserId& user,
                      RequestKind kind, const Visit& visit)
{
    return change_own(
        services, by, user, "agree to request",
        [&](db::Transaction& transaction, const User& found, Instant now) -> Result<void> {
            const auto request = request_about(transaction, by, user, kind);
            if (!request) return request.error();
            if (request->asked_by == by.user || user == by.user)
                return Error{
                    ErrorKind::not_allowed, "A second administrator must agree to this", {}, {}};
            drop_request(transaction, by.agency, user, kind);
            if (kind == RequestKind::replace_factor) {
                start_over(transaction, services, found, visit, now);
            } else {
                auto roles = found.roles;
                roles.push_back(Role::administrator);
                set_roles(transaction, found, roles);
                end_sign_ins(transaction, owner_of(found));
            }
            note(transaction, visit, {by.agency, by.user},
                 kind == RequestKind::replace_factor ? "staff.lost_factor"
                                                     : "staff.make_administrator",
                 audit::Kind::approved, user, now);
            return {};
        });
}

Result<void> turn_down(const Services& services, const Actor& by, const UserId& user,
                       RequestKind kind, const Visit& visit)
{
    return change_own(services, by, user, "turn down request",
                      [&](db::Transaction& transaction, const User&, Instant now) -> Result<void> {
                          const auto request = request_about(transaction, by, user, kind);
                          if (!request) return request.error();
                          drop_request(transaction, by.agency, user, kind);
                          note(transaction, visit, {by.agency, by.user}, "staff.change",
                               audit::Kind::changed, user, now);
                          return {};
                      });
}

Result<void> arrange_cover(const Services& services, const Actor& by, const Cover& cover,
                           const Visit& visit)
{
    if (cover.absent == cover.covered_by)
        return bad_input("Select somebody other than the absent person", "covered_by");
    if (cover.last_day < cover.first_day)
        return bad_input("Last day must be the same as or after the first day", "last_day-day");
    if (cover.last_day < services.clock->today())
        return bad_input("Last day must be today or in the future", "last_day-day");
    return db::with_retry(
        *services.database, "arrange cover", [&](db::Transaction& transaction) -> Result<void> {
            for (const auto& user : {cover.absent, cover.covered_by})
                if (const auto found = find_user(transaction, by.agency, user); !found)
                    return found.error();
            add_cover(transaction, by.agency, cover, by.user);
            note(transaction, visit, {by.agency, by.user}, "staff.cover", audit::Kind::recorded,
                 cover.absent, services.clock->now(), {"covered_by", "first_day", "last_day"});
            return {};
        });
}

void end_cover(const Services& services, const Actor& by, const Cover& cover, const Visit& visit)
{
    db::with_retry(*services.database, "end cover", [&](db::Transaction& transaction) {
        drop_cover(transaction, by.agency, cover);
        note(transaction, visit, {by.agency, by.user}, "staff.cover", audit::Kind::removed,
             cover.absent, services.clock->now());
    });
}

} // namespace onroll::access
