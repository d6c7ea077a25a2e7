// What the families' checker is given by main.cpp: the look, the clock, the schools, and whom a
// family can ring. Nothing here is owned.
#pragma once

#include "design/page.h"
#include "law/json.h"
#include "platform/clock/clock.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

/// A school that a search found, for a person to choose from.
struct SchoolChoice {
    Urn urn;
    std::string name;
    std::string place; ///< town and postcode, where the list has them
};

/// The service that families can ring, as the area has set it.
struct AdviceService {
    std::string name;
    std::string phone; ///< empty where the area has given none
    std::string hours;
};

struct Services {
    const design::Site* site = nullptr;
    const Clock* clock = nullptr;
    law::SchoolFinder find_school; ///< the law's view of a stored school, with its calendar
    std::function<std::vector<SchoolChoice>(std::string_view words)> search_schools;
    AdviceService advice;
};

} // namespace onroll::check
