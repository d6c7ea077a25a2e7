// Whether papers may be given to somebody. Pure. Follows trust.md F-04 and F-05.
#pragma once

#include "casework/types_messages.h"

#include <cstdint>
#include <string>
#include <vector>

namespace onroll::casework {

/// What was found in a paper just now.
struct PaperFound {
    Paper paper;
    std::int64_t places = 0; ///< that hold words which must not reach the recipient
    bool has_unread = false; ///< part of it only a person can read
};

/// Whether the paper still asks somebody to decide: it holds words that must not reach the
/// recipient and nobody left it out or said why they may have them, or more was found since; or a
/// part of it that no program can read was not looked at.
/// Source: trust rule F-04, "a hit blocks release until resolved. Scans without text force a human
/// check".
bool asks_for_decision(const PaperFound& found);

/// Whether a child's own account may be among papers for this reader, as the child chose who may
/// know it: always the child; the family where the child let the family know; the two boards where
/// the child let the school know; nobody else.
/// Source: capabilities.md N45: the account is the child's own, "Whom the child lets know".
bool may_hold_account(const Release& release, const people::PersonId& child, WhoMayKnow who);

/// Why the papers may not be given yet, one sentence each, by their place in the copy; empty where
/// they may.
/// Source: trust rules F-04 and F-05.
std::vector<std::string> reasons_not_to_release(const std::vector<PaperFound>& papers);

} // namespace onroll::casework
