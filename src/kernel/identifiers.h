// The numbers that schools, authorities and pupils go by, each a type of its own. All forgive
// spaces, hyphens and slashes. Sources: Get Information about Schools (URN, LAESTAB); DfE guide to
// unique pupil numbers.
#pragma once

#include "kernel/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace onroll {

/// A school's unique reference number: six digits. One school may have had several in its life.
class Urn {
public:
    static Result<Urn> parse(std::string_view text);
    int number() const { return number_; }
    std::string text() const;
    auto operator<=>(const Urn&) const = default;

private:
    explicit Urn(int number) : number_(number) {}
    int number_;
};

/// A local authority's three-digit DfE code.
class LaCode {
public:
    static Result<LaCode> parse(std::string_view text);
    int number() const { return number_; }
    std::string text() const;
    auto operator<=>(const LaCode&) const = default;

private:
    explicit LaCode(int number) : number_(number) {}
    int number_;
};

/// Authority and establishment together: seven digits, often written 373/4200.
class Laestab {
public:
    static Result<Laestab> parse(std::string_view text);
    static Result<Laestab> create(LaCode authority, int establishment);
    int number() const { return number_; }
    LaCode authority() const;
    int establishment() const { return number_ % 10000; }
    std::string text() const; ///< `373/4200`
    auto operator<=>(const Laestab&) const = default;

private:
    explicit Laestab(int number) : number_(number) {}
    int number_;
};

/// A unique pupil number: check letter, then 12 characters of which the last may be a letter (a
/// temporary number). Personal data: never in a log or an address.
class Upn {
public:
    static Result<Upn> parse(std::string_view text);
    const std::string& text() const { return text_; }
    bool temporary() const;
    auto operator<=>(const Upn&) const = default;

private:
    explicit Upn(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// The check letter that belongs before these 12 characters; nothing useful unless they are digits
/// with a possible last letter, which parse checks first.
char upn_check_letter(std::string_view twelve_characters);

} // namespace onroll
