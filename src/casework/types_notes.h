// What somebody wrote down on a case. Pure. capabilities.md, table stake 6.
#pragma once

#include "access/types.h"
#include "casework/types_attachments.h"
#include "casework/types_case.h"
#include "kernel/date.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace onroll::casework {

struct NewNote {
    Date on{}; ///< the day that it tells of
    std::string words;

    bool operator==(const NewNote&) const = default;
};

struct Note {
    NoteId id;
    CaseId of;
    NewNote written;
    std::chrono::sys_time<std::chrono::milliseconds> written_at{};
    access::UserId written_by;
    std::int64_t version = 1; ///< raised by each correction

    bool operator==(const Note&) const = default;
};

/// Room for a long meeting: in letters as people count them.
inline constexpr std::size_t longest_note = 50'000;

} // namespace onroll::casework
