#include "places/rules_search.h"

#include "kernel/whole_characters.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>

namespace onroll::places {

namespace rules_search_detail {

// A word of the area as it was typed weighs more than a word of a name that is only like it:
// "st marys sheffield" means Sheffield before Shenfield. Where a list has no towns, the area stands
// for them.
constexpr float name_weight = 1.0F, town_weight = 0.9F, authority_weight = 0.85F;
constexpr double least_score = 0.55;

std::string digits_of(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (std::isdigit(static_cast<unsigned char>(c)))
            digits += c;
        else if (c != ' ' && c != '/' && c != '-' && c != '.')
            return "";
    }
    return digits;
}

std::string compact_postcode(std::string_view text)
{
    std::string kept;
    for (const char c : text)
        if (c != ' ') kept += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return kept;
}

/// One or two letters, one or two digits or a digit and a letter, then nothing, a digit, or a digit
/// and up to two letters.
bool looks_like_postcode(std::string_view text)
{
    std::size_t at = 0;
    const auto letter = [&] { return at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; };
    const auto digit = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    const auto start = at;
    while (letter() && at - start < 2) ++at;
    if (at == start || !digit()) return false;
    ++at;
    if (at < text.size() && (digit() || letter())) ++at;
    if (digit()) ++at;
    for (int i = 0; i < 2 && letter(); ++i) ++at;
    return at == text.size();
}

std::uint32_t trigram(const std::string& text, std::size_t at)
{
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]) << 16 |
                                      static_cast<unsigned char>(text[at + 1]) << 8 |
                                      static_cast<unsigned char>(text[at + 2]));
}

/// Letters to insert, remove, change or swap with a neighbour; stops counting past `most`. Optimal
/// string alignment.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most)
{
    constexpr std::size_t longest = 40;
    const auto gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (gap > most || a.size() > longest || b.size() > longest) return most + 1;
    std::array<std::array<std::size_t, longest + 1>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i + 2) % 3];
        const auto& two_above = rows[(i + 1) % 3];
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most) return most + 1;
    }
    return rows[a.size() % 3][b.size()];
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

void best_first(std::vector<SchoolMatch>& matches, std::size_t limit)
{
    std::sort(matches.begin(), matches.end(), [](const SchoolMatch& a, const SchoolMatch& b) {
        return a.score != b.score ? a.score > b.score : a.urn < b.urn;
    });
    if (matches.size() > limit)
        matches.erase(matches.begin() + static_cast<std::ptrdiff_t>(limit), matches.end());
}

} // namespace rules_search_detail

SchoolIndex::SchoolIndex(std::span<const School> schools,
                         const std::map<LaCode, std::string>& authority_names)
{
    entries_.reserve(schools.size());
    for (const auto& school : schools) add(school, authority_names);
    finish();
}

void SchoolIndex::add(const School& school, const std::map<LaCode, std::string>& authority_names)
{
    using namespace rules_search_detail;
    const auto entry = static_cast<std::uint32_t>(entries_.size());
    const auto name = search_words(school.name);
    entries_.push_back({school.urn, school.status != SchoolStatus::closed,
                        static_cast<std::uint8_t>(std::min<std::size_t>(name.size(), 255)),
                        joined(name)});
    add_words(entry, school.name, name_weight);
    add_words(entry, school.town, town_weight);
    add_words(entry, school.locality, town_weight);
    const auto authority = authority_names.find(school.authority);
    if (authority != authority_names.end()) add_words(entry, authority->second, authority_weight);
    by_urn_.emplace(school.urn.number(), entry);
    if (school.laestab) by_laestab_.emplace(school.laestab->number(), entry);
    for (const auto& former : school.former_laestabs) by_laestab_.emplace(former.number(), entry);
    if (!school.postcode.empty()) postcodes_.emplace_back(compact_postcode(school.postcode), entry);
}

