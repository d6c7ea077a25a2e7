// Letters that a family can send, made from its answers: which of them fit, and what each says, in
// one language. Names are typed only for the letter. Pure: nothing is kept.
#pragma once

#include "check/answers.h"
#include "check/letter_check.h"
#include "check/story.h"
#include "check/words.h"
#include "platform/documents/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

enum class Letter {
    representations, ///< to the governing board
    not_in_writing,  ///< asks that what happened is put in writing
    work,            ///< work, and teaching from the sixth day
    remote_meeting,
    review,   ///< an independent review, with a SEN expert
    records,  ///< the child's records
    left_out, ///< what the school's letter did not say
};
inline constexpr std::size_t letter_count = 7;
/// `not_in_writing`: the letter's name in texts. In addresses with hyphens: `not-in-writing`.
std::string_view name(Letter letter);
std::string address_part(Letter letter);
std::optional<Letter> letter_at(std::string_view address_part);

/// What a letter is made from. Every part may be missing but the day.
struct LetterBasis {
    Answers answers;
    std::optional<Story> story;       ///< as if the family had written to the governors
    law::Evaluation evaluation;       ///< of the story
    std::optional<LetterCheck> check; ///< of the school's own letter
    std::optional<LetterFacts> facts; ///< of that letter
    Date today{};
};

/// The letters that fit what the family answered, the most useful first. Records fit always.
std::vector<Letter> letters_that_fit(const LetterBasis& basis);

/// What a family typed for the letter alone.
struct TypedNames {
    std::string writer, writer_address, child, school, school_address;
};

/// The letter, with its citations. Source: as the rules of the duties that it names; see
/// docs/explanation/letters-from-answers.md.
documents::Document letter_document(const Words& words, Letter letter, const LetterBasis& basis,
                                    const TypedNames& names,
                                    documents::FontSize size = documents::FontSize::ordinary);

} // namespace onroll::check
