// The words of people: children and adults with their names, numbers, addresses and schools. Values
// only. A protected address never holds its text: it is sealed, and nothing here can open it
// (trust.md F-03). Pure: no clock, no database.
#pragma once

#include "people/types_numbers.h"

#include "kernel/date.h"
#include "kernel/identifiers.h"
#include "kernel/random_id.h"

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace onroll::people {

using onroll::in_words; // of a date, beside those below

using PersonId = RandomId<struct PersonTag>;
using AddressId = RandomId<struct AddressTag>;
using ImportId = RandomId<struct ImportTag>;
using MergeId = RandomId<struct MergeTag>;

/// A child or young person whose record this is, or an adult of theirs.
enum class PersonKind : std::uint8_t { child, adult };

/// As a person is called. `known_as` is the given name they use, where it is another; any writing,
/// any length up to 200 bytes a part. Source: conventions CV-32.
struct Name {
    std::string given{};
    std::string family{};
    std::string known_as{};
    bool operator==(const Name&) const = default;
};

/// "Jim Smith": what to call the person.
std::string called(const Name& name);
/// "Jim Smith (recorded as James Smith)": the known-as name first, and the recorded one where it
/// differs.
std::string full_name(const Name& name);

enum class OtherNameKind : std::uint8_t { alias, former, spelling };

struct OtherName {
    std::string given{};
    std::string family{};
    OtherNameKind kind = OtherNameKind::alias;
    bool operator==(const OtherName&) const = default;
};

enum class Sex : std::uint8_t { female, male, not_stated };

struct Person {
    PersonId id;
    PersonKind kind = PersonKind::child;
    Name name{};
    std::vector<OtherName> other_names{};
    std::optional<Date> born_on{};
    std::optional<Date> died_on{};
    Sex sex = Sex::not_stated;
    std::string pronouns{};
    std::optional<Upn> upn{};
    std::vector<Upn> former_upns{};
    std::optional<NhsNumber> nhs_number{}; ///< shown only where that permission is held
    std::string language{};                ///< "Polish"; empty for English or not asked
    bool needs_interpreter = false;
    std::string access_needs{}; ///< "Large print; step-free rooms"
    std::string alert{};        ///< "Be careful who you speak to": shown on every page
    int version = 1;            ///< grows with each change of this person's own row
    std::optional<PersonId> merged_into{};

    bool operator==(const Person&) const = default;
};

/// What somebody enters to make or change a person.
struct PersonDetails {
    PersonKind kind = PersonKind::child;
    Name name{};
    std::optional<Date> born_on{};
    Sex sex = Sex::not_stated;
    std::string pronouns{};
    std::optional<Upn> upn{};
    std::optional<NhsNumber> nhs_number{};
    std::string language{};
    bool needs_interpreter = false;
    std::string access_needs{};
    std::string alert{};
    bool operator==(const PersonDetails&) const = default;
};

PersonDetails details_of(const Person& person);

struct Address {
    std::vector<std::string> lines{};
    std::string postcode{}; ///< as tidy_postcode writes it
    std::optional<Uprn> uprn{};
    bool operator==(const Address&) const = default;
};

/// `S10 2TN` for `s102tn`; the text in capitals where it is no full postcode.
std::string tidy_postcode(std::string_view text);
bool is_postcode(std::string_view tidy);

/// An address that must not reach the wrong person: sealed bytes without their key. There is no way
/// to a text but through AddressSafe, which asks for a permit. Cannot be printed, bound to a query
/// as text, or put on a page; a page shows `withheld`.
class ProtectedAddress {
public:
    /// Bytes that AddressSafe sealed, from there or from the store.
    static ProtectedAddress from_sealed(std::string sealed)
    {
        return ProtectedAddress(std::move(sealed));
    }
    /// For the store alone: the bytes as they lie at rest, unreadable.
    const std::string& sealed_bytes() const { return sealed_; }
    bool operator==(const ProtectedAddress&) const = default;

private:
    explicit ProtectedAddress(std::string sealed) : sealed_(std::move(sealed)) {}
    std::string sealed_;
};
std::ostream& operator<<(std::ostream&, const ProtectedAddress&) = delete;

inline constexpr std::string_view withheld = "Withheld";

using Whereabouts = std::variant<Address, ProtectedAddress>;

/// Where a person lives or lived. `until` is the last day.
struct PersonAddress {
    AddressId id;
    PersonId person;
    Whereabouts where;
    std::optional<Date> from{};
    std::optional<Date> until{};
    bool operator==(const PersonAddress&) const = default;
};

/// "10 Sea Street, Tidemoor, TM1 2AB", or `withheld` for one that is protected.
std::string shown_address(const Whereabouts& where);

enum class PlacementKind : std::uint8_t { main, subsidiary, guest, alternative_provision };

/// A child's time at a school. `until` is the last day on roll.
struct SchoolPlace {
    Urn school;
    std::optional<Date> from{};
    std::optional<Date> until{};
    PlacementKind kind = PlacementKind::main;
    bool operator==(const SchoolPlace&) const = default;
};

/// What is known of special educational needs. Unidentified: a need that somebody describes and no
/// school has yet recorded. Source: SEND Code of Practice 2015, 6.15 and 6.28 to 6.35; capabilities
/// (iceberg).
enum class SenStatus : std::uint8_t {
    none,
    known_support,
    known_plan,
    suspected,
    unidentified,
    semh_only,
    not_asked
};

/// One statement of it: never changed, followed by another.
struct SenStatement {
    Date from;
    SenStatus status = SenStatus::not_asked;
    std::string need{}; ///< in the field's words: "Speech, language and communication"
    std::string note{};
    bool operator==(const SenStatement&) const = default;
};

std::string_view in_words(SenStatus status);
std::string_view in_words(Sex sex);
std::string_view in_words(PlacementKind kind);
std::string_view in_words(OtherNameKind kind);

/// The names used in storage and forms. Nothing for a name that is none of them.
std::string_view key_of(PersonKind kind);
std::string_view key_of(Sex sex);
std::string_view key_of(OtherNameKind kind);
std::string_view key_of(PlacementKind kind);
std::string_view key_of(SenStatus status);
std::optional<PersonKind> person_kind_named(std::string_view key);
std::optional<Sex> sex_named(std::string_view key);
std::optional<OtherNameKind> other_name_kind_named(std::string_view key);
std::optional<PlacementKind> placement_kind_named(std::string_view key);
std::optional<SenStatus> sen_status_named(std::string_view key);

/// Every status in the order in which a form offers them.
const std::vector<SenStatus>& all_sen_statuses();

} // namespace onroll::people
