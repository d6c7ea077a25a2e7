// Tables that give each value of an enumeration its key, for the store and for forms, and its
// words, for people.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace onroll::casework {

template <class Value>
struct Word {
    Value value;
    std::string_view key;
    std::string_view words;
};

/// The row of a value. Every value has one, in the order of the enumeration.
template <class Value, std::size_t n>
constexpr const Word<Value>& word_of(const Word<Value> (&words)[n], Value value)
{
    return words[static_cast<std::size_t>(value)];
}

/// Nothing for a word that is no key.
template <class Value, std::size_t n>
constexpr std::optional<Value> value_named(const Word<Value> (&words)[n], std::string_view key)
{
    for (const auto& word : words)
        if (word.key == key) return word.value;
    return std::nullopt;
}

template <class Value, std::size_t n>
std::vector<Value> values_of(const Word<Value> (&words)[n])
{
    std::vector<Value> values;
    for (const auto& word : words) values.push_back(word.value);
    return values;
}

} // namespace onroll::casework
