// Which children are on somebody's own list, and the requests for a long one as a file.
#pragma once

#include "people/store.h"
#include "people/types_export.h"

#include "access/rules_policy.h"

#include <functional>
#include <vector>

namespace onroll::people {

/// The children whom the actor works with, by their own caseload, their team's, or one that they
/// cover, in order of names; of a school and the like all. Without those that are withheld, that
/// are the actor's own or a relative's, or whose use is restricted.
std::vector<ListedForExport> own_list(db::Queries& database, const access::Actor& actor,
                                      const std::function<std::string(Urn)>& school_name,
                                      Date today);

/// Forgets those that count no more.
ExportId ask_for_export(db::Transaction& transaction, const Scope& scope, access::Purpose purpose,
                        std::size_t children);
/// not_allowed where that person may not agree (rules_export.h); not_found where none is asked for.
Result<void> agree_to_export(db::Transaction& transaction, const Scope& scope, const ExportId& id);
/// Those of the agency that count, newest first.
std::vector<ExportAsked> exports_asked(db::Queries& database, const access::AgencyId& agency,
                                       Instant now);
/// Notes that a list left, with how many children it names.
void note_export(db::Transaction& transaction, const Scope& scope, access::Purpose purpose,
                 ListFormat format, std::size_t children);

} // namespace onroll::people
