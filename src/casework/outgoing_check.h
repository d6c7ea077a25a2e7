// Looks through what is about to leave the service, for one recipient, for words that must not
// reach them: before any page is printed, any PDF made, any message sent, any paper given. The rule
// is rules_outgoing.h; here the family is read, protected addresses are opened for the comparison
// alone, and files are read. trust.md F-04.
#pragma once

#include "casework/rules_outgoing.h"
#include "casework/types_case.h"

#include "kernel/identifiers.h"
#include "kernel/result.h"
#include "people/address_safe.h"
#include "platform/db/db.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// What a search of the family needs besides the store.
struct OutgoingSources {
    const people::AddressSafe* safe = nullptr;
    std::function<std::string(Urn)> school_name;
};

/// What was found in one thing that is to leave.
struct OutgoingAnswer {
    std::vector<OutgoingHit> hits{};
    std::vector<std::string> to_look_at{}; ///< what no program could read
    std::size_t pages = 0;                 ///< of a PDF; 0 for anything else
    bool is_clear() const { return hits.empty() && to_look_at.empty(); }
};

/// Everything that must not reach this recipient: of the case's family, and the words that an
/// adviser asked to keep back. `person` is nothing for a school, a council, a court. unavailable
/// where a protected address cannot be opened: then nothing may leave.
Result<std::vector<ProtectedWord>> words_to_keep_from(db::Queries& database,
                                                      const access::AgencyId& agency,
                                                      const Case& found,
                                                      const std::optional<people::PersonId>& person,
                                                      const OutgoingSources& sources, Date today);

/// The same for what several people may read: everything that any of them must not have.
Result<std::vector<ProtectedWord>>
words_to_keep_from_all(db::Queries& database, const access::AgencyId& agency, const Case& found,
                       const std::vector<people::PersonId>& people, const OutgoingSources& sources,
                       Date today);

/// A text of our own: a message, a letter, a printed page.
OutgoingAnswer check_outgoing_text(std::string_view text, const std::vector<ProtectedWord>& words);
/// A file, whatever it is. What cannot be read is in `to_look_at`.
OutgoingAnswer check_outgoing_file(std::string_view bytes, const std::vector<ProtectedWord>& words);

/// "Address of Ann, page 2: …": one sentence for each hit, for an error or a page.
std::vector<std::string> sentences_of(const OutgoingAnswer& answer);

} // namespace onroll::casework
