// What the pages of the other ways to sign in show. Words and layout; no queries, no rules.
#pragma once

#include "sign_on/types.h"

#include "access/staff_page.h"
#include "design/html.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::sign_on {

inline constexpr std::string_view not_linked_words =
    "That account is not linked to anybody here. Sign in with your password and a code, then link "
    "it "
    "under ‘Your account’";

/// `next` is percent-encoded already.
design::Html other_ways_view(const std::vector<Provider>& providers, std::string_view next);
design::Html could_not_sign_in_view(const std::string& message);
/// On the way to `next`, for a browser that does not go on by itself.
design::Html signed_in_view(const std::string& next);

/// What a device is asked; the script in passkeys.js reads it.
struct UsePasskeyView {
    std::string challenge; ///< base64url
    std::string host;
};
design::Html use_passkey_view(const UsePasskeyView& view);

struct MakePasskeyView {
    const access::Actor* actor = nullptr;
    std::string name;
    std::string account; ///< what the device shows beside it
    std::string challenge;
    std::string host;
    std::vector<std::string> known; ///< base64url ids of those that are registered
};
design::Html make_passkey_view(const MakePasskeyView& view);

struct WaysView {
    const access::Actor* actor = nullptr;
    access::Errors errors;
    std::vector<KeptPasskey> passkeys{};
    std::vector<Provider> providers{}; ///< of the agency
    std::vector<ProviderId> joined{};
};
design::Html ways_view(const WaysView& view);

/// How a sign-in by one provider was to end, as typed and not taken.
struct TypedEnd {
    std::string provider;
    std::string longest_hours;
    bool tells = false;
};
struct ProvidersView {
    const access::Actor* actor = nullptr;
    access::Errors errors;
    std::vector<Provider> providers{};
    Provider typed; ///< id and agency are of no meaning
    std::optional<TypedEnd> typed_end{};
    std::string return_to;
    std::string told_at; ///< where a provider tells of a sign-out, up to its id
};
design::Html providers_view(const ProvidersView& view);

} // namespace onroll::sign_on
