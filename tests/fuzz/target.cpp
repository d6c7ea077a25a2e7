#include "target.h"

#include <cstdio>
#include <cstdlib>
#include <map>

namespace fuzz {

namespace {

std::map<std::string_view, Target>& targets()
{
    static std::map<std::string_view, Target> all;
    return all;
}

Target chosen = nullptr;

} // namespace

Listed::Listed(std::string_view name, Target target)
{
    targets()[name] = target;
}

} // namespace fuzz

/// Called by libFuzzer first: the target is the one that ONROLL_FUZZ names.
extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    const char* const name = std::getenv("ONROLL_FUZZ");
    const auto found = fuzz::targets().find(name ? name : "");
    if (found == fuzz::targets().end()) {
        std::fputs("Set ONROLL_FUZZ to one of:\n", stderr);
        for (const auto& [each, target] : fuzz::targets())
            std::fprintf(stderr, "  %.*s\n", static_cast<int>(each.size()), each.data());
        std::exit(2);
    }
    fuzz::chosen = found->second;
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    return fuzz::chosen(bytes, size);
}
