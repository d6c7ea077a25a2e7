// What a virus scanner answers: a verdict only where it is one, and clean for one answer alone.
#include "target.h"

#include "platform/virus_scan/virus_scan.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

FUZZ_TARGET(virus_scan_answer)
{
    using namespace onroll::virus_scan;
    const std::string_view answer(reinterpret_cast<const char*>(bytes), size);
    const auto scanned = read_answer(answer);
    if (!scanned) return 0;
    const bool clean =
        answer.substr(0, answer.find_last_not_of(std::string_view("\0\n", 2)) + 1) == "stream: OK";
    if ((scanned->verdict == Verdict::clean) != clean) std::abort();
    if (scanned->found.empty() != clean) std::abort();
    return 0;
}
