// A one-time code by which a family may give its answers to the advice service. The code carries
// the answers itself, sealed, so that this server keeps nothing of them. Who takes one over must
// remember its id, so that it is taken once.
#pragma once

#include "check/answers.h"
#include "platform/crypto/crypto.h"

#include <string>
#include <string_view>

namespace onroll::check {

/// How long a code can be taken over, the day it was made included.
inline constexpr Days hand_over_lasts{28};

/// What a code held.
struct HandedOver {
    std::string id; ///< 32 hexadecimal digits, of this code alone
    Date made_on{};
    Answers answers;
};

/// The code: letters and digits in groups of five, without those that look alike. `area` is the
/// area's own name: a code of another area does not open.
std::string make_hand_over(const Answers& answers, const crypto::Key& key, std::string_view area,
                           Date today);

/// The answers in a code, however it was spaced and whichever case it was typed in. bad_input where
/// it was not made here, was changed, or is older than hand_over_lasts; the message says what to
/// do.
Result<HandedOver> read_hand_over(std::string_view code, const crypto::Key& key,
                                  std::string_view area, Date today);

} // namespace onroll::check
