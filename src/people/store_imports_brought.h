// Lists of children that programs bring by a key: how many of late, and whether the newest is the
// same again. trust.md A-16, U-10.
#pragma once

#include "people/store_imports.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace onroll::people {

/// Counts a list that the program sends now, whatever becomes of it. False, and nothing counted,
/// where `most` were sent in the hour before. One list of the agency is counted after the other.
/// What becomes of it is noted by whoever answers.
bool count_list(db::Transaction& transaction, const Scope& scope, std::int64_t most);
/// Notes that a list was looked at, or that it was sent again and is `same`. Nothing of it is kept.
void note_look(db::Transaction& transaction, const Scope& scope);
void note_sent_again(db::Transaction& transaction, const Scope& scope, const ImportId& same);
/// Waits until lists of the agency that others are bringing are made.
void wait_for_lists(db::Transaction& transaction, const access::AgencyId& agency);
/// The newest list that the program brought, where it is these very bytes and was not taken back:
/// sent again since an answer was lost, it is not done again. To be asked after `wait_for_lists`.
std::optional<Import> same_as_newest(db::Queries& database, const access::AgencyId& agency,
                                     const access::UserId& program, std::string_view bytes);

} // namespace onroll::people
