// Reads JSON from outside within limits, and writes ours: members in the order in which they were
// added, UTF-8. Members are asked for by name with errors that say which member is wrong. Knows no
// domain word.
#pragma once

#include "kernel/date.h"
#include "kernel/result.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Made once, in json.cpp, and not in each source that reads a value.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace onroll::json {

using Value = nlohmann::ordered_json;

struct Limits {
    std::size_t bytes = std::size_t{16} << 20;
    int depth = 64;
    std::size_t members = 1000; ///< in one object: each is looked for among those before it
};

/// The value in `text` (RFC 8259). Bad input, with the line and column, for anything else, for a
/// member named twice in one object and for nesting or members past the limit; too_large past the
/// limit of bytes.
Result<Value> parse(std::string_view text, const Limits& limits = {});

/// The value that our own source writes out; it ends the program where that is no JSON.
Value literal(std::string_view text);

/// On one line. Bytes that are not UTF-8 become the replacement character.
std::string print(const Value&);
/// With two spaces of indentation, for people.
std::string print_indented(const Value&);

/// The member `name` of `object`; its `where` in an error is `path` with the name, as in
/// "/exclusions/0/decided_on". Absent and null are the same: required members are an error,
/// optional ones nothing.
Result<std::string> text(const Value& object, std::string_view name, std::string_view path = {});
Result<std::optional<std::string>> optional_text(const Value& object, std::string_view name,
                                                 std::string_view path = {});
Result<std::int64_t> integer(const Value& object, std::string_view name,
                             std::string_view path = {});
Result<std::optional<std::int64_t>> optional_integer(const Value& object, std::string_view name,
                                                     std::string_view path = {});
Result<std::optional<bool>> optional_boolean(const Value& object, std::string_view name,
                                             std::string_view path = {});
Result<Date> day(const Value& object, std::string_view name, std::string_view path = {});
Result<std::optional<Date>> optional_day(const Value& object, std::string_view name,
                                         std::string_view path = {});

} // namespace onroll::json
