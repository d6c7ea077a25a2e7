// Which trust and which town each school of an authority belongs to, by the list of schools.
#pragma once

#include "insight/types.h"

#include "platform/db/db.h"

#include <map>
#include <string>

namespace onroll::insight {

/// By a school's number as files have it: its URN and its LAESTAB. Schools without one are left
/// out.
std::map<std::string, std::string> trusts_by_school(db::Queries& database, AreaCode authority);
std::map<std::string, std::string> towns_by_school(db::Queries& database, AreaCode authority);

} // namespace onroll::insight
