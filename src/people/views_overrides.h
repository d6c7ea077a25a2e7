// The pages about sharing without consent: what was shared in somebody's name, and its reviews.
// Words and layout only.
#pragma once

#include "people/types_overrides.h"
#include "people/views_fields.h"

#include "design/html.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

struct OverridesView {
    std::vector<SharedWithoutConsent> all{};
    std::function<std::string(std::string_view user)> staff_name{};
    Date today{};
};
/// For the officer for data protection: what waits for a review first.
design::Html overrides_view(const OverridesView& view);
/// For whoever is named as having allowed it.
design::Html allowed_view(const OverridesView& view);

struct OverrideView {
    SharedWithoutConsent one;
    std::function<std::string(std::string_view user)> staff_name{};
    Date today{};
    FormView form{};
    design::Html start{};
    bool may_review = false;
};
design::Html override_view(const OverrideView& view);

} // namespace onroll::people
