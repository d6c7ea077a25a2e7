// Contacts that came to no case, found by whom they name, so that a second call is not a first.
// Every question names the agency. capabilities.md N02, N07.
#pragma once

#include "casework/types.h"

#include "platform/db/db.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

struct EarlierContact {
    ContactId id;
    Date taken_on{};
    access::UserId taken_by;
    std::string child_name; ///< may be empty
    std::string caller_name;
    std::string why; ///< it was found
};

/// How many of the newest are looked through.
inline constexpr std::size_t contacts_looked_through = 3000;

/// Those that may be about the child of this one, the newest first, at most `limit`.
std::vector<EarlierContact> contacts_alike(db::Queries& database, const access::AgencyId& agency,
                                           const NewContact& told, std::size_t limit);
/// Those that the words find.
std::vector<EarlierContact> contacts_found(db::Queries& database, const access::AgencyId& agency,
                                           std::string_view words, std::size_t limit);

} // namespace onroll::casework
