// Identifiers that nobody can guess or count: 128 random bits, each kind a type of its own. An
// identifier names a thing; it never gives a right to it (trust.md Z-04). Where the bits come from
// is platform/crypto/new_id.h.
#pragma once

#include "kernel/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace onroll {

/// `Tag` tells the kinds apart: `using ChildId = RandomId<struct ChildTag>`. Written as 32 digits
/// of 0 to 9 and a to f, in addresses and in the store alike.
template <class Tag>
class RandomId {
public:
    static constexpr std::size_t length = 32;

    /// Not found unless it is 32 such digits: a broken address is answered as a missing thing is.
    static Result<RandomId> parse(std::string_view text)
    {
        if (text.size() != length ||
            text.find_first_not_of("0123456789abcdef") != std::string_view::npos)
            return not_found("The page was not found. Check the address");
        return RandomId(std::string(text));
    }

    const std::string& text() const { return text_; }
    auto operator<=>(const RandomId&) const = default;

private:
    explicit RandomId(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

} // namespace onroll