void SchoolIndex::add_words(std::uint32_t entry, std::string_view text, float weight)
{
    if (text.empty()) return;
    for (auto& word : search_words(text)) {
        const auto [found, fresh] =
            word_numbers_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
        if (fresh) {
            words_.push_back(word);
            postings_.emplace_back();
        }
        auto& postings = postings_[found->second];
        // A word of the name that is also the town's counts once, as the name's.
        if (!postings.empty() && postings.back().entry == entry) continue;
        postings.push_back({entry, weight});
    }
}

void SchoolIndex::finish()
{
    sorted_words_.resize(words_.size());
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
        sorted_words_[i] = i;
        if (words_[i].size() < 3 || words_[i].size() > 40) continue;
        const auto padded = "^" + words_[i] + "$";
        for (std::size_t at = 0; at + 3 <= padded.size(); ++at) {
            auto& words = words_with_trigram_[rules_search_detail::trigram(padded, at)];
            if (words.empty() || words.back() != i) words.push_back(i);
        }
    }
    std::sort(sorted_words_.begin(), sorted_words_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return words_[a] < words_[b]; });
    std::sort(postcodes_.begin(), postcodes_.end());
}

std::vector<SchoolMatch> SchoolIndex::find(std::string_view text, std::size_t limit) const
{
    // Nobody types more; a longer text would only cost time.
    const auto typed = whole_characters(text, 200);
    auto matches = by_number(typed, limit);
    if (matches.empty()) matches = by_postcode(typed, limit);
    if (matches.empty()) matches = by_words(typed, limit);
    return matches;
}

std::vector<SchoolMatch> SchoolIndex::by_number(std::string_view text, std::size_t limit) const
{
    const auto digits = rules_search_detail::digits_of(text);
    std::vector<SchoolMatch> matches;
    if (digits.size() != 6 && digits.size() != 7) return matches;
    const auto& numbers = digits.size() == 6 ? by_urn_ : by_laestab_;
    const auto [first, last] = numbers.equal_range(std::stoi(digits));
    for (auto at = first; at != last; ++at) {
        const auto& entry = entries_[at->second];
        matches.push_back({entry.urn, entry.open ? 2.0 : 1.0, MatchedBy::number});
    }
    rules_search_detail::best_first(matches, limit);
    return matches;
}

std::vector<SchoolMatch> SchoolIndex::by_postcode(std::string_view text, std::size_t limit) const
{
    const auto wanted = rules_search_detail::compact_postcode(text);
    std::vector<SchoolMatch> matches;
    if (!rules_search_detail::looks_like_postcode(wanted)) return matches;
    auto at = std::lower_bound(postcodes_.begin(), postcodes_.end(),
                               std::pair<std::string, std::uint32_t>(wanted, 0));
    for (; at != postcodes_.end() && at->first.starts_with(wanted); ++at) {
        // "S1" is the district S1 and not S10: what follows a district is three characters.
        const auto rest = at->first.size() - wanted.size();
        const bool district =
            std::isdigit(static_cast<unsigned char>(wanted.back())) == 0 || rest <= 3;
        if (!district) continue;
        const auto& entry = entries_[at->second];
        matches.push_back(
            {entry.urn, (rest == 0 ? 2.0 : 1.0) + (entry.open ? 0.5 : 0.0), MatchedBy::postcode});
    }
    rules_search_detail::best_first(matches, limit);
    return matches;
}

/// log(1 + schools / schools with the word), at most as for a word that one school has.
double SchoolIndex::rarity(std::uint32_t word) const
{
    return std::log(1.0 +
                    static_cast<double>(entries_.size()) /
                        static_cast<double>(std::max<std::size_t>(postings_[word].size(), 1)));
}

