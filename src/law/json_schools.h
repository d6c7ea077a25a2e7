// Reads the schools of a history: each with a calendar of its own, or by a URN whose calendar
// Onroll holds. Only for the readers of histories.
#pragma once

#include "law/json.h"
#include "law/json_reader.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace onroll::law::json_read_detail {

/// Where the one of that name stands in its list.
using Index = std::map<std::string, std::size_t, std::less<>>;

/// The code of a local authority. Bad input names the member.
Result<int> read_la(ObjectReader& object, std::string_view name);

/// Reads "schools" into `owned` and `index`; what is wrong is kept by `top`.
void read_schools(ObjectReader& top, OwnedHistory& owned, Index& index,
                  const SchoolFinder& find_school);

} // namespace onroll::law::json_read_detail
