// The letters that a family can send: the list, the names, the letter. Words and layout.
#pragma once

#include "check/letters.h"
#include "check/views_form.h"

#include <vector>

namespace onroll::check {

/// What travels with each page of the letters: the answers, the check of the school's letter, the
/// names.
struct LetterVisit {
    http::Fields carried; ///< of the questions and of the letter check
    TypedNames names;
    std::string back_label;
};

/// The letters that fit; where there are no answers, the way to them.
design::Html letters_view(const Here& here, const std::vector<Letter>& letters,
                          const LetterVisit& visit);
/// Names for one letter, none of them needed.
design::Html letter_names_view(const Here& here, Letter letter, const LetterVisit& visit,
                               const std::string& school_name);
/// The letter as a page, with the ways to take it away.
design::Html letter_shown_view(const Here& here, Letter letter, const LetterVisit& visit,
                               const documents::Document& document);

/// The names as fields.
http::Fields fields_of(const TypedNames& names);
TypedNames read_names(const http::Fields& fields);

} // namespace onroll::check
