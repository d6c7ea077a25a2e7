// What an adult is to a child, as separate facts that nobody need fold into the one word "parent":
// how they are related, what parental responsibility rests on, who has care, what a court has
// ordered, what is agreed about contact. Values only. Source: trust.md F-01. Pure.
#pragma once

#include "people/types.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

/// How somebody describes the tie.
enum class Bond : std::uint8_t {
    mother,
    father,
    second_parent,
    step_parent,
    grandparent,
    other_relative,
    foster_carer,
    special_guardian,
    adoptive_parent,
    social_worker,
    other
};

enum class NaturalParent : std::uint8_t { yes, no, not_known };

/// What an adult's parental responsibility rests on.
enum class Responsibility : std::uint8_t {
    none,
    not_known,
    birth_mother,
    married_to_mother,   ///< or civil partner at the birth, or married since
    registered_at_birth, ///< named on a birth registered from 1 December 2003, in England or Wales
    agreement,           ///< made with the mother, or with the parents for a step-parent
    parental_responsibility_order,
    lives_with_order, ///< a child arrangements order that names them
    special_guardianship,
    adoption,
    guardian_of_orphan, ///< named by a parent who has died
    ended_by_court
};

enum class HasCare : std::uint8_t { yes, shared, no, not_known };

/// What has been agreed or ordered about getting in touch with this adult about the child.
enum class ContactPermission : std::uint8_t {
    permitted,
    in_writing_only,
    not_permitted,
    not_stated
};

enum class OrderKind : std::uint8_t {
    lives_with,
    spends_time_with,
    prohibited_steps,
    specific_issue,
    special_guardianship,
    care,
    interim_care,
    emergency_protection,
    supervision,
    placement_for_adoption,
    adoption,
    non_molestation,
    occupation,
    restraining,
    no_contact
};

/// An order of a court. One without an adult concerns the child and everybody.
struct CourtOrder {
    OrderKind kind = OrderKind::lives_with;
    std::optional<PersonId> concerns{}; ///< the adult whom it binds or names
    std::optional<Date> made_on{};
    std::optional<Date> ends_on{}; ///< the last day; nothing while it has no stated end
    std::string document{};        ///< where the sealed copy is kept; empty: nobody has seen it
    bool operator==(const CourtOrder&) const = default;
};

/// The tie between a child and an adult. `until` is the last day.
struct FamilyTie {
    PersonId child;
    PersonId adult;
    Bond bond = Bond::other;
    NaturalParent natural_parent = NaturalParent::not_known;
    Responsibility responsibility = Responsibility::not_known;
    HasCare care = HasCare::not_known;
    ContactPermission contact = ContactPermission::not_stated;
    bool emergency_contact = false;
    std::optional<Date> from{};
    std::optional<Date> until{};
    int version = 1;
    bool operator==(const FamilyTie&) const = default;
};

/// Ways to reach somebody.
enum class Channel : std::uint8_t { telephone, text_message, voicemail, email, post, in_person };

/// How a person may be reached safely. An empty list of channels means that nobody has asked.
struct SafeContact {
    std::vector<Channel> channels{};
    bool asked = false;          ///< whether the person was asked; without it nothing is known
    std::string code_name{};     ///< what to say when somebody else answers
    std::string only_ask_for{};  ///< in whose presence, with which words
    int earliest_minute = 0;     ///< of the day in London, included
    int latest_minute = 24 * 60; ///< not included
    bool neutral_sender = false; ///< the sender's name must not say who we are
    bool operator==(const SafeContact&) const = default;
};

std::string_view in_words(Bond bond);
std::string_view in_words(NaturalParent natural);
std::string_view in_words(Responsibility responsibility);
std::string_view in_words(HasCare care);
std::string_view in_words(ContactPermission contact);
std::string_view in_words(OrderKind kind);
std::string_view in_words(Channel channel);

std::string_view key_of(Bond bond);
std::string_view key_of(NaturalParent natural);
std::string_view key_of(Responsibility responsibility);
std::string_view key_of(HasCare care);
std::string_view key_of(ContactPermission contact);
std::string_view key_of(OrderKind kind);
std::string_view key_of(Channel channel);
std::optional<Bond> bond_named(std::string_view key);
std::optional<NaturalParent> natural_parent_named(std::string_view key);
std::optional<Responsibility> responsibility_named(std::string_view key);
std::optional<HasCare> has_care_named(std::string_view key);
std::optional<ContactPermission> contact_permission_named(std::string_view key);
std::optional<OrderKind> order_kind_named(std::string_view key);
std::optional<Channel> channel_named(std::string_view key);

/// In the order in which a form offers them.
const std::vector<Bond>& all_bonds();
const std::vector<Responsibility>& all_responsibilities();
const std::vector<OrderKind>& all_order_kinds();
const std::vector<Channel>& all_channels();

} // namespace onroll::people
