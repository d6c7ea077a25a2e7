// Reads the members of a history that types_movements.h holds. Strict: an unknown member, a wrong
// type or an impossible date is an error that names the member. Never prints what it read.
#pragma once

#include "law/types.h"

#include "platform/json/json.h"

#include "kernel/result.h"

#include <span>
#include <string_view>
#include <vector>

namespace onroll::law {

/// The movements of one history object. Other top-level members are left to their own reader; the
/// ids of `exclusions` are read where a movement refers to one. Bad input names the first wrong
/// member as in "/part_time_timetables/0/ends_on". `school` may be left out where there is one.
Result<Movements> read_movements(const json::Value& history_object,
                                 const std::vector<const School*>& schools);

/// The top-level members that read_movements reads.
std::span<const std::string_view> movement_members();

} // namespace onroll::law
