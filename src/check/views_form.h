// The parts that each page of the checker's flow shares: the answers carried as hidden fields, the
// way back as a button, the languages, and whom to ring.
#pragma once

#include "check/services.h"
#include "check/words.h"
#include "design/html.h"
#include "platform/http/fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

/// Where the family is: what is carried, in which language.
struct Here {
    const Words& words;
    const Languages& languages;
    const Services& services;
    http::Fields fields;    ///< every answer so far, as typed
    std::string at;         ///< the page: a question's name, "answers" or "answer"
    bool returning = false; ///< came from the page that shows all answers
};

/// The carried answers as hidden fields, without those named.
design::Html hidden_fields(const Here& here, const std::vector<std::string_view>& without = {});

/// A form that posts to `action` with the carried answers and what is inside.
design::Html carrying_form(const Here& here, std::string_view action, const design::Html& inside,
                           const std::vector<std::string_view>& without = {});

/// Above the heading: back, and the other languages, each a button that carries the answers.
design::Html way_back_and_languages(const Here& here, bool can_go_back);

/// Whom to ring, below a question.
design::Html talk_view(const Here& here);

} // namespace onroll::check
