// An act of sharing without consent, as those who review it see it. trust.md W-06.
#pragma once

#include "people/types_consents.h"

#include <optional>
#include <string>

namespace onroll::people {

/// An act of sharing without consent, and the review of it.
struct SharedWithoutConsent {
    ShareId id;
    PersonId about;
    std::string with_name{};
    Override given{};
    Date starts_on{};
    Date last_day{};
    std::string shared_by{};
    std::optional<Date> reviewed_on{};
    std::string reviewed_by{};
    std::string found{};
};

} // namespace onroll::people
