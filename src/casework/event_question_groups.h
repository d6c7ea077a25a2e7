// The groups of questions about an exclusion that are told after what happened: the child, the
// letter, teaching, the governors, the review, coming back. Only for event_questions.
#pragma once

#include "casework/event_questions.h"

#include <string_view>

namespace onroll::casework::event_questions_detail {

EventQuestion day(Fact fact, std::string_view label, std::string_view hint = {},
                  bool needed = false);
EventQuestion yes_no(Fact fact, std::string_view label, std::string_view hint = {});
EventQuestion school();
EventQuestion story(std::string_view label = "What was said?");

QuestionGroup about_the_child();
/// What the school said and did when it decided, as the checker asks a family.
QuestionGroup said_group(EventKind kind);
/// Whom the school told of it, and when.
QuestionGroup told_group(EventKind kind);
QuestionGroup letter_group();
QuestionGroup teaching_group();
QuestionGroup board_group();
QuestionGroup review_group();
QuestionGroup end_group();
QuestionGroup back_group();
QuestionGroup error_group();

} // namespace onroll::casework::event_questions_detail
