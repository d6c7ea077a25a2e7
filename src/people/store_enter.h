// Entering many families at once, as for a county that is filled for load work: the same rows as
// one by one, written in the order of their tables, in one transaction and noted once.
#pragma once

#include "people/store.h"

#include <vector>

namespace onroll::people {

/// A child with one adult who has care of them, at one open address.
struct NewFamily {
    PersonDetails child;
    PersonDetails adult;
    FamilyTie tie; ///< without its two people
    Address home;
    std::optional<Urn> school{};
    Date since{}; ///< when they moved in and the child joined the school
};

/// UPNs must be new in the agency: nobody looks.
void enter_families(db::Transaction& transaction, const Scope& scope,
                    const std::vector<NewFamily>& families);

} // namespace onroll::people
