// An agency's staff, as words: the list, one member, invitations, cover; and the list of agencies.
// No queries, no rules.
#pragma once

#include "access/staff_page.h"
#include "access/types.h"
#include "access/types_staff.h"

#include "design/html.h"

#include <map>
#include <string>
#include <vector>

namespace onroll::access {

struct WaitingRequest {
    StaffRequest request;
    std::string user_name;
    std::string asked_by_name;
    bool may_agree = false; ///< it is not the actor's own
};

struct StaffListView {
    const Actor* actor = nullptr;
    std::vector<User> users;
    std::map<TeamId, std::string> team_names;
    std::vector<WaitingRequest> requests;
    std::string said; ///< what was done a moment ago; may be empty
};
design::Html staff_list_view(const StaffListView& view);

/// What is known, or was typed, of a member of staff.
struct StaffFormView {
    const Actor* actor = nullptr;
    std::string action;
    std::string name;
    std::string email; ///< asked for only in an invitation
    std::vector<std::string> roles;
    std::vector<std::string> teams;
    std::vector<Team> all_teams;
    Errors errors;
};
design::Html invite_view(const StaffFormView& view);

struct StaffMemberView {
    StaffFormView form;
    User user;
    int sign_ins = 0;
    std::string said;
};
design::Html staff_member_view(const StaffMemberView& view);
/// Asks how it was made sure that it is they.
design::Html lost_factor_view(const Actor& actor, const User& user, const Errors& errors);
design::Html disable_view(const Actor& actor, const User& user);

struct CoverView {
    const Actor* actor = nullptr;
    std::vector<Cover> covers;
    std::vector<User> users; ///< who may be absent or stand in
    std::map<std::string, std::string> typed;
    Errors errors;
};
design::Html cover_view(const CoverView& view);
/// Asks before it ends: `view` has the names.
design::Html end_cover_view(const CoverView& view, const Cover& cover);

struct AgenciesView {
    const Actor* actor = nullptr;
    std::vector<Agency> agencies;
    std::map<std::string, std::string> typed;
    Errors errors;
    std::string said;
};
design::Html agencies_view(const AgenciesView& view);

} // namespace onroll::access
