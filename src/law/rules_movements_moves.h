// Managed moves. Pure.
#pragma once

#include "law/movement_answers.h"

namespace onroll::law {

/// A managed move under threat of permanent exclusion or without the parent's consent (unlawful),
/// or, from 26 July 2026, on trial (breach).
/// Source: FND-24, rests on MOV-05, statutory guidance part 4.
void managed_move_freely_agreed(const ManagedMove&, MovementAnswers&);

/// What a managed move needs besides the parent: both schools, the authority where there is an EHC
/// plan, information shared first. Source: MOV-05, statutory guidance part 4.
void managed_move_prepared(const ManagedMove&, MovementAnswers&);

} // namespace onroll::law
