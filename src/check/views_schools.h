// What a head teacher must do around an exclusion: two questions pages, the plan, each duty in
// order, and worked examples. Words and layout.
#pragma once

#include "check/school_examples.h"
#include "check/school_form.h"
#include "design/html.h"
#include "kernel/citation.h"
#include "kernel/date.h"

namespace onroll::check {

/// About the exclusion: kind, length, days, school.
design::Html school_exclusion_view(const SchoolForm& form, const SchoolPlan& plan);
/// About the pupil, and what was thought about before deciding.
design::Html school_pupil_view(const SchoolForm& form);
/// What must be done, by when, told to whom.
design::Html school_plan_view(const SchoolForm& form, const SchoolPlan& plan);
/// Cases worked out, each of which can be opened in the form.
design::Html school_examples_view(const std::vector<WorkedExample>& examples);

/// Every duty around an exclusion, in order, as the rules stand on `today`.
design::Html school_rules_view(Date today);

design::Html school_force_tag(Force force);
/// Days one after another: "Monday 20 July 2026 to Wednesday 2 September 2026, 5 school days".
std::string stretch_of(const law::DateList& days);
/// What a duty hangs on that is still to happen, as a sentence with a blank before it; or nothing.
/// The plan shows what follows if the family writes to the governors.
std::string hangs_on(const law::Duty& duty);
/// A form that posts to /check/schools with the fields of `form` and what is inside.
design::Html school_posting_form(const http::Fields& fields, const design::Html& inside);

} // namespace onroll::check
