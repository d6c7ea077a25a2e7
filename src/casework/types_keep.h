// How long a case, or a contact that came to none, is kept once it is over. Values only.
#pragma once

#include "casework/types.h"
#include "casework/types_case.h"

#include "access/types.h"
#include "kernel/date.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onroll::casework {

enum class KeptKind : std::uint8_t { case_work, contact };

/// A case by its id, or a contact.
struct KeptRecord {
    KeptKind kind = KeptKind::case_work;
    std::string id;
    auto operator<=>(const KeptRecord&) const = default;
};

struct CaseHold {
    std::string reason;
    access::UserId begun_by;
    std::chrono::sys_time<std::chrono::milliseconds> begun_at{};
    std::optional<access::UserId> ending_asked_by{};
};

struct RemovalProposal {
    access::UserId by;
    std::chrono::sys_time<std::chrono::milliseconds> at{};
};

/// The line that stays.
struct RemovedRecord {
    KeptKind kind = KeptKind::case_work;
    std::optional<std::int64_t> number{};
    Date over_on{};
    std::string period; ///< why it went
    access::UserId proposed_by;
    access::UserId removed_by;
    std::chrono::sys_time<std::chrono::milliseconds> removed_at{};
};

/// What a yearly report counts of removed work: a number of a month, under no case.
struct KeptFigure {
    Date month{}; ///< its first day
    std::string figure;
    std::string word;
    std::int64_t number = 1;
    bool operator==(const KeptFigure&) const = default;
};

/// "case": the word in the store, and in forms and addresses.
std::string_view key_of(KeptKind kind);
std::optional<KeptKind> kept_kind_named(std::string_view key);

} // namespace onroll::casework
