// Guesses at passwords and codes: each counts as failed before it is looked at, and is forgiven
// when it was right. Follows trust.md A-07: nobody can lock another out for good, and a browser
// that signed in before is counted apart from strangers, so that a stranger's guesses do not stop
// its owner.
#pragma once

#include "access/services.h"
#include "access/store_users.h"

#include <optional>
#include <string>
#include <string_view>

namespace onroll::access {

enum class GuessAt { password, code };

/// A guess that was let through.
struct Guess {
    std::string id;
    std::string account; ///< the target that is forgiven when the guess was right
};

/// Nothing where one must wait. `email` is folded; `user` is theirs, where there is one, and is
/// told by mail when the guesses at their account begin to wait.
std::optional<Guess> take_guess(const Services& services, GuessAt at, std::string_view email,
                                const std::optional<User>& user, const Visit& visit);
void forgive(db::Transaction& transaction, const Guess& guess);

/// The cookie of a browser in which this user has signed in fully.
std::string known_browser_of(const Services& services, const UserId& user);
/// The name under which this browser's guesses at this user's account are counted; nothing for a
/// stranger.
std::optional<std::string> known_browser_in(const Services& services, const UserId& user,
                                            std::string_view cookie);

} // namespace onroll::access
