// Reminders of the day list by mail, which say how much is due and nothing of any family, and the
// secret address of a colleague's calendar.
#pragma once

#include "casework/store_reminders.h"

#include "access/types.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"
#include "platform/mail/mail.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// Somebody who may be reminded.
struct Reminded {
    access::UserId user;
    std::string mail;
    bool is_manager = false;
    std::vector<access::UserId> covers_for{}; ///< whose list is theirs today
};

/// What is late in the service is counted as far as this: so many mean "or more".
inline constexpr std::size_t most_late_counted = 2'000;

/// How much is due, for one colleague on one day.
struct DueCounts {
    std::size_t late = 0;
    std::size_t passed = 0; ///< dates in law that nothing says were kept
    std::size_t today = 0;
    std::size_t next = 0;       ///< in the next ten school days
    std::size_t escalated = 0;  ///< for a manager: late in the service by three school days or more
    std::size_t gone_quiet = 0; ///< for a manager, on Mondays: sources that send fewer families
    std::optional<std::chrono::minutes> first_today{}; ///< the earliest time set for today
    bool any() const { return late + passed + today + escalated + gone_quiet > 0; }
};
DueCounts due_counts(db::Queries& database, const access::AgencyId& agency, const Reminded& to,
                     Date today);

/// The mail: counts and the way to the page. It names nobody and no case. `site` may be empty.
mail::Message reminder_mail(const DueCounts& counts, const std::string& to,
                            const std::string& site);

/// Once on each working day from 7am, to those who have something due or late and have not turned
/// it off. `send` keeps the message until it has left. Answers how many were sent.
std::size_t remind(db::Database& database, const access::AgencyId& agency,
                   const std::vector<Reminded>& all, const std::string& site, Instant now,
                   const std::function<void(const mail::Message&)>& send);

/// What only the colleague's calendar program knows, of the present number of their address.
std::string feed_secret(const crypto::Key& key, const access::AgencyId& agency,
                        const access::UserId& worker, std::int64_t number);
/// "/advice-calendar/<service>/<colleague>/<secret>".
std::string feed_address(const crypto::Key& key, const access::AgencyId& agency,
                         const access::UserId& worker, std::int64_t number);

} // namespace onroll::casework
