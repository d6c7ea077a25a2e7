// Each answer that a family gave, in words: for the page that shows them all, and for the advice
// service that takes the story over. Pure.
#pragma once

#include "check/answers.h"
#include "check/words.h"

#include <string>
#include <vector>

namespace onroll::check {

struct ToldAnswer {
    Asked asked;
    std::string name;  ///< the question's short name, in words
    std::string value; ///< in words; several lines where several things were ticked
};

/// What the answers hold as numbers: the name of the school in the list, and of the council.
struct NamesTold {
    std::string school;
    std::string council;
};

/// In the order of the questions that matter for what happened.
std::vector<ToldAnswer> told_answers(const Words& words, const http::Fields& fields,
                                     const NamesTold& names);

} // namespace onroll::check
