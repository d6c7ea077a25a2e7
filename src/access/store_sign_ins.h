// Browsers that are signed in, or on their way. A token is stored as its hash alone.
#pragma once

#include "access/rules_sign_in.h"
#include "access/store_factors.h"
#include "access/types.h"
#include "access/types_staff.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

/// How far somebody has come.
enum class Stage {
    password, ///< a second factor is still to be shown
    enrol,    ///< a second factor is still to be set up
    full
};

/// The account at an organisation's own sign-in by which somebody came.
struct AccountElsewhere {
    std::string account; ///< issuer and subject, hashed
    std::string session; ///< the session there, hashed; empty where it named none
    /// The sign-in ends then whatever is done, where nobody tells us of a sign-out there.
    std::optional<Instant> ends_latest{};
};

/// A sign-in as it was found by its token: it may have ended.
struct SignIn {
    SignInId id;
    Owner owner;
    Stage stage = Stage::password;
    Proof proof = Proof::password_and_code;
    std::string form_token;
    Instant started_at;
    Instant seen_at;
    Instant proved_at;
    Instant ends_at;
    std::string user_name;
    std::string agency_name;
    AgencyKind agency_kind = AgencyKind::council;
    bool disabled = false; ///< the user, since
    std::optional<AccountElsewhere> elsewhere{};
    std::optional<Instant> ends_latest() const
    {
        return elsewhere ? elsewhere->ends_latest : std::nullopt;
    }
};

struct NewSignIn {
    Owner owner;
    Stage stage = Stage::password;
    Proof proof = Proof::password_and_code;
    std::string browser; ///< "Firefox on Windows"; nothing of what it sent is kept word for word
    Instant ends_at;
    std::optional<AccountElsewhere> elsewhere{};
};

/// The token, which goes into the cookie and nowhere else.
std::string start_sign_in(db::Transaction& transaction, const NewSignIn& sign_in, Instant now);
std::optional<SignIn> find_sign_in(db::Queries& database, std::string_view token);
/// Notes that somebody is still there.
void see_sign_in(db::Transaction& transaction, const SignIn& sign_in, Instant now, Instant ends_at);
/// Notes a fresh proof, and answers the new token that takes the place of the old.
std::string prove_sign_in(db::Transaction& transaction, const SignIn& sign_in, Instant now,
                          Instant ends_at);

/// A new token in place of the old, for one that goes on as somebody with other rights.
std::string renew_sign_in(db::Transaction& transaction, const Owner& owner,
                          const SignInId& sign_in);

/// Those that have not ended, newest first.
std::vector<SignInSeen> sign_ins_of(db::Queries& database, const Owner& owner, Instant now);

/// False where it is not theirs or has ended.
bool end_sign_in(db::Transaction& transaction, const Owner& owner, const SignInId& sign_in);
/// All but one, or all.
std::int64_t end_sign_ins(db::Transaction& transaction, const Owner& owner,
                          const std::optional<SignInId>& but = std::nullopt);
/// Ends those of an account elsewhere, or of one session there, and answers whose they were. One
/// of the two may be empty.
std::vector<UserId> end_sign_ins_by(db::Transaction& transaction, const AgencyId& agency,
                                    std::string_view account, std::string_view session);
/// Those who came by an organisation's own sign-in are signed out so long after they came, whatever
/// is done; nobody gets longer than they had. Of every account elsewhere: which provider it was is
/// not kept.
void shorten_sign_ins_elsewhere(db::Transaction& transaction, const AgencyId& agency,
                                std::chrono::hours longest);
/// Forgets those that ended before that moment: a time-out is remembered for a day.
void forget_old_sign_ins(db::Transaction& transaction, Instant now);

/// "Firefox on Windows", from what a browser says of itself; "A browser" where that tells nothing.
std::string browser_in_words(std::string_view user_agent);

} // namespace onroll::access
