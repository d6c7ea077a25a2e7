// Each answer that a family gave, in words: for the page that shows them all, and for the advice
// service that takes the story over. Pure.
#pragma once

#include "check/answers.h"
#include "check/words.h"

#include <string>
#include <vector>

namespace onroll::check {

struct ToldAnswer {
    Question question;
    std::string key;   ///< of the question's short name: words(key)
    std::string value; ///< in words; several lines where several things were ticked
};

/// In the order of the questions that matter for what happened. `school_name` is that of a school
/// in the list.
std::vector<ToldAnswer> told_answers(const Words& words, const http::Fields& fields,
                                     const std::string& school_name);

} // namespace onroll::check
