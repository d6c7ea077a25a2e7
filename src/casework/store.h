// The only code that touches the tables of casework, which lie in the advice service's own store
// (store_open.h) and in no other. Every question names the agency. trust.md W-01, D7.
#pragma once

#include "casework/types.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace onroll::casework {

/// Brings an advice store to its present shape: contacts, and the people, consents, audit and
/// forms that it holds of its own. Conflict for a newer database.
Result<void> prepare(db::Database& database, const Clock& clock);

/// Stores a contact as it was told.
ContactId record_contact(db::Transaction& transaction, const access::AgencyId& agency,
                         const NewContact& contact, const access::UserId& by, Instant now);

/// Replaces what was told, and keeps what it said before. conflict where `version` is not the saved
/// one; not_found for a contact of no or another agency.
Result<void> change_contact(db::Transaction& transaction, const access::AgencyId& agency,
                            const ContactId& id, std::int64_t version, const NewContact& contact,
                            const access::UserId& by, Instant now);

/// not_found for a contact of no or another agency: the same words for both (trust.md Z-03).
Result<Contact> find_contact(db::Queries& database, const access::AgencyId& agency,
                             const ContactId& id);

/// Which contacts a list shows: all; those about a child that came to no case; early enquiries and
/// advice to professionals.
enum class ContactList { all, without_case, professionals };

/// The newest first, at most `limit`, older than `before` where that is given.
std::vector<Contact> contacts_of(db::Queries& database, const access::AgencyId& agency,
                                 std::size_t limit, const std::optional<Contact>& before = {},
                                 ContactList list = ContactList::all);

/// Those that belong to a case, the newest first.
std::vector<Contact> contacts_of_case(db::Queries& database, const access::AgencyId& agency,
                                      const CaseId& id);

/// From now on the contact belongs to that case of that child. Again for the same case changes
/// nothing; conflict where it belongs to another; not_found for a contact of no or another agency.
Result<void> attach_contact(db::Transaction& transaction, const access::AgencyId& agency,
                            const ContactId& contact, const CaseId& case_id,
                            const people::PersonId& child);

std::int64_t count_contacts(db::Queries& database, const access::AgencyId& agency);

} // namespace onroll::casework
