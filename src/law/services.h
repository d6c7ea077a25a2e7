// What the faces of this part are given by main.cpp: the look, the clock, and the schools. Nothing
// here is owned.
#pragma once

#include "design/page.h"
#include "law/owned_history.h"
#include "platform/clock/clock.h"

namespace onroll::law {

struct Services {
    const design::Site* site = nullptr;
    const Clock* clock = nullptr;
    SchoolFinder find_school; ///< the law's view of a stored school, with its calendar
};

} // namespace onroll::law
