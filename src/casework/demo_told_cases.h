// The few cases of the demonstration that show what a case can hold: documents, messages, papers, a
// protected address, a tribunal, a case that went quiet. Part of demo.
#pragma once

#include "casework/demo.h"
#include "casework/types_case.h"

#include "people/types.h"

#include <string_view>
#include <vector>

namespace onroll::casework::demo {

/// Answers how many contacts and cases there are more.
DemoAdviceFilled tell_cases_by_hand(db::Transaction& transaction, const DemoService& whose,
                                    Date today);

/// A file of data/demo/advice by its name.
std::string_view demo_paper(std::string_view name);

/// A pack that the governors were given, and a copy for one of the family.
void give_papers(db::Transaction& transaction, const DemoService& whose, const CaseId& id,
                 const people::PersonId& reader, const access::UserId& worker, Instant given);
/// A copy that is being put together.
void begin_copy(db::Transaction& transaction, const DemoService& whose, const CaseId& id,
                const people::PersonId& reader, const access::UserId& worker, Instant now);

/// A note in all of these cases at once, and the last one closed with others and opened again.
void work_on_several(db::Transaction& transaction, const DemoService& whose,
                     const std::vector<CaseId>& cases, Instant when);

} // namespace onroll::casework::demo
