// Any bytes as a document of histories: each history is answered or refused with the member that is
// wrong. What was answered is answered the same again, and prints as JSON that can be read.
#include "target.h"

#include "law/json.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

FUZZ_TARGET(law_history)
{
    using namespace onroll;
    const auto document = json::parse({reinterpret_cast<const char*>(bytes), size});
    if (!document) return 0;
    const auto answers = law::answer_document(*document);
    if (!answers) {
        if (answers.error().message.empty()) std::abort();
        return 0;
    }
    const auto printed = json::print(answers->document);
    if (!json::parse(printed, {.bytes = std::size_t{1} << 30})) std::abort();
    if (json::print(law::answer_document(*document)->document) != printed) std::abort();
    return 0;
}
