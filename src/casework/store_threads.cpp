#include "casework/store_threads.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <algorithm>

namespace onroll::casework {
namespace store_threads_detail {

Thread thread_from(const db::Rows& rows)
{
    const auto kind = thread_kind_named(rows.text("kind"));
    ensure(kind.has_value(), "the store holds only kinds that it was given");
    return {.id = ThreadId::parse(rows.text("id")).value(),
            .case_id = CaseId::parse(rows.text("case_id")).value(),
            .with = {.kind = *kind,
                     .person = people::PersonId::parse(rows.text("person")).value(),
                     .school_contact = rows.text("school_contact"),
                     .school_email = rows.text("school_email"),
                     .agreed = rows.text("agreed"),
                     .agreed_on = rows.optional_date("agreed_on")},
            .begun_at = rows.instant("begun_at"),
            .ended_at = rows.optional_instant("ended_at")};
}

Message message_from(const db::Rows& rows)
{
    const auto by = speaker_named(rows.text("said_by"));
    ensure(by.has_value(), "the store holds only speakers that it was given");
    return {.id = MessageId::parse(rows.text("id")).value(),
            .said_at = rows.instant("said_at"),
            .said = {.said_by = *by,
                     .adviser = optional_user(rows, "adviser"),
                     .words = rows.text("words"),
                     .held = rows.boolean("held"),
                     .reason = rows.text("reason")},
            .let_go_at = rows.optional_instant("let_go_at"),
            .read_by_family_at = rows.optional_instant("read_by_family_at"),
            .read_by_school_at = rows.optional_instant("read_by_school_at"),
            .read_by_adviser_at = rows.optional_instant("read_by_adviser_at"),
            .taken_back_at = rows.optional_instant("taken_back_at")};
}

bool is_same(const NewThread& one, const NewThread& other)
{
    return one.kind == other.kind && one.person == other.person &&
           one.school_email == other.school_email;
}

} // namespace store_threads_detail
using namespace store_threads_detail;

Result<ThreadId> begin_thread(db::Transaction& transaction, const access::AgencyId& agency,
                              const CaseId& case_id, const NewThread& thread,
                              const access::UserId& by, Instant now)
{
    const auto before = threads_of_case(transaction, agency, case_id);
    if (std::any_of(before.begin(), before.end(),
                    [&](const Thread& one) { return !one.ended_at && is_same(one.with, thread); }))
        return Error{ErrorKind::conflict,
                     "There is a conversation with them already. Write in that one",
                     {},
                     "person"};
    const auto id = crypto::new_id<ThreadId>();
    transaction.run(sql()("add_thread"), agency.text(), id.text(), case_id.text(),
                    key_of(thread.kind), thread.person.text(), thread.school_contact,
                    thread.school_email, thread.agreed, thread.agreed_on, now, by.text());
    return id;
}

Result<Thread> find_thread(db::Queries& database, const access::AgencyId& agency,
                           const ThreadId& id)
{
    auto rows = database.query(sql()("find_thread"), agency.text(), id.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return thread_from(rows);
}

std::vector<Thread> threads_of_case(db::Queries& database, const access::AgencyId& agency,
                                    const CaseId& case_id)
{
    auto rows = database.query(sql()("threads_of_case"), agency.text(), case_id.text());
    std::vector<Thread> threads;
    while (rows.next()) threads.push_back(thread_from(rows));
    return threads;
}

void end_thread(db::Transaction& transaction, const access::AgencyId& agency, const ThreadId& id,
                Instant now)
{
    transaction.run(sql()("end_thread"), now, agency.text(), id.text());
}

MessageId add_message(db::Transaction& transaction, const access::AgencyId& agency,
                      const ThreadId& thread, const NewMessage& message, Instant now)
{
    const auto id = crypto::new_id<MessageId>();
    transaction.run(sql()("add_message"), agency.text(), id.text(), thread.text(), now,
                    key_of(message.said_by), text_or_nothing(message.adviser), message.words,
                    message.held ? 1 : 0, message.reason);
    return id;
}

std::vector<Message> messages_of_thread(db::Queries& database, const access::AgencyId& agency,
                                        const ThreadId& thread)
{
    auto rows = database.query(sql()("messages_of_thread"), agency.text(), thread.text());
    std::vector<Message> messages;
    while (rows.next()) messages.push_back(message_from(rows));
    return messages;
}

void mark_read(db::Transaction& transaction, const access::AgencyId& agency, const ThreadId& thread,
               Speaker by, const std::optional<access::UserId>& user, Instant now)
{
    const auto mark = "read_by_" + std::string(key_of(by));
    for (const auto& message : messages_of_thread(transaction, agency, thread)) {
        const bool seen = by == Speaker::adviser  ? message.read_by_adviser_at.has_value()
                          : by == Speaker::family ? message.read_by_family_at.has_value()
                                                  : message.read_by_school_at.has_value();
        if (seen || message.said.said_by == by || (by != Speaker::adviser && !message.is_shown()))
            continue;
        transaction.run(sql()("mark_message"), agency.text(), message.id.text(), mark, now,
                        text_or_nothing(user), "");
    }
}

void let_go(db::Transaction& transaction, const access::AgencyId& agency, const MessageId& message,
            const access::UserId& by, std::string_view reason, Instant now)
{
    transaction.run(sql()("mark_message"), agency.text(), message.text(), "let_go", now, by.text(),
                    reason);
}

void take_back(db::Transaction& transaction, const access::AgencyId& agency,
               const MessageId& message, const access::UserId& by, Instant now)
{
    transaction.run(sql()("mark_message"), agency.text(), message.text(), "taken_back", now,
                    by.text(), "");
}

std::vector<ChronologyEntry>
entries_of_messages(db::Queries& database, const access::AgencyId& agency, const CaseId& case_id)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& thread : threads_of_case(database, agency, case_id))
        for (const auto& message : messages_of_thread(database, agency, thread.id))
            entries.push_back(
                {.on = in_london(message.said_at).date,
                 .at = message.said_at,
                 .kind = EntryKind::message,
                 .title = message.taken_back_at ? "Message that was taken back before it was read"
                          : message.said.said_by == Speaker::adviser ? "Message to the family"
                          : message.said.said_by == Speaker::family  ? "Message from the family"
                                                                     : "Message from the school",
                 .by = message.said.adviser,
                 .detail = message.said.words,
                 .href = "/advice/cases/" + case_id.text() + "/messages/" + thread.id.text()});
    return entries;
}

} // namespace onroll::casework
