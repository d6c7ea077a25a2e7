// The numbers of people and homes: NHS number and UPRN, each a type that checks itself. Sources:
// NHS Data Dictionary (NHS number, modulo 11); GeoPlace (UPRN); conventions N-03, N-04. Pure.
#pragma once

#include "kernel/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace onroll::people {

/// Ten digits of which the last checks the others, modulo 11. Spaces and hyphens are forgiven.
/// Shown and searched only where that permission is held; never a key for linking (trust.md,
/// section 2).
class NhsNumber {
public:
    static Result<NhsNumber> parse(std::string_view text);
    const std::string& text() const { return text_; } ///< 9990000018
    std::string spaced() const;                       ///< 999 000 0018
    auto operator<=>(const NhsNumber&) const = default;

private:
    explicit NhsNumber(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// A home's unique property reference number: 1 to 12 digits, written without leading zeros.
class Uprn {
public:
    static Result<Uprn> parse(std::string_view text);
    const std::string& text() const { return text_; }
    auto operator<=>(const Uprn&) const = default;

private:
    explicit Uprn(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

} // namespace onroll::people
