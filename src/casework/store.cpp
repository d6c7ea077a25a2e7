#include "casework/store.h"

#include "casework/store_actions.h"
#include "casework/store_rows.h"
#include "casework/types_case.h"

#include "audit/store.h"
#include "embedded/casework_files.h"
#include "forms/store.h"
#include "kernel/ensure.h"
#include "people/store.h"
#include "platform/crypto/new_id.h"
#include "platform/mail/mail.h"

#include <string>

namespace onroll::casework {
namespace store_detail {

template <class Word>
std::optional<std::string> key_or_nothing(const std::optional<Word>& word)
{
    if (!word) return std::nullopt;
    return std::string(key_of(*word));
}

NewContact told_in(const db::Rows& rows)
{
    const auto channel = channel_named(rows.text("channel"));
    const auto safe = safe_to_ring_named(rows.text("safe"));
    const auto enquiry = enquiry_named(rows.text("enquiry"));
    ensure(channel && safe && enquiry, "the store holds only words that it was given");
    const auto caller = rows.optional_text("caller");
    const auto school = rows.optional_text("school");
    const auto minutes = rows.optional_integer("minutes");
    const auto source = rows.optional_text("source");
    return {.channel = *channel,
            .caller = caller ? caller_named(*caller) : std::nullopt,
            .caller_name = std::string(rows.text("caller_name")),
            .child_name = std::string(rows.text("child_name")),
            .story = std::string(rows.text("story")),
            .happened = what_happened_in(rows.text("happened")),
            .first_day = rows.optional_date("first_day"),
            .school = school ? std::optional(Urn::parse(*school).value()) : std::nullopt,
            .school_name = std::string(rows.text("school_name")),
            .safe = *safe,
            .phone = std::string(rows.text("phone")),
            .safe_how = std::string(rows.text("safe_how")),
            .minutes = minutes ? std::optional(static_cast<int>(*minutes)) : std::nullopt,
            .enquiry = *enquiry,
            .source = source ? referral_source_named(*source) : std::nullopt,
            .source_name = std::string(rows.text("source_name")),
            .advice = std::string(rows.text("advice"))};
}

Contact contact_from(const db::Rows& rows)
{
    Contact contact{.id = ContactId::parse(rows.text("id")).value(),
                    .told = told_in(rows),
                    .taken_at = rows.instant("taken_at"),
                    .taken_on = rows.date("taken_on"),
                    .taken_by = access::UserId::parse(rows.text("taken_by")).value(),
                    .version = rows.integer("version"),
                    .caseworker = optional_user(rows, "caseworker")};
    if (const auto child = rows.optional_text("child"))
        contact.child = people::PersonId::parse(*child).value();
    const auto case_id = rows.optional_text("case_id");
    const auto opened_by = optional_user(rows, "opened_by");
    if (!case_id || !opened_by) return contact;
    contact.case_id = CaseId::parse(*case_id).value();
    contact.case_stands = {contact.caseworker.value_or(*opened_by),
                           case_state_named(rows.text("state")) == CaseState::closed};
    return contact;
}

const db::Sql& statement_of(ContactList list)
{
    switch (list) {
    case ContactList::all:
        return sql()("contacts_before");
    case ContactList::without_case:
        return sql()("contacts_without_case_before");
    case ContactList::professionals:
        return sql()("contacts_of_professionals_before");
    }
    throw Bug("a list that is none");
}

/// The minutes that the contact took are the case's from now on.
void count_time(db::Transaction& transaction, const access::AgencyId& agency,
                const Contact& contact, const CaseId& of)
{
    if (!contact.told.minutes || *contact.told.minutes < 1) return;
    record_action(transaction, agency, of,
                  {.kind = contact.told.caller == Caller::school ? ActionKind::school
                           : contact.told.caller == Caller::other_professional
                               ? ActionKind::professional
                               : ActionKind::family,
                   .stage = Stage::early_help,
                   .took = std::chrono::minutes(*contact.told.minutes),
                   .on = contact.taken_on,
                   .worker = contact.taken_by,
                   .shown = Shown::with_another_entry},
                  contact.taken_by, contact.taken_at);
}

} // namespace store_detail
using namespace store_detail;

Result<void> prepare(db::Database& database, const Clock& clock)
{
    if (const auto ready = audit::prepare(database, clock); !ready) return ready.error();
    if (const auto ready = forms::prepare(database, clock); !ready) return ready.error();
    if (const auto ready = people::prepare(database, clock); !ready) return ready.error();
    if (const auto ready = mail::prepare(database, clock); !ready) return ready.error();
    const auto migrated = db::migrate(database, "casework", embedded::casework_files(), clock);
    if (!migrated) return migrated.error();
    return {};
}

ContactId record_contact(db::Transaction& transaction, const access::AgencyId& agency,
                         const NewContact& contact, const access::UserId& by, Instant now)
{
    const auto id = crypto::new_id<ContactId>();
    transaction.run(sql()("add_contact"), agency.text(), id.text(), now, in_london(now).date,
                    by.text(), key_of(contact.channel), key_or_nothing(contact.caller),
                    contact.caller_name, contact.child_name, contact.story,
                    keys_of(contact.happened), contact.first_day, text_or_nothing(contact.school),
                    contact.school_name, key_of(contact.safe), contact.phone, contact.safe_how,
                    contact.minutes, key_of(contact.enquiry), key_or_nothing(contact.source),
                    contact.source_name, contact.advice);
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
                    contact.story, keys_of(contact.happened), contact.first_day,
                    text_or_nothing(contact.school), contact.school_name, key_of(contact.safe),
                    contact.phone, contact.safe_how, contact.minutes, key_of(contact.enquiry),
                    key_or_nothing(contact.source), contact.source_name, contact.advice,
                    agency.text(), id.text(), version);
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
                                 std::size_t limit, const std::optional<Contact>& before,
                                 ContactList list)
{
    // Later than any moment that the store can hold.
    const std::string at = before ? utc_text(before->taken_at) : "9999-12-31T23:59:59.999Z";
    const std::string id = before ? before->id.text() : std::string();
    auto rows = database.query(statement_of(list), agency.text(), at, at, id,
                               static_cast<std::int64_t>(limit));
    std::vector<Contact> contacts;
    while (rows.next()) contacts.push_back(contact_from(rows));
    return contacts;
}

