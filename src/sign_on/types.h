// An organisation's own sign-in as an agency has set it, and passkeys as they are kept. Pure.
#pragma once

#include "sign_on/id_token.h"
#include "sign_on/passkey.h"

#include "access/types.h"
#include "kernel/random_id.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace onroll::sign_on {

using ProviderId = RandomId<struct ProviderTag>;
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// A provider of single sign-on by OpenID Connect, such as Entra ID or Google Workspace.
struct Provider {
    ProviderId id;
    access::AgencyId agency;
    std::string name;   ///< as on the button: "Tidemoor Council account"
    std::string issuer; ///< "https://login.example/tenant/v2.0"
    std::string client_id;
    std::string client_secret;
    std::vector<std::string> hosts;          ///< beside the issuer's, that its addresses lie on
    std::vector<std::string> organisations;  ///< see TokenQuestion
    std::vector<std::string> second_factors; ///< see TokenQuestion
    /// It tells us when somebody signs out there; else a sign-in by it ends after some hours.
    bool tells_of_sign_out = false;
    int longest_hours = 4;

    bool operator==(const Provider&) const = default;
};

/// For how many hours a sign-in by a provider that tells nothing may run; the most is what any
/// sign-in may.
inline constexpr int fewest_hours = 1;
inline constexpr int most_hours = 8;

/// A passkey with whose it is and what its owner calls it.
struct KeptPasskey {
    access::AgencyId agency;
    access::UserId user;
    std::string name;
    Passkey key;
    Moment made_at{};
    std::optional<Moment> used_at;
};

} // namespace onroll::sign_on
