// Finds schools by what people type: a name with mistakes, a number, a town, a postcode. An index
// in memory, built from the list of schools in about a tenth of a second for 26,000 and asked in
// well under a millisecond. Pure: no clock, no database. Source: our convention
// (docs/decisions/2026-11-21-school-search-in-memory.md).
#pragma once

#include "places/types.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace onroll::places {

/// Words as they are compared: lower case, without accents and apostrophes, with the common short
/// forms made one (saint and st; Church of England, C of E and CE; Roman Catholic, Catholic and RC;
/// & and "and"), and without "the", "of", "and". Source: spellings in the register of schools.
std::vector<std::string> search_words(std::string_view text);

enum class MatchedBy : std::uint8_t { number, postcode, words };

struct SchoolMatch {
    Urn urn;
    double score = 0; ///< higher is better; comparable only within one search
    MatchedBy by = MatchedBy::words;
};

/// A school with why it was found.
struct FoundSchool {
    School school;
    MatchedBy by = MatchedBy::words;
};

class SchoolIndex {
public:
    SchoolIndex() = default;
    /// `authority_names` lets "camden primary" find a school by its area.
    SchoolIndex(std::span<const School> schools,
                const std::map<LaCode, std::string>& authority_names);

    /// The schools that fit best, best first, at most `limit`. Six digits are a URN and seven a
    /// LAESTAB, present or former. An open school comes before a closed one that fits as well.
    /// Nothing for blank text.
    std::vector<SchoolMatch> find(std::string_view text, std::size_t limit) const;

    std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        Urn urn;
        bool open = true;
        std::uint8_t name_words = 0;
        std::string folded_name;
    };
    struct Posting {
        std::uint32_t entry;
        float weight;
    };
    struct WordMatch {
        std::uint32_t word;
        float likeness;
    };

    void add(const School& school, const std::map<LaCode, std::string>& authority_names);
    void add_words(std::uint32_t entry, std::string_view text, float weight);
    void finish();
    std::vector<SchoolMatch> by_number(std::string_view text, std::size_t limit) const;
    std::vector<SchoolMatch> by_postcode(std::string_view text, std::size_t limit) const;
    std::vector<SchoolMatch> by_words(std::string_view text, std::size_t limit) const;
    std::vector<WordMatch> like(const std::string& word) const;
    double rarity(std::uint32_t word) const;

    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::uint32_t> word_numbers_;
    std::vector<std::string> words_;
    std::vector<std::uint32_t> sorted_words_;
    std::vector<std::vector<Posting>> postings_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> words_with_trigram_;
    std::unordered_multimap<int, std::uint32_t> by_urn_;
    std::unordered_multimap<int, std::uint32_t> by_laestab_;
    std::vector<std::pair<std::string, std::uint32_t>> postcodes_; ///< without spaces, sorted
};

} // namespace onroll::places
