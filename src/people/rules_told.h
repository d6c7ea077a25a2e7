// How much of a record lists, counts and suggestions show to one actor. Pure.
#pragma once

#include "access/rules_policy.h"

namespace onroll::people {

enum class Told {
    whole,      ///< as every other record
    name_alone, ///< the name, so that it can be opened in an emergency
    nothing     ///< as if there were no such record
};

/// Of a record under no limit, all; of one that is the actor's own or a relative's, nothing; of a
/// withheld one, all to who may open it or answers requests for it, the name to who may open it in
/// an emergency, and nothing to others.
/// Source: trust.md Z-06, Z-09 and Z-11; docs/decisions/2026-11-26-withheld-records-in-lists.md.
Told told_of(const access::Actor& actor, const access::Standing& standing);

} // namespace onroll::people
