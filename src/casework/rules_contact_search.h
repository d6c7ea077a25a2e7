// Which earlier contact, of those that came to no case, may be about the same child: by a name that
// sounds the same, by the telephone. Pure. capabilities.md N02, N07: search before create.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onroll::casework {

/// Who a contact names.
struct NamedInContact {
    std::string child;
    std::string caller; ///< "Amina, his mother"
    std::string phone;
};

/// Why the earlier contact is alike: "The same phone number"; nothing where it is not. A name is
/// alike where each of its words is in the other, or sounds like one there; a caller by a given
/// name alone is not enough.
/// Source: capabilities N02 and N07; how names are compared is that of people's search.
std::optional<std::string_view> alike_contact(const NamedInContact& told,
                                              const NamedInContact& earlier);

/// The same for words that somebody searches by: a child's or a caller's name, in part, or a
/// telephone number.
/// Source: as alike_contact.
std::optional<std::string_view> contact_found_by(std::string_view words,
                                                 const NamedInContact& earlier);

} // namespace onroll::casework
