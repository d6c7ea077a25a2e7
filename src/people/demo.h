// The invented families of Tidemoor, the same for the same number of children, made through the
// same functions that people use. Only ever in a demonstration's store.
#pragma once

#include "people/address_safe.h"
#include "people/store.h"

#include "kernel/identifiers.h"
#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace onroll::people {

/// Who looks after the duties of an agency, and with whom it shares: then some of each is there.
struct DemoDuties {
    access::UserId manager;                     ///< allows sharing without consent
    access::UserId officer;                     ///< for data protection
    std::pair<std::string, std::string> with{}; ///< an agency's id and name
    std::pair<std::string, std::string> also_with{};
    std::vector<std::pair<std::string, std::string>> besides{}; ///< agencies that one child each is
                                                                ///< shared with
};

/// Whose records the families are: an agency, the member of staff on whose caseload they are, and
/// who else has some.
struct DemoAgency {
    access::AgencyId agency;
    access::UserId worker;
    std::vector<access::UserId> colleagues{};
    std::optional<DemoDuties> duties{};
};

struct DemoPeopleFilled {
    std::size_t children = 0; ///< 0 where there were some already
    std::size_t adults = 0;
};

/// Besides `children` ordinary ones a handful with a story: parents who live apart and an address
/// that is protected, a special guardian, a child in care, a record that somebody made twice.
Result<DemoPeopleFilled> fill_demo(db::Database& database, const AddressSafe& safe,
                                   const DemoAgency& whose, const std::vector<Urn>& schools,
                                   std::size_t children, const Clock& clock);

} // namespace onroll::people
