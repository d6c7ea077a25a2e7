// Reads the optional facts of types_circumstances.h from the exclusion and the pupil of a history.
// Strict: a member that is not known or of the wrong kind is an error that names it. The members
// are listed in docs/reference/law-evaluate-circumstances.md.
#pragma once

#include "kernel/result.h"
#include "law/types_circumstances.h"
#include "platform/json/json.h"

#include <span>
#include <string_view>

namespace onroll::law {

/// Names of the members that stand beside the basic ones in an exclusion.
std::span<const std::string_view> circumstance_members();
/// Names of the members that stand beside the basic ones in the pupil.
std::span<const std::string_view> pupil_circumstance_members();

/// The optional facts of one exclusion. The basic members and unknown ones at the top are left to
/// the caller; below the top nothing unknown passes. `where` of an error is the path inside the
/// exclusion, as in `letter/given_on`.
Result<Circumstances> read_circumstances(const json::Value& exclusion);

/// The optional facts of the pupil; `where` of an error is the member's name.
Result<PupilCircumstances> read_pupil_circumstances(const json::Value& pupil);

} // namespace onroll::law
