// What the acts and pages of access need; made once by main. All of it outlives the router.
#pragma once

#include "access/password_hashing.h"
#include "access/rules_passwords.h"
#include "access/types.h"

#include "design/page.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"
#include "platform/http/request.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::access {

/// Each for one purpose, derived from the store's own key.
struct Keys {
    crypto::Key seeds;    ///< seals the seeds of one-time codes
    crypto::Key mail;     ///< seals messages until they have left
    crypto::Key browsers; ///< seals the cookie of a browser that signed in before

    static Keys of(const crypto::Key& root);
};

/// An entry of the menu of signed-in pages, shown to those who may ever do `act`.
struct StaffMenuEntry {
    std::string text;
    std::string href;
    std::string act;
};

struct Services {
    db::Database* database = nullptr;
    const Clock* clock = nullptr;
    const design::Site* site = nullptr;
    const Keys* keys = nullptr;
    PasswordHashing* hashing = nullptr;
    const CommonPasswords* common_passwords = nullptr;
    std::string area_name;      ///< empty where it was not said; also no part of a password
    std::string public_address; ///< "https://onroll.example.gov.uk"; empty: the Host that was asked
    bool tls_in_front = false;  ///< what an address begins with, where it comes from the Host
    int code_skew = 0;          ///< steps of half a minute that a phone's clock may be wrong
    /// Further ways to sign in, shown under the form; filled by main. May be empty.
    std::function<design::Html(std::string_view next)> other_ways{};
    std::vector<StaffMenuEntry> staff_menu{}; ///< filled by main for all parts
    /// What stands at the foot of an advice service's pages: who runs it, that it is confidential,
    /// and the limits. Filled by main.
    std::function<std::string(const Actor&)> notice{};
    /// The same on a paper that a family is given.
    std::function<std::string(const Actor&)> notice_to_family{};
    /// How many records of people are on a team's caseload in the actor's agency. Filled by main.
    std::function<std::int64_t(const Actor&, const TeamId&)> records_of_team =
        [](const Actor&, const TeamId&) { return std::int64_t{0}; };
    std::function<void()> wake_mail = [] {}; ///< something waits to be delivered
};

/// From whom and where something is asked: for the audit, the limits on guesses and links.
struct Visit {
    std::string address;       ///< that connected
    std::string request;       ///< id of the request
    std::string browser;       ///< in words
    std::string known_browser; ///< the cookie of a browser that signed in before; may be empty
    std::string site;          ///< "https://onroll.example.gov.uk", what links begin with
};
Visit visit_of(const http::Request& request, const Services& services);

/// The list that the build put into the binary.
const CommonPasswords& shipped_common_passwords();

} // namespace onroll::access
