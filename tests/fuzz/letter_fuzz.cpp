// Any bytes as a pasted letter: sentences lie in the text and in order, each passage is of the
// letter, and every pattern can be asked of every sentence.
#include "target.h"

#include "check/letter_cues.h"
#include "check/letter_matcher.h"
#include "check/letter_words.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace letter_fuzz {

struct Book {
    onroll::check::Patterns patterns;
    std::vector<onroll::check::Patterns::Id> ids;
    Book()
    {
        for (const auto& cue : onroll::check::letter_cues())
            ids.push_back(patterns.add(cue.with, cue.without));
        for (const auto& cue : onroll::check::wrong_cues())
            ids.push_back(patterns.add(cue.with, cue.without));
    }
};

} // namespace letter_fuzz

FUZZ_TARGET(letter)
{
    using namespace onroll::check;
    static const letter_fuzz::Book book;
    const auto letter = read_letter({reinterpret_cast<const char*>(bytes), size});
    if (letter.text.size() > longest_letter) std::abort();
    std::size_t paragraph = 0, from = 0;
    for (const auto& sentence : letter.sentences) {
        if (sentence.words.empty() || sentence.from >= sentence.until) std::abort();
        if (sentence.until > letter.text.size() || sentence.from < from) std::abort();
        if (sentence.paragraph < paragraph) std::abort();
        paragraph = sentence.paragraph;
        from = sentence.from;
        if (letter.passage(sentence).size() > sentence.until - sentence.from) std::abort();
        const auto seen = book.patterns.look_at(sentence);
        std::size_t met = 0;
        for (const auto id : book.ids) met += book.patterns.matches(id, seen);
        if (met > book.ids.size()) std::abort();
    }
    return 0;
}
