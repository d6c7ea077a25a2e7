// What an agency keeps besides its cases: one record of each kind that has an id of its own, put
// into its store by the functions that people use; for the tests that go through every id.
#pragma once

#include "people/address_safe.h"
#include "people/store.h"

#include "access/types.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <string>
#include <vector>

namespace tidemoor {

using namespace onroll;

/// Whose records they are, and where.
struct Keeper {
    access::Agency agency;
    std::vector<access::UserId> staff; ///< of all roles; each has the records on the caseload
    access::Agency shared_with;
    db::Database* store = nullptr;  ///< the agency's own, where it has one
    db::Database* common = nullptr; ///< what all agencies share
};

/// Fills one agency, and answers the paths to which its staff come by a form's answer or a search,
/// not by a link.
std::vector<std::string> keep_one_of_each(const Keeper& keeper, const people::AddressSafe& safe,
                                          const crypto::Key& providers, Instant now);

} // namespace tidemoor
