#include "access/support.h"

#include "access/accounts_shared.h"
#include "access/store_support.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace onroll::access {

using namespace accounts_shared;

namespace support_detail {

constexpr std::size_t shortest_support_reason = 10;
constexpr std::size_t longest_support_reason = 500;

std::optional<std::chrono::hours> hours_from(std::string_view typed)
{
    int hours = 0;
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), hours);
    if (read.ec != std::errc() || read.ptr != typed.data() + typed.size()) return std::nullopt;
    if (std::find(support_hours.begin(), support_hours.end(), hours) == support_hours.end())
        return std::nullopt;
    return std::chrono::hours(hours);
}

/// The user who looks: one from an earlier time, or a new one; invited where they cannot sign in.
Result<UserId> looker(db::Transaction& transaction, const Services& services, const Actor& by,
                      const std::string& name, const std::string& email, const Visit& visit,
                      Instant now)
{
    if (const auto known = user_of_agency_with(transaction, by.agency, email)) {
        const auto user = find_user(transaction, by.agency, *known).value();
        if (!user.has(Role::support))
            return Error{ErrorKind::conflict,
                         "They are one of your staff, and have a role of their own here",
                         {},
                         "email"};
        if (support_runs(transaction, by.agency, user.id, now))
            return Error{ErrorKind::conflict, "They may look already", {}, "email"};
        rename_user(transaction, user, name);
        start_over(transaction, services, user, visit, now);
        return user.id;
    }
    const auto id = add_user(transaction, by.agency, name, email, {Role::support}, now);
    if (id) send_invitation(transaction, services, {by.agency, *id}, email, visit, now);
    return id;
}

} // namespace support_detail

Result<void> give_support(const Services& services, const Actor& by, const SupportAsked& asked,
                          const Visit& visit)
{
    using namespace support_detail;
    const auto name = name_from(asked.name, "their name", "name");
    if (!name) return name.error();
    const auto email = email_from(asked.email, "email");
    if (!email) return email.error();
    const auto hours = hours_from(asked.hours);
    if (!hours) return bad_input("Select for how long they may look", "hours");
    if (asked.reason.size() < shortest_support_reason)
        return bad_input("Say what they are to look at, in 10 characters or more", "reason");
    if (asked.reason.size() > longest_support_reason)
        return bad_input("Say it in 500 characters or fewer", "reason");
    const auto done = db::with_retry(
        *services.database, "give support access",
        [&](db::Transaction& transaction) -> Result<void> {
            const auto now = services.clock->now();
            const auto user = looker(transaction, services, by, *name, *email, visit, now);
            if (!user) return user.error();
            add_support(transaction, by.agency, *user, asked.reason, by.user, now, now + *hours);
            note(transaction, visit, {by.agency, by.user}, "support.change", audit::Kind::recorded,
                 *user, now, {"ends_at", "reason"});
            return {};
        });
    if (done) services.wake_mail();
    return done;
}

Result<void> take_support_back(const Services& services, const Actor& by, const UserId& user,
                               const Visit& visit)
{
    return change_own(
        services, by, user, "take support access back",
        [&](db::Transaction& transaction, const User& found, Instant now) -> Result<void> {
            if (!end_support(transaction, by.agency, user, now))
                return not_found("Their time has ended already");
            take_everything_away(transaction, found);
            set_state(transaction, found, UserState::disabled, now);
            note(transaction, visit, {by.agency, by.user}, "support.change", audit::Kind::removed,
                 user, now);
            return {};
        });
}

} // namespace onroll::access
