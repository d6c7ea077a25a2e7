// From what a form of people sent to values, and back: each answer checked, each error by its
// field. Touches no store.
#pragma once

#include "people/record.h"
#include "people/views_fields.h"

#include "platform/http/form.h"

#include <optional>
#include <string>
#include <string_view>

namespace onroll::people {

template <class T>
struct Read {
    T value;
    Errors errors{};
};

/// A date of three boxes. Nothing, and no error, where all are blank and it `may_be_blank`.
enum class Blank : std::uint8_t { allowed, refused };
std::optional<Date> read_date(const http::Form& form, std::string_view name, std::string_view label,
                              Blank blank, Errors& errors);
void write_date(http::Fields& values, std::string_view name, const std::optional<Date>& date);

Read<PersonDetails> read_details(const http::Form& form, PersonKind kind);
http::Fields values_of(const PersonDetails& details);

/// What a form about a move sent.
struct Move {
    Address address{};
    Protection protection = Protection::open;
    std::optional<Date> from{};
    std::vector<std::string> also{}; ///< ids of those who move too
};
Read<Move> read_move(const http::Form& form);

/// The tie without its two people.
struct TieAnswers {
    Bond bond = Bond::other;
    NaturalParent natural_parent = NaturalParent::not_known;
    Responsibility responsibility = Responsibility::not_known;
    HasCare care = HasCare::not_known;
    ContactPermission contact = ContactPermission::not_stated;
    std::vector<ContactLine> contacts{};
    SafeContact safe{};
};
Read<TieAnswers> read_tie(const http::Form& form);
http::Fields values_of(const FamilyMember& member);

} // namespace onroll::people
