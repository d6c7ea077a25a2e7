// Everything the law says of a pupil that is not about an exclusion's own procedure: one entry for
// the engine. The rules are in rules_movements_*.h, rules_money.h, rules_records.h, rules_advice.h
// and rules_ehc.h. Pure; answers nothing where the lists of types_movements.h are empty.
#pragma once

#include "law/types.h"

#include <cstddef>
#include <string_view>

namespace onroll::law {

/// Adds the duties and findings that the movements of a history call for, each with
/// Duty::Subject::movement and `exclusion` as the index of the movement. Once per history.
/// Source: exclusion rules reference sections 9 to 15; each rule names its own.
void rules_from_movements(const History&, Evaluation& out);

/// The `id` of the movement at this index: the lists of Movements in the order of its members, one
/// after another. Empty past the end.
/// Source: order of the members of Movements.
std::string_view movement_id(const History&, std::size_t index);

/// The day whose law applies to the movement at this index; the epoch past the end.
/// Source: VER-01, applied to movements.
Date movement_day(const History&, std::size_t index);

} // namespace onroll::law
