// Lists of children that programs bring by a key: how many of late, and whether the newest is the
// same again. trust.md A-16, U-10.
#pragma once

#include "people/store_imports.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace onroll::people {

/// How many lists the program has sent since, only looked at or imported.
std::int64_t count_lists_sent(db::Queries& database, const access::AgencyId& agency,
                              const access::UserId& program, Instant since);
/// Notes that a list was looked at. Nothing of the list itself is kept.
void note_look(db::Transaction& transaction, const Scope& scope, std::string_view bytes);
/// Notes that a list could not be taken, so that it counts as well. Nothing of it is kept.
void note_refused(db::Transaction& transaction, const Scope& scope, std::string_view bytes);
/// The newest list that the program brought, where it is these very bytes and was not taken back:
/// sent again since an answer was lost, it is not done again. To be asked after `send_list`, which
/// waits until a list that is still being made is done.
std::optional<Import> same_as_newest(db::Queries& database, const access::AgencyId& agency,
                                     const access::UserId& program, std::string_view bytes);

} // namespace onroll::people
