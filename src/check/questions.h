// Whether what a family typed on one page can be used, and which page comes next. Asks for schools;
// stores nothing.
#pragma once

#include "check/answers.h"
#include "check/services.h"
#include "check/words.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::check {

/// What is wrong with a field: its id, and the key of the words that say what to do.
struct FieldError {
    std::string field;
    std::string key;
};

/// One question's page as it was sent, once it was looked at.
struct Looked {
    http::Fields fields; ///< with a school found by its name put in
    std::vector<FieldError> errors;
    std::vector<SchoolChoice> choices; ///< schools to choose from, where several were meant
    bool ask_school_type = false;      ///< the list does not say what kind of school it is
    bool one_more = false;             ///< boxes for one more earlier time are asked for
};

/// What is wrong with the answer to this question; no errors where it can be used.
Looked look_at(Question question, http::Fields fields, const Services& services, Date today);

/// The field that an error about the answer as a whole belongs to.
std::string field_of_trouble(Question question);

/// The first question that matters and has no answer; nothing where all have.
std::optional<Question> next_question(const Answers& answers);
/// The question before this one; nothing before the first.
std::optional<Question> question_before(const Answers& answers, Question question);
/// The place of a question among those that matter, from 1.
int place_of(const Answers& answers, Question question);

} // namespace onroll::check
