// One line of a case's chronology. Each noun of casework answers its own, by a function
// entries_of_x(db::Queries&, agency, case); the chronology page puts them together. Pure. Source:
// capabilities.md, table stake 16.
#pragma once

#include "access/types.h"
#include "kernel/date.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// What an entry is of; the chronology is filtered by it.
enum class EntryKind {
    contact,
    event,
    action,
    note,
    message,
    account,
    paper,
    level,
    task,
    people,
    close
};

struct ChronologyEntry {
    Date on{}; ///< the day it happened, in London
    /// When it happened or was recorded, to the millisecond; nothing where only the day is known.
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> at{};
    EntryKind kind = EntryKind::note;
    std::string title;                          ///< "Phone call from a parent or carer"
    std::optional<access::UserId> by{};         ///< who recorded it; nothing for the family itself
    std::string detail{};                       ///< more of it, which may hold names; may be empty
    std::string href{};                         ///< its own page; may be empty
    std::optional<std::chrono::minutes> took{}; ///< the work that it was
    std::vector<std::string> attached{};        ///< names of files

    bool operator==(const ChronologyEntry&) const = default;
};

/// "contact": the word in addresses and forms.
std::string_view key_of(EntryKind kind);
std::optional<EntryKind> entry_kind_named(std::string_view key);
/// "Contacts", for the filter.
std::string_view in_words(EntryKind kind);
const std::vector<EntryKind>& all_entry_kinds();

} // namespace onroll::casework
