// Which passwords are taken. Length decides, not a mixture of signs; what others use, and what is
// known of the person, is refused. Pure. Follows trust.md A-02.
#pragma once

#include "kernel/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace onroll::access {

inline constexpr std::size_t least_password_characters = 12;
inline constexpr std::size_t most_password_characters = 256;

/// Passwords that many people use, in small letters.
class CommonPasswords {
public:
    /// One a line; lines that begin with # are left out. The text outlives this.
    explicit CommonPasswords(std::string_view lines);
    bool holds(std::string_view small_letters) const { return words_.contains(small_letters); }
    std::size_t size() const { return words_.size(); }

private:
    std::unordered_set<std::string_view> words_;
};

/// Nothing to say where the password is taken: 12 to 256 characters of any kind; not a common one,
/// nor one with digits and signs around it or in place of its letters; not one piece over and over;
/// not a run along the keyboard or the alphabet; not made of words about this person and place.
/// `personal` holds those words: name, email address, agency, area, the service's own name.
/// Source: OWASP ASVS 5.0.0, V6.2.1 to V6.2.12; NIST SP 800-63B, 5.1.1.2.
Result<void> check_new_password(std::string_view password, const CommonPasswords& common,
                                const std::vector<std::string>& personal);

} // namespace onroll::access
