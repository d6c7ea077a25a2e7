// What each member of staff of the invented area is shown: the links and forms that they reach from
// their start page, and from where forms and searches lead.
#pragma once

#include "tests/every_route/area.h"

#include <string>
#include <utility>
#include <vector>

namespace tidemoor {

/// A path that somebody was shown, as a link or as where a form goes.
struct Shown {
    const http::Route* route;
    std::string target;
    http::Fields parameters; ///< by the names of the pattern
};

/// The pages and forms that each of some people is shown, a few of each route.
using Walks = std::vector<std::pair<const SignedIn*, std::vector<Shown>>>;

/// What somebody reaches by following links from their start page, and from where forms and
/// searches lead; a few of each kind.
std::vector<Shown> walk(const Area& all, const SignedIn& who);

/// Of everybody in the area and of its neighbours; walked once, when a test first asks.
const Walks& walks();

} // namespace tidemoor