std::vector<Contact> contacts_of_case(db::Queries& database, const access::AgencyId& agency,
                                      const CaseId& id)
{
    auto rows = database.query(sql()("contacts_of_case"), agency.text(), id.text());
    std::vector<Contact> contacts;
    while (rows.next()) contacts.push_back(contact_from(rows));
    return contacts;
}

Result<void> attach_contact(db::Transaction& transaction, const access::AgencyId& agency,
                            const ContactId& contact, const CaseId& case_id,
                            const people::PersonId& child)
{
    const auto attached = transaction.run(sql()("attach_contact"), case_id.text(), child.text(),
                                          agency.text(), contact.text());
    const auto there = find_contact(transaction, agency, contact);
    if (!there) return there.error();
    if (attached == 1) {
        count_time(transaction, agency, *there, case_id);
        // What must be kept stays kept: a hold on the contact holds the case from now on.
        transaction.run(sql()("move_hold_to_case"), case_id.text(), agency.text(), case_id.text(),
                        agency.text(), contact.text(), agency.text(), case_id.text());
        return {};
    }
    if (there->case_id == case_id) return {};
    return Error{ErrorKind::conflict, "This contact belongs to another case already", {}, {}};
}

std::int64_t count_contacts(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("count_contacts"), agency.text());
    return rows.next() ? rows.integer("contacts") : 0;
}

} // namespace onroll::casework
