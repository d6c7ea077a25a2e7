// Records as the store answers them and pages show them: a child with family, who was found, what
// was joined, what a list came to. Values only.
#pragma once

#include "people/rules_search.h"
#include "people/types.h"
#include "people/types_care.h"
#include "people/types_family.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace onroll::people {

/// How somebody may be reached.
struct ContactLine {
    Channel channel = Channel::telephone;
    std::string value{};
    bool operator==(const ContactLine&) const = default;
};

/// An adult of a child, with what is theirs alone.
struct FamilyMember {
    FamilyTie tie;
    Person adult;
    SafeContact safe{};
    std::vector<ContactLine> contacts{};
    std::vector<PersonAddress> addresses{};
    bool operator==(const FamilyMember&) const = default;
};

/// All of one child, joined records as one.
struct ChildRecord {
    Person child;
    std::vector<PersonId> joined{}; ///< records that are shown as this one
    std::vector<PersonAddress> addresses{};
    std::vector<FamilyMember> family{};
    std::vector<Person> siblings{}; ///< children who share a natural parent or a carer
    std::vector<CourtOrder> orders{};
    std::vector<SchoolPlace> schools{};
    std::vector<SenStatement> sen{};
    std::vector<CareStatement> care{}; ///< oldest first
    bool operator==(const ChildRecord&) const = default;
};

enum class Protection : std::uint8_t { open, protected_address };

/// A person who fits what was typed.
struct Found {
    Person person;
    Fit fit;
    std::vector<std::string> postcodes{}; ///< of open addresses
};
struct Search {
    std::vector<Found> found{};
    bool more = false; ///< others fit as well
};
} // namespace onroll::people
