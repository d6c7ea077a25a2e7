#include "people/imports_words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace onroll::people::imports_words {

std::string kind_of(std::string_view value)
{
    if (value.empty()) return "blank";
    const bool digits = std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '/';
    });
    const auto count = std::to_string(value.size());
    return digits ? "digits, " + count + " characters" : "text, " + count + " characters";
}

bool same_letters(std::string_view one, std::string_view other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == b;
    });
}

Bond bond_written(std::string_view words)
{
    struct Word {
        std::string_view written;
        Bond bond;
    };
    static constexpr std::array<Word, 15> words_known{{{"mother", Bond::mother},
                                                       {"mum", Bond::mother},
                                                       {"father", Bond::father},
                                                       {"dad", Bond::father},
                                                       {"step-mother", Bond::step_parent},
                                                       {"step-father", Bond::step_parent},
                                                       {"stepmother", Bond::step_parent},
                                                       {"stepfather", Bond::step_parent},
                                                       {"grandparent", Bond::grandparent},
                                                       {"grandmother", Bond::grandparent},
                                                       {"grandfather", Bond::grandparent},
                                                       {"foster carer", Bond::foster_carer},
                                                       {"special guardian", Bond::special_guardian},
                                                       {"aunt", Bond::other_relative},
                                                       {"uncle", Bond::other_relative}}};
    for (const auto& word : words_known)
        if (same_letters(words, word.written)) return word.bond;
    return Bond::other;
}

std::optional<CareStatus> care_written(std::string_view words)
{
    struct Word {
        std::string_view written;
        CareStatus status;
    };
    static constexpr std::array<Word, 9> words_known{{{"section 20", CareStatus::section_20},
                                                      {"s20", CareStatus::section_20},
                                                      {"accommodated", CareStatus::section_20},
                                                      {"order", CareStatus::by_order},
                                                      {"care order", CareStatus::by_order},
                                                      {"previously", CareStatus::previously},
                                                      {"never", CareStatus::never},
                                                      {"no", CareStatus::never},
                                                      {"n", CareStatus::never}}};
    for (const auto& word : words_known)
        if (same_letters(words, word.written)) return word.status;
    return std::nullopt;
}

} // namespace onroll::people::imports_words
