// One question on a page, and the page that shows all answers. Words and layout.
#pragma once

#include "check/questions.h"
#include "check/told.h"
#include "check/views_form.h"

namespace onroll::check {

/// The question with what was typed and what is wrong with it.
design::Html question_view(const Here& here, const Asked& asked, const Looked& looked);
/// The words of the question's h1.
std::string question_title(const Here& here, const Asked& asked);

/// Every answer with a way to change it.
design::Html answers_view(const Here& here, const NamesTold& names);

} // namespace onroll::check
