// Enumerators with their stored keys and shown words in one table each, so that no pair can drift
// apart. Only for this part's own sources.
#pragma once

#include "kernel/ensure.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace onroll::people {

template <class Enum>
struct NamedValue {
    Enum value;
    std::string_view key;
    std::string_view words;
};

template <class Enum, std::size_t count>
const NamedValue<Enum>& named_value(const std::array<NamedValue<Enum>, count>& table, Enum value)
{
    for (const auto& row : table)
        if (row.value == value) return row;
    ensure(false, "every enumerator has a row in its table");
    return table.front();
}

template <class Enum, std::size_t count>
std::optional<Enum> value_named(const std::array<NamedValue<Enum>, count>& table,
                                std::string_view key)
{
    for (const auto& row : table)
        if (row.key == key) return row.value;
    return std::nullopt;
}

} // namespace onroll::people
