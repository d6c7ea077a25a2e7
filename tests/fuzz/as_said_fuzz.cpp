// A day and a caller as somebody writes them down in a call: a day that is understood is understood
// again from its own words, and no name is longer than what was said.
#include "target.h"

#include "casework/rules_callers.h"
#include "casework/rules_spoken_days.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

FUZZ_TARGET(as_said)
{
    using namespace onroll;
    const std::string_view said(reinterpret_cast<const char*>(bytes), size);
    const auto today = date(2026, 11, 26);
    if (const auto day = casework::day_as_said(said, "First day", today)) {
        const auto again = casework::day_as_said(in_words(*day), "First day", today);
        if (!again || *again != *day) std::abort();
    }
    const auto caller = casework::caller_as_said(said);
    if (caller.name.given.size() + caller.name.family.size() > said.size()) std::abort();
    return 0;
}
