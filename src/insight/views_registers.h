// What the registers of governance and of behaviour policies show for one area: what the list of
// schools tells, and in words what it does not. No queries, no rules.
#pragma once

#include "insight/types.h"

#include "design/html.h"
#include "places/types.h"

#include <string>
#include <vector>

namespace onroll::insight {

struct RegisterRow {
    places::School school;
    std::string type{};     ///< "Academy"
    std::string deciders{}; ///< who must consider an exclusion there
};

/// The schools of one trust, or those without one.
struct RegisterGroup {
    std::string trust{}; ///< empty for schools without a trust
    std::vector<RegisterRow> rows{};
};

struct RegisterView {
    Area area;
    std::vector<RegisterGroup> groups{}; ///< trusts by number of schools, then schools without one
    std::size_t schools = 0;
    std::vector<std::string> sources{}; ///< "Register of schools"
};

/// Who considers an exclusion at a school of that sort, by the rules for its type.
std::string deciders_of(const places::School& school);
/// The trusts by size, then the schools without one; names in order.
RegisterView register_of(const Area& area, const std::vector<places::School>& schools);
/// The same rows as CSV.
std::string register_csv(const RegisterView& view);

design::Html register_view(const RegisterView& view);

} // namespace onroll::insight
