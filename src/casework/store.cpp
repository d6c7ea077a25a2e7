#include "casework/store.h"

#include "casework/store_rows.h"

#include "audit/store.h"
#include "embedded/casework_files.h"
#include "forms/store.h"
#include "kernel/ensure.h"
#include "people/store.h"
#include "platform/crypto/new_id.h"

#include <string>

namespace onroll::casework {
namespace store_detail {

std::optional<std::string> key_or_nothing(const std::optional<Caller>& caller)
{
    if (!caller) return std::nullopt;
    return std::string(key_of(*caller));
}

Contact contact_from(const db::Rows& rows)
{
    const auto channel = channel_named(rows.text("channel"));
    ensure(channel.has_value(), "the store holds only ways of contact that it was given");
    const auto caller = rows.optional_text("caller");
    return {.id = ContactId::parse(rows.text("id")).value(),
            .told = {.channel = *channel,
                     .caller = caller ? caller_named(*caller) : std::nullopt,
                     .caller_name = std::string(rows.text("caller_name")),
                     .child_name = std::string(rows.text("child_name")),
                     .story = std::string(rows.text("story"))},
            .taken_at = rows.instant("taken_at"),
            .taken_by = access::UserId::parse(rows.text("taken_by")).value(),
            .version = rows.integer("version")};
}

} // namespace store_detail
using namespace store_detail;

Result<void> prepare(db::Database& database, const Clock& clock)
{
    if (const auto ready = audit::prepare(database, clock); !ready) return ready.error();
    if (const auto ready = forms::prepare(database, clock); !ready) return ready.error();
    if (const auto ready = people::prepare(database, clock); !ready) return ready.error();
    const auto migrated = db::migrate(database, "casework", embedded::casework_files(), clock);
    if (!migrated) return migrated.error();
    return {};
}

ContactId record_contact(db::Transaction& transaction, const access::AgencyId& agency,
                         const NewContact& contact, const access::UserId& by, Instant now)
{
    const auto id = crypto::new_id<ContactId>();
    transaction.run(sql()("add_contact"), agency.text(), id.text(), now, by.text(),
                    key_of(contact.channel), key_or_nothing(contact.caller), contact.caller_name,
                    contact.child_name, contact.story);
    return id;
}

Result<void> change_contact(db::Transaction& transaction, const access::AgencyId& agency,
                            const ContactId& id, std::int64_t version, const NewContact& contact,
                            const access::UserId& by, Instant now)
{
    const auto kept = transaction.run(sql()("keep_contact_before"), now, by.text(), agency.text(),
                                      id.text(), version);
    if (kept == 0) {
        const auto there = find_contact(transaction, agency, id);
        if (!there) return there.error();
        return Error{ErrorKind::conflict,
                     "Somebody changed this contact while you were writing. Compare the two",
                     {},
                     {}};
    }
    transaction.run(sql()("change_contact"), key_of(contact.channel),
                    key_or_nothing(contact.caller), contact.caller_name, contact.child_name,
                    contact.story, agency.text(), id.text(), version);
    return {};
}

Result<Contact> find_contact(db::Queries& database, const access::AgencyId& agency,
                             const ContactId& id)
{
    auto rows = database.query(sql()("find_contact"), agency.text(), id.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return contact_from(rows);
}

std::vector<Contact> contacts_of(db::Queries& database, const access::AgencyId& agency,
                                 std::size_t limit, const std::optional<Contact>& before)
{
    // Later than any moment that the store can hold.
    const std::string at = before ? utc_text(before->taken_at) : "9999-12-31T23:59:59.999Z";
    const std::string id = before ? before->id.text() : std::string();
    auto rows = database.query(sql()("contacts_before"), agency.text(), at, at, id,
                               static_cast<std::int64_t>(limit));
    std::vector<Contact> contacts;
    while (rows.next()) contacts.push_back(contact_from(rows));
    return contacts;
}

std::int64_t count_contacts(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("count_contacts"), agency.text());
    return rows.next() ? rows.integer("contacts") : 0;
}

} // namespace onroll::casework
