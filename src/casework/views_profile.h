// What is known of the child beside the problem: the card on the overview, the page, the form.
// Words and layout only.
#pragma once

#include "casework/types_case.h"
#include "casework/types_profile.h"

#include "design/html.h"
#include "forms/fields.h"
#include "people/types.h"

#include <optional>
#include <string>

namespace onroll::casework {

struct ProfileSection {
    Profile profile;
    std::optional<people::SenStatement> sen{}; ///< the last one
    std::string href;
};
design::Html profile_section(const ProfileSection& section);

struct ProfileView {
    Profile profile;
    std::optional<people::SenStatement> sen{};
    std::string address;    ///< of the case
    std::string needs_href; ///< where what is known of SEND is stated
    std::string saved_by;   ///< by name; empty where nothing is saved
    bool may_change = false;
};
design::Html profile_view(const ProfileView& view);

struct ProfileFormView {
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
    std::string address; ///< of the case
};
design::Html profile_form_view(const ProfileFormView& view);

} // namespace onroll::casework
