// What may be bound to a `?`: 64-bit integers, reals, texts, bytes, dates and instants (as text),
// booleans (as 0 or 1), and the optional forms, which keep their type when absent so that
// PostgreSQL need not guess it.
#pragma once

#include "kernel/date.h"
#include "kernel/ensure.h"
#include "platform/clock/clock.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace onroll::db {

using Bytes = std::span<const std::byte>;

/// The four types of the dialect; `unknown` only for a bare std::nullopt.
enum class Type : char { unknown = '?', integer = 'i', real = 'r', text = 't', blob = 'b' };

/// A bound value. Texts and bytes are views: they live as long as the argument of the call.
struct Value {
    Type type = Type::unknown;
    std::variant<std::monostate, std::int64_t, double, std::string_view, Date, Instant, Bytes> held;

    bool is_null() const { return held.index() == 0; }
};

namespace value_detail {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
constexpr Type type_of()
{
    if constexpr (std::is_same_v<T, bool> || std::integral<T>)
        return Type::integer;
    else if constexpr (std::floating_point<T>)
        return Type::real;
    else if constexpr (std::convertible_to<const T&, std::string_view> || std::is_same_v<T, Date> ||
                       std::is_same_v<T, Instant>)
        return Type::text;
    else
        return Type::blob;
}

template <class T>
inline constexpr bool is_character =
    std::is_same_v<T, char> || std::is_same_v<T, wchar_t> || std::is_same_v<T, char8_t> ||
    std::is_same_v<T, char16_t> || std::is_same_v<T, char32_t>;

} // namespace value_detail

/// The value to bind for an argument. Enumerators, characters and domain types do not convert: say
/// which number or text.
template <class T>
Value to_value(const T& argument)
{
    using Plain = std::decay_t<T>;
    if constexpr (std::is_same_v<Plain, Value>) {
        return argument;
    } else if constexpr (std::is_same_v<Plain, std::nullopt_t>) {
        return Value{};
    } else if constexpr (value_detail::is_optional<Plain>) {
        if (argument) return to_value(*argument);
        return Value{value_detail::type_of<typename Plain::value_type>(), std::monostate{}};
    } else if constexpr (std::integral<Plain>) {
        static_assert(!value_detail::is_character<Plain>, "bind a text, not a character");
        if constexpr (std::is_unsigned_v<Plain> && sizeof(Plain) == sizeof(std::int64_t))
            ensure(std::in_range<std::int64_t>(argument), "a count fits in 63 bits");
        return Value{Type::integer, static_cast<std::int64_t>(argument)};
    } else if constexpr (std::floating_point<Plain>) {
        return Value{Type::real, static_cast<double>(argument)};
    } else if constexpr (std::is_same_v<Plain, Date> || std::is_same_v<Plain, Instant>) {
        return Value{Type::text, argument};
    } else if constexpr (std::convertible_to<const T&, std::string_view>) {
        return Value{Type::text, std::string_view(argument)};
    } else {
        static_assert(std::convertible_to<const T&, Bytes>,
                      "this type is not one of the dialect's");
        return Value{Type::blob, Bytes(argument)};
    }
}

/// The bytes of a text, to bind it as a blob.
inline Bytes as_blob(std::string_view bytes)
{
    return std::as_bytes(std::span(bytes.data(), bytes.size()));
}

} // namespace onroll::db
