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
};

/// What is wrong with the answer to this question; no errors where it can be used.
Looked look_at(const Asked& asked, http::Fields fields, const Services& services, Date today);

/// The field that an error about the answer as a whole belongs to.
std::string field_of_trouble(const Asked& asked);

/// The first question that matters and has no answer; nothing where all have.
std::optional<Asked> next_question(const Answers& answers);
/// The question before this one; nothing before the first.
std::optional<Asked> question_before(const Answers& answers, const Asked& asked);
/// The place of a question among those that matter, from 1.
int place_of(const Answers& answers, const Asked& asked);

} // namespace onroll::check
