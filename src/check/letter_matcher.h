// Finds patterns of words in the sentences of a letter. Pure, and linear in the length of the
// letter: each word is compared with the few patterns that begin with its letters.
#pragma once

#include "check/letter_words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

/// Patterns as letter_cues.h writes them, compiled once.
class Patterns {
public:
    using Id = std::size_t;

    /// Adds a pattern; throws Bug where a group is empty or a kind of word is not known.
    Id add(std::string_view with, std::string_view without);

    /// The words of a sentence, or of two that follow each other, that belong to any pattern.
    class Seen;
    Seen look_at(const LetterSentence& sentence, const LetterSentence* next = nullptr) const;
    bool matches(Id pattern, const Seen& seen) const;

    class Seen {
        friend class Patterns;
        std::vector<std::uint64_t> phrases_;
    };

private:
    struct PhraseWord {
        std::string text;
        std::uint8_t kind = 0; ///< a kind of word, or 0
        bool any_ending = false;
    };
    using Phrase = std::vector<PhraseWord>;
    using Group = std::vector<std::size_t>; ///< phrases, one of which is needed
    struct Pattern {
        std::vector<Group> with;
        Group without;
    };

    Group group_of(std::string_view words);
    std::size_t phrase_of(std::string_view words);
    void look(const std::vector<LetterWord>& words, Seen& seen) const;
    static bool fits(const PhraseWord& wanted, const LetterWord& word);

    std::vector<std::string> written_;
    std::vector<Phrase> phrases_;
    std::vector<Pattern> patterns_;
    std::vector<std::vector<std::size_t>> beginning_with_; ///< by the first two letters
    std::vector<std::size_t> beginning_with_a_kind_;
};

} // namespace onroll::check
