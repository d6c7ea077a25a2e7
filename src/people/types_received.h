// What another agency shares with this one: the act of sharing, and of the record only the fields
// that it names. Values only. Source: trust.md W-04. Pure.
#pragma once

#include "people/record.h"
#include "people/types_consents.h"

#include "access/types.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::people {

/// An act of sharing as the agency that receives it knows it.
struct ReceivedShare {
    access::AgencyId from;
    Share share;
    std::string child{}; ///< what the child is called, where names are shared; else empty
};

/// An adult who agreed to be reached by the agency, with what to mind.
struct SharedContact {
    std::string name{};
    std::string bond{}; ///< "Mother"
    std::vector<ContactLine> lines{};
    std::vector<std::string> warnings{};
    bool operator==(const SharedContact&) const = default;
};

/// What the share opens and nothing beside it. A field that it does not name is left as it is here.
struct SharedRecord {
    ReceivedShare share;
    std::string name{};
    std::optional<Date> born_on{};
    std::vector<SchoolPlace> schools{};
    std::vector<SenStatement> sen{}; ///< without notes, which may hold what somebody else said
    std::vector<SharedContact> contacts{};
    std::string statement{}; ///< words agreed with the family
    std::string home{};      ///< `withheld` for a protected address, which no share can name
};

} // namespace onroll::people