/// The words in use that `word` may stand for: itself, words that begin with it, words with few
/// letters different.
std::vector<SchoolIndex::WordMatch> SchoolIndex::like(const std::string& word) const
{
    using namespace rules_search_detail;
    std::vector<WordMatch> matches;
    const auto exact = word_numbers_.find(word);
    if (exact != word_numbers_.end()) matches.push_back({exact->second, 1.0F});
    if (word.size() >= 2) {
        auto at = std::lower_bound(
            sorted_words_.begin(), sorted_words_.end(), word,
            [&](std::uint32_t i, const std::string& text) { return words_[i] < text; });
        for (; at != sorted_words_.end() && words_[*at].starts_with(word); ++at)
            if (words_[*at].size() > word.size())
                matches.push_back({*at, 0.7F + 0.25F * static_cast<float>(word.size()) /
                                                   static_cast<float>(words_[*at].size())});
    }
    if (word.size() < 4 || word.size() > 40) return matches;
    // Two letters swapped can leave a short word without one trigram of its own, so these are tried
    // directly.
    auto swapped = word;
    for (std::size_t at = 0; at + 1 < word.size(); ++at) {
        if (word[at] == word[at + 1]) continue;
        std::swap(swapped[at], swapped[at + 1]);
        const auto found = word_numbers_.find(swapped);
        if (found != word_numbers_.end()) matches.push_back({found->second, 0.85F});
        std::swap(swapped[at], swapped[at + 1]);
    }
    // A longer word that begins nothing may be two letters out: "tidmor" for Tidemoor.
    const bool far = word.size() >= 8 || (word.size() >= 6 && matches.empty());
    const std::size_t most = far ? 2 : 1;
    const auto padded = "^" + word + "$";
    std::unordered_map<std::uint32_t, std::size_t> shared;
    for (std::size_t at = 0; at + 3 <= padded.size(); ++at) {
        const auto found = words_with_trigram_.find(trigram(padded, at));
        if (found == words_with_trigram_.end()) continue;
        for (const auto candidate : found->second) ++shared[candidate];
    }
    // One changed letter spoils three trigrams at most, two swapped ones four.
    const auto all = padded.size() - 2;
    const std::size_t fewest = word.size() < 8 && far ? 2 : 1;
    const auto needed = all > 4 * most + fewest ? all - 4 * most : fewest;
    for (const auto& [candidate, count] : shared) {
        if (count < needed || words_[candidate] == word) continue;
        const auto apart = distance(word, words_[candidate], most);
        if (apart > most) continue;
        const auto length = static_cast<float>(std::max(word.size(), words_[candidate].size()));
        matches.push_back({candidate, 0.9F - static_cast<float>(apart) / length});
    }
    return matches;
}

std::vector<SchoolMatch> SchoolIndex::by_words(std::string_view text, std::size_t limit) const
{
    using namespace rules_search_detail;
    auto words = search_words(text);
    if (words.size() > 12) words.resize(12);
    std::vector<SchoolMatch> matches;
    std::vector<float> score(entries_.size(), 0.0F), best(entries_.size(), 0.0F);
    std::vector<std::uint32_t> touched, seen;
    double whole = 0;
    for (const auto& word : words) {
        const auto likely = like(word);
        double weight = std::log(1.0 + static_cast<double>(entries_.size()));
        float surest = 0.0F;
        for (const auto& match : likely) {
            if (match.likeness <= surest) continue;
            surest = match.likeness;
            weight = rarity(match.word);
        }
        whole += weight;
        touched.clear();
        for (const auto& match : likely) {
            for (const auto& posting : postings_[match.word]) {
                const auto value = match.likeness * posting.weight;
                if (best[posting.entry] == 0.0F) touched.push_back(posting.entry);
                best[posting.entry] = std::max(best[posting.entry], value);
            }
        }
        for (const auto entry : touched) {
            if (score[entry] == 0.0F) seen.push_back(entry);
            score[entry] += best[entry] * static_cast<float>(weight);
            best[entry] = 0.0F;
        }
    }
    if (whole <= 0) return matches;
    const auto folded = joined(words);
    for (const auto i : seen) {
        const auto& entry = entries_[i];
        auto value = static_cast<double>(score[i]) / whole;
        if (value < least_score) continue;
        const auto surplus = entry.name_words > words.size() ? entry.name_words - words.size() : 0;
        value += 0.1 / (1.0 + static_cast<double>(surplus));
        if (entry.folded_name == folded)
            value += 0.5;
        else if (entry.folded_name.starts_with(folded))
            value += 0.1;
        if (!entry.open) value -= 0.08;
        matches.push_back({entry.urn, value, MatchedBy::words});
    }
    best_first(matches, limit);
    return matches;
}

} // namespace onroll::places
