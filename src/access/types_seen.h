// Who is named in an entry of the audit where it is nobody of the staff.
#pragma once

#include "audit/types.h"

#include <string_view>

namespace onroll::access {

/// Somebody outside who came by a link, and for whom it was made: "The family, by a link"; empty
/// for everybody else.
std::string_view who_by_link(const audit::Deed& deed);

} // namespace onroll::access
