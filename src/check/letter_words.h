// The words of a pasted letter: cut into sentences and words, with capitals, accents of printing
// and the slips of scanning evened out, and each sentence's place in the letter as it was pasted.
// Pure, and linear in the length of the letter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

/// What a word is besides its letters.
enum class WordKind : std::uint8_t {
    plain = 0,
    number = 1,    ///< 5, five, 1.5
    date = 2,      ///< part of a date, or the name of a weekday
    email = 4,     ///< an e-mail address
    phone = 8,     ///< a telephone number
    postcode = 16, ///< the second half of a postcode
    address = 32,  ///< an address on the web
    child = 64,    ///< the child: "your son", "pupil", or the name that the letter calls it by
};

struct LetterWord {
    std::string text; ///< lower case
    std::uint8_t kinds = 0;
    int half_days = 0; ///< twice the number, where it is one: 3 for "1.5"
    bool is(WordKind kind) const { return (kinds & static_cast<std::uint8_t>(kind)) != 0; }
};

struct LetterSentence {
    std::vector<LetterWord> words;
    std::size_t paragraph = 0;
    std::size_t from = 0;  ///< first byte in the pasted text
    std::size_t until = 0; ///< the byte after its last
};

/// A letter as the matcher reads it. `text` is what was pasted.
struct LetterText {
    std::string text;
    std::vector<LetterSentence> sentences;

    /// The sentence as it was pasted, with its line breaks as spaces.
    std::string passage(const LetterSentence& sentence) const;
};

/// The longest letter that is read, in bytes: about 12 pages.
inline constexpr std::size_t longest_letter = 40'000;

/// Reads a letter. Bytes that are not UTF-8 are left out; more than `longest_letter` is not read.
LetterText read_letter(std::string_view pasted);

} // namespace onroll::check
