// That somebody is to be told that there is a message: kept with the message in one transaction,
// and handed to the outbox of platform/mail, which tries again until it has left. trust.md M-05.
#pragma once

#include "casework/types_messages.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <optional>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// Keeps a notice and puts it into the outbox of the same store, sealed under `outbox`. Who gets it
/// and where is found when it leaves.
NoticeId add_notice(db::Transaction& transaction, const access::AgencyId& agency,
                    const ThreadId& thread, Speaker to_whom, NoticeChannel channel,
                    const crypto::Key& outbox, Instant now);
Result<Notice> find_notice(db::Queries& database, const access::AgencyId& agency,
                           const NoticeId& id);
/// The oldest first.
std::vector<Notice> notices_of_thread(db::Queries& database, const access::AgencyId& agency,
                                      const ThreadId& thread);
std::vector<Notice> notices_sent_since(db::Queries& database, const access::AgencyId& agency,
                                       Instant since);

struct NoticeChange {
    NoticeState state = NoticeState::waiting;
    std::string_view reason{};
    bool tried = false; ///< counts as a try
    std::optional<LinkId> link{};
    std::string_view reference{};
};
void change_notice(db::Transaction& transaction, const access::AgencyId& agency, const NoticeId& id,
                   const NoticeChange& change, Instant now);

} // namespace onroll::casework
