#include "casework/store_batches.h"

#include "casework/store_case_states.h"
#include "casework/store_cases.h"
#include "casework/store_close.h"
#include "casework/store_notes.h"
#include "casework/store_notices.h"
#include "casework/store_rows.h"
#include "casework/store_tasks.h"
#include "casework/store_threads.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace store_batches_detail {

constexpr auto undone_in_words = "Undone: this was done to several cases at once";

template <class Id>
std::optional<Id> optional_id(const db::Rows& rows, std::string_view column)
{
    const auto text = rows.optional_text(column);
    if (!text) return std::nullopt;
    return Id::parse(*text).value();
}

BatchLine line_from(const db::Rows& rows)
{
    const auto state = case_state_named(rows.text("state_before"));
    ensure(state.has_value(), "the store holds only states that it was given");
    return {.case_id = CaseId::parse(rows.text("case_id")).value(),
            .person = optional_id<people::PersonId>(rows, "person"),
            .why_not = std::string(rows.text("why_not")),
            .thread = optional_id<ThreadId>(rows, "thread"),
            .message = optional_id<MessageId>(rows, "message"),
            .note = optional_id<NoteId>(rows, "note"),
            .version_after = rows.integer("version_after"),
            .state_before = *state,
            .waiting_since_before = rows.optional_date("waiting_since_before"),
            .waiting_reason_before = std::string(rows.text("waiting_reason_before"))};
}

Batch batch_from(const db::Rows& rows)
{
    const auto kind = batch_kind_named(rows.text("kind"));
    ensure(kind.has_value(), "the store holds only kinds that it was given");
    return {.id = BatchId::parse(rows.text("id")).value(),
            .told = {.kind = *kind, .words = std::string(rows.text("words"))},
            .done_at = rows.instant("done_at"),
            .done_by = access::UserId::parse(rows.text("done_by")).value(),
            .undone_at = rows.optional_instant("undone_at"),
            .undone_back = rows.integer("undone_back")};
}

/// Whether the case is open again as it was. Its dates are counted again: term dates may have
/// changed while it was closed.
bool opens_again(db::Transaction& transaction, const access::AgencyId& agency,
                 const BatchLine& line, const Reckoner& reckoner, const access::UserId& by,
                 Instant now)
{
    const auto one = find_case(transaction, agency, line.case_id);
    if (!one || one->state != CaseState::closed || one->version != line.version_after) return false;
    transaction.run(sql()("set_case_state"), key_of(line.state_before), std::optional<Date>(),
                    line.waiting_since_before, line.waiting_reason_before, key_of(one->priority),
                    agency.text(), line.case_id.text(), one->version);
    transaction.run(sql()("take_back_close"), now, by.text(), agency.text(), line.case_id.text());
    note_state(transaction, agency, line.case_id,
               {line.state_before, in_london(now).date, undone_in_words, by});
    bring_back_tasks(transaction, agency, line.case_id, by, now);
    recount(transaction, agency, find_case(transaction, agency, line.case_id).value(), reckoner, by,
            now, "the case was opened again");
    return true;
}

/// Whether nobody has read the message, so that nobody will.
bool is_taken_back(db::Transaction& transaction, const access::AgencyId& agency,
                   const BatchLine& line, const access::UserId& by, Instant now)
{
    const auto messages = messages_of_thread(transaction, agency, *line.thread);
    const auto message = std::find_if(messages.begin(), messages.end(),
                                      [&](const Message& one) { return one.id == *line.message; });
    if (message == messages.end() || message->read_by_family_at) return false;
    take_back(transaction, agency, *line.message, by, now);
    for (const auto& notice : notices_of_thread(transaction, agency, *line.thread))
        if (notice.state == NoticeState::waiting && notice.made_at == message->said_at)
            change_notice(transaction, agency, notice.id,
                          {.state = NoticeState::held, .reason = "The message was taken back."},
                          now);
    return true;
}

