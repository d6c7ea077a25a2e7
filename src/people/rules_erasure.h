// What a decision about a request to erase must have, when it may be carried out, and what a reason
// to keep rests on. Pure. Follows UK GDPR Articles 12, 17 and 19 and trust.md G-04 and G-06.
#pragma once

#include "people/erasure_request.h"

#include "kernel/result.h"

#include <string_view>
#include <vector>

namespace onroll::people {

/// What was decided, before it is stored.
struct ErasureAnswer {
    ErasureDecision decision = ErasureDecision::open;
    std::vector<ErasablePart> parts{};
    std::vector<KeepReason> refusals{};
    std::string words{};
};

/// Every reason why this may not be decided so, by the field; empty when it may. What stays has its
/// reason, what goes in parts is named.
/// Source: UK GDPR Article 12(4): reasons are given; Article 17(1) and (3).
std::vector<Error> problems_of(const ErasureAnswer& answer);

/// The provision that a reason to keep rests on.
/// Source: UK GDPR Articles 12(5)(b) and 17(1), (3)(b), (d) and (e).
std::string_view source_of(KeepReason reason);

/// The reason as it is told to the person, in plain words.
/// Source: UK GDPR Article 12(1): plain language, above all to a child.
std::string_view told_in_words(KeepReason reason);

/// The facts on which it depends whether an erasure may be carried out now.
struct ErasureState {
    bool on_hold = false;
    bool is_restricted = false;
    bool has_casework = false; ///< other pages of the agency hold things about the person
};
/// Nothing where this person may carry it out now, else why not. Somebody other than who decided
/// does it, and after the answer has gone: once the record is away nobody knows where to send it.
/// Source: trust rules G-04, G-06, G-08 and Z-10; UK GDPR Articles 12(3) and 18(1).
std::optional<Error> why_not_yet(const ErasureRequest& request, const access::UserId& by,
                                 const ErasureState& state);

} // namespace onroll::people
