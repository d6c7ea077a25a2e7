// Conversations with a family and between a family and a school: messages are added and marked,
// never altered. capabilities.md table stake 19, R48.
#pragma once

#include "casework/types_chronology.h"
#include "casework/types_messages.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <optional>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// conflict where such a conversation with the same person, or school contact, goes on already.
Result<ThreadId> begin_thread(db::Transaction& transaction, const access::AgencyId& agency,
                              const CaseId& case_id, const NewThread& thread,
                              const access::UserId& by, Instant now);
Result<Thread> find_thread(db::Queries& database, const access::AgencyId& agency,
                           const ThreadId& id);
/// The oldest first.
std::vector<Thread> threads_of_case(db::Queries& database, const access::AgencyId& agency,
                                    const CaseId& case_id);
void end_thread(db::Transaction& transaction, const access::AgencyId& agency, const ThreadId& id,
                Instant now);

MessageId add_message(db::Transaction& transaction, const access::AgencyId& agency,
                      const ThreadId& thread, const NewMessage& message, Instant now);
/// The oldest first, with what became of each.
std::vector<Message> messages_of_thread(db::Queries& database, const access::AgencyId& agency,
                                        const ThreadId& thread);
/// Notes that the other side's messages that it can see were read, once.
void mark_read(db::Transaction& transaction, const access::AgencyId& agency, const ThreadId& thread,
               Speaker by, const std::optional<access::UserId>& user, Instant now);
/// Lets a held message go, and says why.
void let_go(db::Transaction& transaction, const access::AgencyId& agency, const MessageId& message,
            const access::UserId& by, std::string_view reason, Instant now);
/// Family and school see it no more; the service does. Only for one that nobody has read.
void take_back(db::Transaction& transaction, const access::AgencyId& agency,
               const MessageId& message, const access::UserId& by, Instant now);

std::vector<ChronologyEntry>
entries_of_messages(db::Queries& database, const access::AgencyId& agency, const CaseId& case_id);

} // namespace onroll::casework
