// The fields of forms, by the names that the forms of people know them under.
#pragma once

#include "forms/fields.h" // IWYU pragma: export

namespace onroll::people {

using forms::act_beside;
using forms::Choices;
using forms::error_summary;
using forms::Errors;
using forms::FormView;
using forms::posting;
using forms::Weight;

namespace fields = forms::fields;

} // namespace onroll::people
