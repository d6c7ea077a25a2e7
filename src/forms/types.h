// What a form carries besides its answers, so that nothing typed is lost and nothing is saved
// twice. trust.md, S-06. Pure.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace onroll::forms {

/// Names of the hidden fields that forms::start writes.
inline constexpr std::string_view token_field = "form_token";     ///< of the sign-in; S-06
inline constexpr std::string_view key_field = "form_key";         ///< of this one form; R-10
inline constexpr std::string_view page_field = "form_page";       ///< the page that shows it; A-10
inline constexpr std::string_view version_field = "form_version"; ///< of what it changes; R-09

/// Who fills in a form: a user of an agency, by their ids.
struct Owner {
    std::string agency;
    std::string user;
    bool operator==(const Owner&) const = default;
};

/// That typed work waits on a page of a form.
struct KeptDraft {
    std::string page;
    std::chrono::sys_time<std::chrono::milliseconds> kept_at{};
};

/// How long the answer to a form key is remembered (trust.md R-10).
inline constexpr std::chrono::hours keys_are_kept{24};
/// How long typed work waits for its owner to sign in again.
inline constexpr std::chrono::hours drafts_are_kept{24 * 7};

} // namespace onroll::forms
