// A request of somebody to see what is held about a person, with what its clock depends on. Values
// only. trust.md G-02.
#pragma once

#include "people/rules_requests.h"
#include "people/types.h"

#include "access/types.h"
#include "kernel/random_id.h"

#include <optional>
#include <string>

namespace onroll::people {

using RecordsRequestId = RandomId<struct RecordsRequestTag>;

/// A request of somebody to see what is held about a person.
struct RecordsRequest {
    RecordsRequestId id;
    PersonId person;
    std::string asked_by{}; ///< "The mother": no name is needed
    SubjectRequest clock{};
    std::string why_complex{};
    std::optional<Date> answered_on{};
    std::string outcome{};
    access::UserId made_by;
    int version = 1;
};

} // namespace onroll::people
