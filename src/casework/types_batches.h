// What was done to several cases at once: closed, written to, noted. Values only. capabilities.md
// table stake 27.
#pragma once

#include "casework/types_attachments.h"
#include "casework/types_case.h"
#include "casework/types_messages.h"

#include <chrono>

namespace onroll::casework {

using BatchId = RandomId<struct BatchTag>;

enum class BatchKind { closed, messages, notes };

/// One case of a batch, or one person of its family; also one that was left out.
struct BatchLine {
    CaseId case_id;
    std::optional<people::PersonId> person{}; ///< who was written to
    std::string why_not{};                    ///< why it was left out; empty where it was done
    std::optional<ThreadId> thread{};
    std::optional<MessageId> message{};
    std::optional<NoteId> note{};
    std::int64_t version_after = 0; ///< of the case, or of the note
    CaseState state_before = CaseState::open;
    std::optional<Date> waiting_since_before{};
    std::string waiting_reason_before{};

    bool operator==(const BatchLine&) const = default;
};

struct NewBatch {
    BatchKind kind = BatchKind::closed;
    std::string words{}; ///< why they were closed; the message; the note
    std::vector<BatchLine> lines{};
};

struct Batch {
    BatchId id;
    NewBatch told;
    std::chrono::sys_time<std::chrono::milliseconds> done_at{};
    access::UserId done_by;
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> undone_at{};
    std::int64_t undone_back = 0; ///< of how many it could be undone
};

/// At most so many cases at once: a page of the list, several times.
inline constexpr std::size_t most_cases_at_once = 100;

std::string_view key_of(BatchKind kind);
/// "Closed several cases".
std::string_view in_words(BatchKind kind);
std::optional<BatchKind> batch_kind_named(std::string_view key);

} // namespace onroll::casework
