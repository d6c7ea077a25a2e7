// What the acts on accounts share: names and addresses as typed, invitations, and taking everything
// away that lets somebody in. Only for accounts*.cpp.
#pragma once

#include "access/accounts.h"

#include "audit/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::access::accounts_shared {

Owner owner_of(const User& user);

/// Without the spaces around it. Bad input in the words "Enter " + `whose`.
Result<std::string> name_from(std::string_view typed, const std::string& whose,
                              const std::string& field);
/// Folded. Bad input where it cannot be one.
Result<std::string> email_from(std::string_view typed, const std::string& field);
/// Bad input where the rules refuse the password for this person.
Result<void> check_password(const Services& services, std::string_view password,
                            std::string_view name, std::string_view email, std::string_view agency);

void send_invitation(db::Transaction& transaction, const Services& services, const Owner& owner,
                     std::string_view email, const Visit& visit, Instant now);
void note(db::Transaction& transaction, const Visit& visit, const Owner& by, std::string_view act,
          audit::Kind kind, const UserId& about, Instant now, std::vector<std::string> fields = {});

/// Password, codes, links and sign-ins: only a new invitation brings the user back.
void take_everything_away(db::Transaction& transaction, const User& user);
/// Takes everything away and invites anew.
void start_over(db::Transaction& transaction, const Services& services, const User& user,
                const Visit& visit, Instant now);

/// A change of one user of the actor's own agency, in one transaction; the mail goes out after it.
template <class Change>
Result<void> change_own(const Services& services, const Actor& by, const UserId& user,
                        std::string_view name, const Change& change)
{
    auto done =
        db::with_retry(*services.database, name, [&](db::Transaction& transaction) -> Result<void> {
            const auto found = find_user(transaction, by.agency, user);
            if (!found) return found.error();
            return change(transaction, *found, services.clock->now());
        });
    if (done) services.wake_mail();
    return done;
}

} // namespace onroll::access::accounts_shared
