// Any bytes as JSON: read or refused with a message. What was read prints as text that reads as the
// same value.
#include "target.h"

#include "platform/json/json.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

FUZZ_TARGET(json)
{
    using namespace onroll;
    const auto value = json::parse({reinterpret_cast<const char*>(bytes), size});
    if (!value) {
        if (value.error().message.empty()) std::abort();
        return 0;
    }
    const auto again = json::parse(json::print(*value));
    if (!again || json::print(*again) != json::print(*value)) std::abort();
    for (const auto* name : {"a", "id", "on"}) {
        const auto text = json::optional_text(*value, name);
        const auto number = json::optional_integer(*value, name);
        const auto truth = json::optional_boolean(*value, name);
        const auto day = json::optional_day(*value, name);
        if (!text && !number && !truth && day) std::abort();
    }
    return 0;
}
