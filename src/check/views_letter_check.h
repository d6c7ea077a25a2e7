// The check of a school's letter, page by page. Words and layout.
#pragma once

#include "check/letter_form.h"
#include "check/views_form.h"

#include <vector>

namespace onroll::check {

/// Where the letter is pasted, with what is wrong with it.
design::Html letter_text_view(const Here& here, const LetterForm& form,
                              const std::vector<LetterFormError>& errors);
/// One thing that the letter is about, asked by itself.
design::Html letter_fact_view(const Here& here, const LetterForm& form, LetterFact fact,
                              const std::vector<LetterFormError>& errors);
std::string letter_fact_title(const Here& here, const LetterForm& form, LetterFact fact);
/// All that was read or answered about the letter, before it is checked.
design::Html letter_facts_view(const Here& here, const LetterForm& form);
/// What the letter says, to be ticked.
design::Html letter_tick_view(const Here& here, const LetterForm& form, const LetterFacts& facts);
/// What was found.
design::Html letter_result_view(const Here& here, const LetterForm& form, const LetterFacts& facts,
                                const LetterCheck& check);

/// "a suspension for 3 school days": how long, in words.
std::string school_days_in_words(const Words& words, int half_days);

/// Hidden fields for everything in `fields`.
design::Html hidden_letter_fields(const http::Fields& fields);
/// A form that posts to `action` with hidden fields, the language, and what is inside.
design::Html letter_posting_form(const Here& here, std::string_view action,
                                 const http::Fields& fields, const design::Html& inside);
/// A button that goes back: posts everything to `step` of `action`.
design::Html letter_back_view(const Here& here, std::string_view action,
                              const http::Fields& fields);
/// The errors above the heading, each a link to its field; nothing where there are none.
design::Html letter_errors_view(const Here& here, const std::vector<LetterFormError>& errors);

} // namespace onroll::check
