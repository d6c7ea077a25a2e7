// What was typed about an event, as facts, and what must be put right. Pure.
#pragma once

#include "casework/event_questions.h"

#include "kernel/result.h"
#include "platform/http/form.h"

#include <vector>

namespace onroll::casework {

struct TypedFacts {
    Facts facts; ///< those saved, with what this group tells in place of what it told
    std::vector<Error> errors;
};

/// The answers of one group over what is saved. The school is left to whoever can search for it.
/// Lines up to 200 letters, stories up to 20,000; a day must not lie before 2012 or in two years.
TypedFacts read_group(const http::Form& form, const QuestionGroup& group, const Facts& saved,
                      Date today);

/// The facts of a group as fields of its form.
http::Fields fields_of(const QuestionGroup& group, const Facts& facts);

/// One question of it, for a comparison.
http::Fields fields_of(const EventQuestion& question, const Facts& facts);

/// Names of the fields about the school: the words typed, the one chosen, and what it was called.
inline constexpr std::string_view school_words = "school_words";
inline constexpr std::string_view school_called = "school_called";

} // namespace onroll::casework
