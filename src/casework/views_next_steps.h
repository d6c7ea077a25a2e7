// What the page "Next steps" of a case shows. Words and layout; no queries, no rules.
#pragma once

#include "casework/types_next_steps.h"

#include "design/html.h"
#include "forms/fields.h"

#include <string>
#include <vector>

namespace onroll::casework {

struct NextStepsView {
    std::string address; ///< of the case
    std::vector<AdvisedStep> steps{};
    bool may_change = false;
};
design::Html next_steps_view(const NextStepsView& view);

/// "A new school: Harbour Academy. It began", for each that is no mistake; what to do where none is
/// recorded. On the page that closes a case.
design::Html next_steps_section(const NextStepsView& view);

struct NextStepFormView {
    std::string action;
    std::string leave;
    forms::FormView form{};
    design::Html start{};
    design::Html banner{};
};
design::Html next_step_form_view(const NextStepFormView& view);
/// What became of `step`.
design::Html next_step_result_view(const AdvisedStep& step, const NextStepFormView& view);

} // namespace onroll::casework
