// What the pages of the code of rights are given by the wiring. All of it outlives the router.
#pragma once

#include "access/guard.h"
#include "access/services.h"
#include "check/code_of_rights.h"

#include <functional>
#include <vector>

namespace onroll::rights {

struct Services {
    const access::Services* access = nullptr;
    const access::Guard* guard = nullptr;
    /// The versions that the area has published, the oldest first; never empty.
    std::function<std::vector<check::CodeVersion>()> versions;
};

} // namespace onroll::rights
