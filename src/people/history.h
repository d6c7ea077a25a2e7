// What happened to records, with its moments: earlier values, merges, lists that were sent. Values
// only.
#pragma once

#include "people/types.h"

#include "platform/clock/clock.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace onroll::people {

/// One earlier value of a field, with who changed it and why.
struct PastValue {
    std::string field;
    std::string before;
    std::string after;
    std::string note;
    Instant changed_at{};
    std::string changed_by;
};
/// Two records that are shown as one, or are proposed to be.
struct Merge {
    MergeId id;
    PersonId kept;
    PersonId joined;
    std::string proposed_by{};
    Instant proposed_at{};
    std::optional<std::string> agreed_by{};
    std::optional<Instant> made_at{};
    std::optional<Instant> undone_at{};
    bool operator==(const Merge&) const = default;
};

/// `sent`: kept to be looked at.
enum class ImportState : std::uint8_t { sent, made, undone };

struct Import {
    ImportId id;
    ImportState state = ImportState::sent;
    std::string file_name{};
    std::size_t created = 0;
    std::size_t updated = 0;
    std::size_t unchanged = 0;
    std::size_t rejected = 0;
    std::size_t held = 0;
    Instant sent_at{};
    std::string sent_by{}; ///< a user, or a program by its key
    std::optional<Instant> made_at{};
    std::optional<Instant> undone_at{};
};

} // namespace onroll::people
