// An agency's teams, as words: the list, one team, and what stands in the way of removing it. No
// queries, no rules.
#pragma once

#include "access/staff_page.h"
#include "access/types.h"
#include "access/types_staff.h"

#include "design/html.h"

#include <map>
#include <string>
#include <vector>

namespace onroll::access {

struct TeamsView {
    const Actor* actor = nullptr;
    std::vector<Team> teams;
    std::map<TeamId, int> members;
    std::string typed;
    Errors errors;
    std::string said; ///< what was done a moment ago; may be empty
};
design::Html teams_view(const TeamsView& view);

struct TeamView {
    const Actor* actor = nullptr;
    Team team; ///< as it is stored
    TeamHolds holds{};
    std::string typed{};
    Errors errors{};
    std::string said{};
};
/// Its name to be changed, who is in it, and the way to remove it.
design::Html team_view(const TeamView& view);
/// Asks whether to remove it; or says what must go elsewhere first, with the way there.
design::Html remove_team_view(const TeamView& view);

} // namespace onroll::access
