// Whom a case's record names, and what stands instead of each name where names are hidden.
#pragma once

#include "casework/rules_names.h"
#include "casework/types_actions.h"
#include "casework/types_case.h"

#include "kernel/result.h"
#include "people/record.h"
#include "platform/db/db.h"

#include <string>
#include <vector>

namespace onroll::casework {

/// The child, the family, brothers and sisters, the professionals of the case and the service's
/// own staff, by `colleagues`' names; then `more`, as somebody typed them, one on each line.
/// Nothing where names are shown as recorded. not_found where the child's record cannot be read:
/// then no name can be hidden.
Result<std::vector<HiddenName>> names_of_case(db::Queries& database, const access::AgencyId& agency,
                                              const Case& found, NamesShown shown,
                                              const std::vector<std::string>& colleagues,
                                              std::string_view more = {});

/// How somebody who got in touch was called, as a contact was told.
struct ToldNames {
    std::string caller; ///< "Amina, his mother": what is before the comma is the name
    std::string child;
};

/// The same of what is known already.
std::vector<HiddenName> names_of(const people::ChildRecord& record,
                                 const std::vector<Professional>& professionals,
                                 const std::vector<ToldNames>& told, NamesShown shown,
                                 const std::vector<std::string>& colleagues,
                                 std::string_view more = {});

} // namespace onroll::casework
