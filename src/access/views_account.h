// One's own account, as words: who one is here, the sign-ins that run, password and codes; and the
// first page after signing in. No queries, no rules.
#pragma once

#include "access/staff_page.h"
#include "access/types.h"
#include "access/types_staff.h"

#include "design/html.h"

#include <string>
#include <vector>

namespace onroll::access {

struct AccountView {
    const Actor* actor = nullptr;
    std::string email;
    std::vector<std::string> teams;
    std::vector<std::string> covers_for;
    std::vector<SignInSeen> sign_ins;
    int recovery_codes = 0;
    bool password_changed = false; ///< a moment ago
};
design::Html account_view(const AccountView& view);

struct StartView {
    const Actor* actor = nullptr;
    std::vector<StaffMenuEntry> may_open;
    int requests_waiting = 0;                    ///< for an administrator
    std::vector<design::MenuItem> open_to_all{}; ///< what families and schools see unsigned
};
design::Html start_view(const StartView& view);

} // namespace onroll::access
