// One's own children as a list to look through: what it says of each, and what it is narrowed by.
// Values only.
#pragma once

#include "people/types.h"
#include "people/types_care.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace onroll::people {

/// Whether a council looks after the child, as the list says it.
enum class CareInList : std::uint8_t { now, before, never, not_stated };
std::string_view key_of(CareInList care);
std::string_view in_words(CareInList care);
std::optional<CareInList> care_in_list_named(std::string_view key);
const std::vector<CareInList>& all_care_in_list();

struct ChildInList {
    PersonId id;
    Name name{};
    std::optional<Date> born_on{};
    std::optional<Urn> school{}; ///< the main one today
    SenStatus sen = SenStatus::not_asked;
    CareInList care = CareInList::not_stated;
    bool has_alert = false;
    bool operator==(const ChildInList&) const = default;
};

/// What is not asked narrows nothing. No name: a view that is kept holds none.
struct ListQuestion {
    std::optional<Urn> school{};
    bool without_school = false;
    std::optional<SenStatus> sen{};
    std::optional<CareInList> care{};
    bool with_alert = false;
    bool operator==(const ListQuestion&) const = default;
};

} // namespace onroll::people
