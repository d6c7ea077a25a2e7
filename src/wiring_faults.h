// What people read when a page or a form meets a store that takes no writes, or is not there. Part
// of wiring.
#pragma once

#include "kernel/result.h"

#include <exception>
#include <optional>

namespace onroll::wiring {

/// Nothing where the fault is not the store's, or is a bug of ours. trust.md.
std::optional<Error> told_of_store(const std::exception& fault);

} // namespace onroll::wiring
