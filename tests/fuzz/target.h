// How a fuzz target is written: FUZZ_TARGET(csv) { … } in csv_fuzz.cpp reads `size` bytes from
// `bytes`, returns 0, and aborts where something is wrong. All targets are one program, and
// tools/fuzz names the one that it runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fuzz {

using Target = int (*)(const std::uint8_t* bytes, std::size_t size);

/// Puts a target into the list of the program.
struct Listed {
    Listed(std::string_view name, Target target);
};

} // namespace fuzz

#define FUZZ_TARGET(name)                                                                          \
    static int fuzz_##name(const std::uint8_t* bytes, std::size_t size);                           \
    static const fuzz::Listed listed_##name{#name, fuzz_##name};                                   \
    static int fuzz_##name(const std::uint8_t* bytes, std::size_t size)
