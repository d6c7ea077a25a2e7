// What the pages "Needs" and "Journey" of a case show. Words, layout and drawing; no queries, no
// rules.
#pragma once

#include "casework/rules_capacity.h"
#include "casework/rules_journey.h"

#include "design/chart/figure.h"
#include "design/html.h"
#include "forms/fields.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

struct NeedsView {
    std::string address; ///< of the case
    std::vector<Need> needs;
    std::vector<Event> events;
    Unmet unmet;
    std::vector<NeedWithPlaces> beside{}; ///< who could help with each that is not met
    Date today{};
    bool may_change = false;
};
design::Html needs_view(const NeedsView& view);

/// Adding a need, or a step of one.
struct NeedFormView {
    std::string action;
    std::string leave;
    std::optional<Need> of; ///< the need that gets a step
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
};
design::Html need_form_view(const NeedFormView& view);

struct JourneyView {
    std::string address; ///< of the case
    Journey journey;
    bool may_change = false;
    std::function<design::Html()> start = [] { return design::Html(); };
};
design::Html journey_view(const JourneyView& view);
design::chart::Rows rows_of(const Journey& journey);

struct JourneyFormView {
    std::string action;
    std::string leave;
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
};
design::Html journey_form_view(const JourneyFormView& view);

/// The journey for a page and for a phone.
design::chart::Picture picture_of(const Journey& journey);

} // namespace onroll::casework
