#include "access/store_users.h"

#include "access/store_rows.h"

#include "platform/crypto/new_id.h"

#include <algorithm>
#include <map>

namespace onroll::access {

namespace store_users_detail {

using store_rows::id_from;
using store_rows::named;
using store_rows::sql;

const Error has_that_team{ErrorKind::conflict, "There is a team of that name already", {}, "name"};

std::optional<UserState> user_state_named(std::string_view key)
{
    for (const auto state : {UserState::invited, UserState::active, UserState::disabled})
        if (key_of(state) == key) return state;
    return std::nullopt;
}

Agency agency_from(const db::Rows& rows)
{
    const auto urn = rows.optional_integer("urn");
    return {id_from<AgencyId>(rows, "agency"), named(rows, "kind", agency_kind_named),
            rows.text("name"), urn ? std::optional(static_cast<int>(*urn)) : std::nullopt};
}

User user_from(const db::Rows& rows)
{
    return {id_from<UserId>(rows, "user_id"),
            id_from<AgencyId>(rows, "agency"),
            rows.text("name"),
            rows.text("email"),
            named(rows, "state", user_state_named),
            rows.optional_text("password_hash")};
}

void fill_in(db::Queries& database, User& user)
{
    auto roles = database.query(sql()("roles_of_user"), user.agency.text(), user.id.text());
    while (roles.next()) user.roles.push_back(named(roles, "role", role_named));
    auto teams = database.query(sql()("teams_of_user"), user.agency.text(), user.id.text());
    while (teams.next()) user.teams.push_back(id_from<TeamId>(teams, "team"));
}

} // namespace store_users_detail

using namespace store_users_detail;

AgencyId add_agency(db::Transaction& transaction, const NewAgency& agency, Instant now)
{
    const auto id = crypto::new_id<AgencyId>();
    transaction.run(sql()("add_agency"), id.text(), key_of(agency.kind), agency.name, agency.urn,
                    now);
    return id;
}

std::vector<Agency> all_agencies(db::Queries& database)
{
    std::vector<Agency> agencies;
    auto rows = database.query(sql()("all_agencies"));
    while (rows.next()) agencies.push_back(agency_from(rows));
    return agencies;
}

Result<Agency> find_agency(db::Queries& database, const AgencyId& agency)
{
    auto rows = database.query(sql()("find_agency"), agency.text());
    if (!rows.next()) return not_found("The organisation was not found");
    return agency_from(rows);
}

std::int64_t count_agencies(db::Queries& database)
{
    auto rows = database.query(sql()("count_agencies"));
    rows.next();
    return rows.integer("agencies");
}

Result<TeamId> add_team(db::Transaction& transaction, const AgencyId& agency, std::string_view name)
{
    for (const auto& team : teams_of_agency(transaction, agency))
        if (team.name == name) return has_that_team;
    const auto id = crypto::new_id<TeamId>();
    transaction.run(sql()("add_team"), agency.text(), id.text(), name);
    return id;
}

std::vector<Team> teams_of_agency(db::Queries& database, const AgencyId& agency)
{
    std::vector<Team> teams;
    auto rows = database.query(sql()("teams_of_agency"), agency.text());
    while (rows.next()) teams.push_back({id_from<TeamId>(rows, "team"), rows.text("name")});
    return teams;
}

Result<Team> find_team(db::Queries& database, const AgencyId& agency, const TeamId& team)
{
    for (auto& each : teams_of_agency(database, agency))
        if (each.id == team) return std::move(each);
    return not_found("The team was not found");
}

Result<void> rename_team(db::Transaction& transaction, const AgencyId& agency, const Team& was,
                         std::string_view name)
{
    for (const auto& team : teams_of_agency(transaction, agency))
        if (team.name == name && team.id != was.id) return has_that_team;
    if (transaction.run(sql()("rename_team"), name, agency.text(), was.id.text(), was.name) == 1)
        return {};
    return Error{ErrorKind::conflict,
                 "Somebody else gave the team another name meanwhile. Look at it, then enter the "
                 "name again if it is still to change",
                 {},
                 "name"};
}

Result<void> drop_team(db::Transaction& transaction, const AgencyId& agency, const TeamId& team)
{
    auto in_it = transaction.query(sql()("team_members_of_agency"), agency.text());
    while (in_it.next())
        if (id_from<TeamId>(in_it, "team") == team)
            return Error{ErrorKind::conflict,
                         "There is somebody in the team. Take them out of it first",
                         {},
                         {}};
    transaction.run(sql()("drop_team"), agency.text(), team.text());
    return {};
}

Result<UserId> add_user(db::Transaction& transaction, const AgencyId& agency, std::string_view name,
                        std::string_view email, const std::vector<Role>& roles, Instant now)
{
    {
        auto rows = transaction.query(sql()("count_email_in_agency"), agency.text(), email);
        rows.next();
        if (rows.integer("users") > 0)
            return Error{ErrorKind::conflict,
                         "Somebody in your organisation has that email address already. Look for "
                         "them in the list of staff",
                         {},
                         "email"};
    }
    const auto id = crypto::new_id<UserId>();
    transaction.run(sql()("add_user"), agency.text(), id.text(), name, email, now);
    for (const auto role : roles)
        transaction.run(sql()("add_role"), agency.text(), id.text(), key_of(role));
    return id;
}

Result<User> find_user(db::Queries& database, const AgencyId& agency, const UserId& user)
{
    auto rows = database.query(sql()("find_user"), agency.text(), user.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    auto found = user_from(rows);
    fill_in(database, found);
    return found;
}

std::string name_of_user(db::Queries& database, const AgencyId& agency, const UserId& user)
{
    auto rows = database.query(sql()("find_user"), agency.text(), user.text());
    return rows.next() ? rows.text("name") : std::string();
}

std::optional<User> find_user_by_email(db::Queries& database, std::string_view folded)
{
    auto rows = database.query(sql()("find_user_by_email"), folded);
    if (!rows.next()) return std::nullopt;
    auto found = user_from(rows);
    fill_in(database, found);
    return found;
}

std::vector<User> users_of_agency(db::Queries& database, const AgencyId& agency)
{
    std::vector<User> users;
    std::map<UserId, std::size_t> places;
    auto rows = database.query(sql()("users_of_agency"), agency.text());
    while (rows.next()) {
        users.push_back(user_from(rows));
        places.emplace(users.back().id, users.size() - 1);
    }
    auto roles = database.query(sql()("roles_of_agency"), agency.text());
    while (roles.next())
        users[places.at(id_from<UserId>(roles, "user_id"))].roles.push_back(
            named(roles, "role", role_named));
    auto teams = database.query(sql()("team_members_of_agency"), agency.text());
    while (teams.next())
        users[places.at(id_from<UserId>(teams, "user_id"))].teams.push_back(
            id_from<TeamId>(teams, "team"));
    return users;
}

int count_administrators(db::Queries& database, const AgencyId& agency)
{
    auto rows = database.query(sql()("count_administrators"), agency.text());
    rows.next();
    return static_cast<int>(rows.integer("administrators"));
}

void rename_user(db::Transaction& transaction, const User& user, std::string_view name)
{
    transaction.run(sql()("rename_user"), name, user.agency.text(), user.id.text());
}

void set_roles(db::Transaction& transaction, const User& user, const std::vector<Role>& roles)
{
    transaction.run(sql()("drop_roles"), user.agency.text(), user.id.text());
    for (const auto role : roles)
        transaction.run(sql()("add_role"), user.agency.text(), user.id.text(), key_of(role));
}

void set_teams(db::Transaction& transaction, const User& user, const std::vector<TeamId>& teams)
{
    transaction.run(sql()("drop_from_teams"), user.agency.text(), user.id.text());
    for (const auto& team : teams)
        transaction.run(sql()("add_to_team"), user.agency.text(), user.id.text(), team.text());
}

void set_state(db::Transaction& transaction, const User& user, UserState state, Instant now)
{
    transaction.run(sql()("set_user_state"), key_of(state),
                    state == UserState::disabled ? std::optional(now) : std::nullopt,
                    user.agency.text(), user.id.text());
}

void set_password_hash(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                       const std::optional<std::string>& hash)
{
    transaction.run(sql()("set_password"), hash, agency.text(), user.text());
}

void add_cover(db::Transaction& transaction, const AgencyId& agency, const Cover& cover,
               const UserId& by)
{
    transaction.run(sql()("add_cover"), agency.text(), cover.absent.text(), cover.covered_by.text(),
                    cover.first_day, cover.last_day, by.text());
}

void drop_cover(db::Transaction& transaction, const AgencyId& agency, const Cover& cover)
{
    transaction.run(sql()("drop_cover"), agency.text(), cover.absent.text(),
                    cover.covered_by.text(), cover.first_day);
}

std::vector<Cover> covers_of_agency(db::Queries& database, const AgencyId& agency, Date today)
{
    std::vector<Cover> covers;
    auto rows = database.query(sql()("covers_of_agency"), agency.text(), today);
    while (rows.next())
        covers.push_back({id_from<UserId>(rows, "absent"), id_from<UserId>(rows, "covered_by"),
                          rows.date("first_day"), rows.date("last_day")});
    return covers;
}

std::vector<UserId> covered_by(db::Queries& database, const AgencyId& agency, const UserId& user,
                               Date today)
{
    std::vector<UserId> absent;
    auto rows = database.query(sql()("covered_by_user"), agency.text(), user.text(), today, today);
    while (rows.next()) absent.push_back(id_from<UserId>(rows, "absent"));
    return absent;
}

Rights rights_of(db::Queries& database, const AgencyId& agency, const UserId& user, Date today)
{
    Rights rights;
    auto rows = database.query(sql()("rights_of_user"), agency.text(), user.text(), agency.text(),
                               user.text(), agency.text(), user.text(), today, today);
    while (rows.next()) {
        const auto kind = rows.text("kind");
        if (kind == "role")
            rights.roles.push_back(named(rows, "word", role_named));
        else if (kind == "team")
            rights.teams.push_back(id_from<TeamId>(rows, "word"));
        else
            rights.covers_for.push_back(id_from<UserId>(rows, "word"));
    }
    return rights;
}

void add_request(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                 RequestKind kind, const UserId& by, Instant now)
{
    transaction.run(sql()("add_request"), agency.text(), user.text(), key_of(kind), by.text(), now);
}

void drop_request(db::Transaction& transaction, const AgencyId& agency, const UserId& user,
                  RequestKind kind)
{
    transaction.run(sql()("drop_request"), agency.text(), user.text(), key_of(kind));
}

std::vector<StaffRequest> requests_of_agency(db::Queries& database, const AgencyId& agency)
{
    std::vector<StaffRequest> requests;
    auto rows = database.query(sql()("requests_of_agency"), agency.text());
    while (rows.next())
        requests.push_back({id_from<UserId>(rows, "user_id"),
                            named(rows, "kind", request_kind_named),
                            id_from<UserId>(rows, "asked_by"), rows.instant("asked_at")});
    return requests;
}

} // namespace onroll::access
