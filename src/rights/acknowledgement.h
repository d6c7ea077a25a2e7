// A school's acknowledgement of a version of the code of rights, and how a school stands.
// No store, no clock.
#pragma once

#include "access/types.h"
#include "check/code_of_rights.h"
#include "kernel/date.h"
#include "platform/clock/clock.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::rights {

/// That somebody has read a version for a school.
struct Acknowledgement {
    access::AgencyId school;
    Date version{};         ///< the first day on which the version holds
    std::string text_print; ///< of the text that was read
    access::UserId by;
    std::string by_name;
    Instant at{};
    bool operator==(const Acknowledgement&) const = default;
};

/// A print of a version's text: the same for the same text only.
std::string print_of(const check::CodeVersion& version);

/// Whether the acknowledgement is of this version, with the text that it has now.
bool holds_for(const Acknowledgement& one, const check::CodeVersion& version);

/// How one school stands to a version.
struct SchoolStanding {
    std::string name;
    std::optional<Acknowledgement> acknowledged; ///< of this very version and text
    std::optional<Acknowledgement> last;         ///< of any version, the latest
};

/// Schools by name, each with what it has acknowledged.
std::vector<SchoolStanding> standing_of(const std::vector<access::Agency>& agencies,
                                        const std::vector<Acknowledgement>& all,
                                        const check::CodeVersion& version);

} // namespace onroll::rights
