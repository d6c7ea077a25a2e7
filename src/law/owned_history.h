// A history with the schools that it speaks of, and how a school is found for one.
#pragma once

#include "kernel/identifiers.h"
#include "kernel/result.h"
#include "law/types.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace onroll::law {

/// Finds the calendar and kind of a school that a history names by its URN. `stated` is the kind
/// that the history gives, for schools whose list does not say it; what the list says comes first.
/// An error about the kind has `where` "school_type".
using SchoolFinder = std::function<Result<School>(Urn, std::optional<SchoolType> stated)>;

/// A history and the schools that it points to.
struct OwnedHistory {
    std::vector<std::unique_ptr<School>> schools;
    History history;
};

} // namespace onroll::law
