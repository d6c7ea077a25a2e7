// What an adviser can say during the first call, from what was ticked: a sentence for the family,
// why it holds, and the rules that it rests on. Pure. capabilities.md N02; exclusion-law.md
// sections 3, 4, 8, 10 and 11.
#pragma once

#include "casework/types.h"

#include "kernel/citation.h"
#include "law/provisions.h"

#include <string_view>
#include <vector>

namespace onroll::casework {

struct SayNow {
    WhatHappened about = WhatHappened::sent_home;
    std::string_view words;   ///< to the family, as it can be said
    std::string_view because; ///< the facts that it follows from
    std::vector<law::RuleId> rules;
};

/// For one thing that happened.
/// Source: FND-01, NT-02, GB-10, REG-03, EDU-03, MOV-06, MOV-12, MOV-05, MOV-02 and HT-09, each
/// cited with the answer.
const SayNow& say_now(WhatHappened happened);

/// Where its rules are written on the day, in the same order.
/// Source: as say_now.
std::vector<Citation> citations_of(const SayNow& say, Date on);

} // namespace onroll::casework
