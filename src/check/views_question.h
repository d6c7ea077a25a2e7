// One question on a page, and the page that shows all answers. Words and layout.
#pragma once

#include "check/questions.h"
#include "check/views_form.h"

namespace onroll::check {

/// The question with what was typed and what is wrong with it.
design::Html question_view(const Here& here, Question question, const Looked& looked);
/// The words of the question's h1.
std::string question_title(const Here& here, Question question);

/// Every answer with a way to change it.
design::Html answers_view(const Here& here, std::string_view school_name);

} // namespace onroll::check
