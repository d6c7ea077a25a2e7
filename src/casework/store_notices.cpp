#include "casework/store_notices.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"
#include "platform/mail/mail.h"

namespace onroll::casework {
namespace store_notices_detail {

Notice notice_from(const db::Rows& rows)
{
    const auto to_whom = speaker_named(rows.text("to_whom"));
    const auto channel = notice_channel_named(rows.text("channel"));
    const auto state = notice_state_named(rows.text("state"));
    ensure(to_whom && channel && state, "the store holds only words that it was given");
    const auto link = rows.optional_text("link");
    Notice notice{.id = NoticeId::parse(rows.text("id")).value(),
                  .thread = ThreadId::parse(rows.text("thread")).value(),
                  .to_whom = *to_whom,
                  .channel = *channel,
                  .link = std::nullopt,
                  .state = *state,
                  .tries = rows.integer("tries"),
                  .made_at = rows.instant("made_at"),
                  .changed_at = rows.instant("changed_at"),
                  .reason = rows.text("reason"),
                  .reference = rows.text("reference")};
    if (link) notice.link = LinkId::parse(*link).value();
    return notice;
}

std::vector<Notice> all_of(db::Rows rows)
{
    std::vector<Notice> notices;
    while (rows.next()) notices.push_back(notice_from(rows));
    return notices;
}

} // namespace store_notices_detail
using namespace store_notices_detail;

NoticeId add_notice(db::Transaction& transaction, const access::AgencyId& agency,
                    const ThreadId& thread, Speaker to_whom, NoticeChannel channel,
                    const crypto::Key& outbox, Instant now)
{
    const auto id = crypto::new_id<NoticeId>();
    transaction.run(sql()("add_notice"), agency.text(), id.text(), thread.text(), key_of(to_whom),
                    key_of(channel), now, now);
    // The outbox holds no address and no words: both are found when the notice leaves (M-03).
    mail::enqueue(transaction, outbox, agency.text(), {.to = id.text(), .subject = {}, .body = {}},
                  now);
    return id;
}

Result<Notice> find_notice(db::Queries& database, const access::AgencyId& agency,
                           const NoticeId& id)
{
    auto rows = database.query(sql()("find_notice"), agency.text(), id.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return notice_from(rows);
}

std::vector<Notice> notices_of_thread(db::Queries& database, const access::AgencyId& agency,
                                      const ThreadId& thread)
{
    return all_of(database.query(sql()("notices_of_thread"), agency.text(), thread.text()));
}

std::vector<Notice> notices_sent_since(db::Queries& database, const access::AgencyId& agency,
                                       Instant since)
{
    return all_of(database.query(sql()("notices_sent_since"), agency.text(), since));
}

void change_notice(db::Transaction& transaction, const access::AgencyId& agency, const NoticeId& id,
                   const NoticeChange& change, Instant now)
{
    transaction.run(sql()("set_notice"), key_of(change.state), change.tried ? 1 : 0, now,
                    change.reason, text_or_nothing(change.link), change.reference, agency.text(),
                    id.text());
}

} // namespace onroll::casework