bool is_corrected(db::Transaction& transaction, const access::AgencyId& agency,
                  const BatchLine& line, const access::UserId& by, Instant now)
{
    const auto note = find_note(transaction, agency, line.case_id, *line.note);
    if (!note || note->version != line.version_after) return false;
    return correct_note(transaction, agency, line.case_id, note->id, note->version,
                        {.on = note->written.on, .words = std::string(undone_in_words) + "."}, by,
                        now)
        .has_value();
}

} // namespace store_batches_detail
using namespace store_batches_detail;

BatchId add_batch(db::Transaction& transaction, const access::AgencyId& agency,
                  const NewBatch& batch, const access::UserId& by, Instant now)
{
    const auto id = crypto::new_id<BatchId>();
    transaction.run(sql()("add_batch"), agency.text(), id.text(), key_of(batch.kind), batch.words,
                    now, by.text());
    std::int64_t place = 0;
    for (const auto& line : batch.lines)
        transaction.run(sql()("add_batch_line"), agency.text(), id.text(), ++place,
                        line.case_id.text(), text_or_nothing(line.person), line.why_not,
                        text_or_nothing(line.thread), text_or_nothing(line.message),
                        text_or_nothing(line.note), line.version_after, key_of(line.state_before),
                        line.waiting_since_before, line.waiting_reason_before);
    return id;
}

Result<Batch> find_batch(db::Queries& database, const access::AgencyId& agency, const BatchId& id)
{
    auto found = [&]() -> std::optional<Batch> {
        auto rows = database.query(sql()("find_batch"), agency.text(), id.text());
        if (!rows.next()) return std::nullopt;
        return batch_from(rows);
    }();
    if (!found) return not_found("The page was not found. Check the address");
    auto rows = database.query(sql()("lines_of_batch"), agency.text(), id.text());
    while (rows.next()) found->told.lines.push_back(line_from(rows));
    return *std::move(found);
}

std::vector<Batch> batches_of(db::Queries& database, const access::AgencyId& agency,
                              const access::UserId& by, std::size_t limit)
{
    auto rows = database.query(sql()("batches_of_user"), agency.text(), by.text(),
                               static_cast<std::int64_t>(limit));
    std::vector<Batch> batches;
    while (rows.next()) batches.push_back(batch_from(rows));
    return batches;
}

Result<void> close_in_batch(db::Transaction& transaction, const access::AgencyId& agency,
                            BatchLine& line, const NewClose& told, const access::UserId& by,
                            Instant now)
{
    const auto one = find_case(transaction, agency, line.case_id);
    if (!one) return one.error();
    const auto done = close_case(transaction, agency, line.case_id, one->version, told, by, now);
    if (!done) return done;
    line.version_after = one->version + 1;
    line.state_before = one->state;
    line.waiting_since_before = one->waiting_since;
    line.waiting_reason_before = one->waiting_reason;
    return {};
}

Result<Undone> undo_batch(db::Transaction& transaction, const access::AgencyId& agency,
                          const BatchId& id, const std::vector<CaseId>& changeable,
                          const Reckoner& reckoner, const access::UserId& by, Instant now)
{
    const auto batch = find_batch(transaction, agency, id);
    if (!batch) return batch.error();
    if (transaction.run(sql()("undo_batch"), now, by.text(), agency.text(), id.text()) == 0)
        return Error{ErrorKind::conflict, "This was undone already", {}, {}};
    Undone undone;
    for (const auto& line : batch->told.lines) {
        if (!line.why_not.empty()) continue;
        if (std::find(changeable.begin(), changeable.end(), line.case_id) == changeable.end()) {
            ++undone.left;
            continue;
        }
        const bool back = line.message ? is_taken_back(transaction, agency, line, by, now)
                          : line.note  ? is_corrected(transaction, agency, line, by, now)
                                       : opens_again(transaction, agency, line, reckoner, by, now);
        ++(back ? undone.back : undone.left);
    }
    transaction.run(sql()("count_undone"), undone.back, agency.text(), id.text());
    return undone;
}

} // namespace onroll::casework
