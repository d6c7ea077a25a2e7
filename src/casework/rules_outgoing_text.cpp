// Finds protected words in a text. Both are cut into tokens of letters and digits, folded, with the
// usual short forms made one; then compared without the gaps between tokens, so that neither a line
// end, a table's cell nor a missing space hides an address. Where that finds nothing, words are
// compared by how alike they are.
#include "casework/rules_outgoing.h"

#include "people/rules_search.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <tuple>

namespace onroll::casework {
namespace rules_outgoing_text_detail {

struct Token {
    std::string folded;
    std::size_t from = 0; ///< bytes of the text
    std::size_t until = 0;
};

/// How many bytes of a character that is not seen at all stand here: soft hyphens, joiners, marks.
std::size_t unseen_at(std::string_view text, std::size_t at)
{
    static constexpr std::array<std::string_view, 7> unseen{
        "\xC2\xAD",     "\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D",
        "\xE2\x81\xA0", "\xEF\xBB\xBF", "\xE2\x80\x99"};
    for (const auto one : unseen)
        if (text.substr(at, one.size()) == one) return one.size();
    return text[at] == '\'' ? 1 : 0;
}

/// How many bytes a space or dash takes that is not ASCII; 0 for a letter.
std::size_t gap_at(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    if (byte(at) == 0xC2 && byte(at + 1) == 0xA0) return 2;
    // U+2000 to U+206F, general punctuation.
    if (byte(at) == 0xE2 && (byte(at + 1) == 0x80 || byte(at + 1) == 0x81)) return 3;
    return 0;
}

std::vector<Token> tokens_of(std::string_view text)
{
    std::vector<Token> tokens;
    std::string word;
    std::size_t from = 0, until = 0;
    const auto end_word = [&] {
        if (word.empty()) return;
        auto folded = people::folded(word);
        folded.erase(std::remove(folded.begin(), folded.end(), ' '), folded.end());
        if (!folded.empty()) tokens.push_back({std::move(folded), from, until});
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (const auto unseen = unseen_at(text, at)) {
            at += unseen;
        } else if (text[at] == '&') {
            end_word();
            tokens.push_back({"and", at, at + 1});
            ++at;
        } else if (const auto gap = gap_at(text, at)) {
            end_word();
            at += gap;
        } else if (byte >= 0x80 || std::isalnum(byte)) {
            if (word.empty()) from = at;
            word += text[at++];
            until = at;
        } else {
            end_word();
            ++at;
        }
    }
    end_word();
    return tokens;
}

/// One short form for each of the words that addresses and schools are shortened by.
std::string shortened(const std::string& word)
{
    static const std::map<std::string, std::string, std::less<>> forms{
        {"street", "st"},    {"str", "st"},        {"saint", "st"},   {"saints", "sts"},
        {"road", "rd"},      {"avenue", "ave"},    {"av", "ave"},     {"lane", "ln"},
        {"close", "cl"},     {"court", "ct"},      {"crt", "ct"},     {"drive", "dr"},
        {"drv", "dr"},       {"crescent", "cres"}, {"cresc", "cres"}, {"place", "pl"},
        {"square", "sq"},    {"terrace", "ter"},   {"terr", "ter"},   {"gardens", "gdns"},
        {"grove", "gr"},     {"park", "pk"},       {"house", "hse"},  {"apartment", "flat"},
        {"apt", "flat"},     {"mount", "mt"},      {"north", "n"},    {"south", "s"},
        {"east", "e"},       {"west", "w"},        {"school", "sch"}, {"academy", "acad"},
        {"primary", "prim"}, {"secondary", "sec"}, {"high", "hi"},    {"one", "1"},
        {"two", "2"},        {"three", "3"},       {"four", "4"},     {"five", "5"},
        {"six", "6"},        {"seven", "7"},       {"eight", "8"},    {"nine", "9"},
        {"ten", "10"},       {"eleven", "11"},     {"twelve", "12"}};
    const auto found = forms.find(word);
    return found == forms.end() ? word : found->second;
}

enum class Form { as_written, short_form };

/// The tokens without the gaps, and which token each byte is of.
struct Squeezed {
    std::string text;
    std::vector<std::size_t> token_at;
};

Squeezed squeezed(const std::vector<Token>& tokens, Form form)
{
    Squeezed all;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto word = form == Form::as_written ? tokens[i].folded : shortened(tokens[i].folded);
        all.text += word;
        all.token_at.insert(all.token_at.end(), word.size(), i);
    }
    return all;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether a word may begin at this byte: at a token, or where digits meet letters.
bool is_edge(const Squeezed& all, std::size_t at)
{
    return at == 0 || at >= all.text.size() || all.token_at[at] != all.token_at[at - 1] ||
           is_digit(all.text[at]) != is_digit(all.text[at - 1]);
}

struct Span {
    std::size_t from = 0; ///< bytes of the text
    std::size_t until = 0;
    bool close_spelling = false;
};

void find_exact(const std::vector<Token>& tokens, const Squeezed& hay, const std::string& needle,
                std::vector<Span>& spans)
{
    if (needle.size() < 3) return;
    for (auto at = hay.text.find(needle); at != std::string::npos;
         at = hay.text.find(needle, at + 1)) {
        if (!is_edge(hay, at) || !is_edge(hay, at + needle.size())) continue;
        spans.push_back({tokens[hay.token_at[at]].from,
                         tokens[hay.token_at[at + needle.size() - 1]].until, false});
    }
}

std::size_t changes_between(const std::string& one, const std::string& other)
{
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        auto corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const auto above = row[j];
            row[j] = std::min(
                {row[j] + 1, row[j - 1] + 1, corner + (one[i - 1] == other[j - 1] ? 0U : 1U)});
            corner = above;
        }
    }
    return row.back();
}

/// Numbers must be the same; words of five letters or more may differ by a slip, or sound alike.
bool alike(const std::string& one, const std::string& other)
{
    if (one == other) return true;
    if (std::any_of(one.begin(), one.end(), is_digit) ||
        std::any_of(other.begin(), other.end(), is_digit))
        return false;
    const auto shorter = std::min(one.size(), other.size());
    const auto longer = std::max(one.size(), other.size());
    if (shorter < 4 || longer - shorter > 3) return false;
    const auto changes = changes_between(one, other);
    if (longer >= 5 && changes <= (longer >= 9 ? 2U : 1U)) return true;
    return shorter >= 5 && people::sound_of(one) == people::sound_of(other) &&
           people::likeness(one, other) >= 0.85;
}

void find_alike(const std::vector<Token>& tokens, const std::vector<Token>& needle,
                std::vector<Span>& spans)
{
    // A house's name alone is too short a thing to guess at.
    if (needle.size() < 2 || tokens.size() < needle.size()) return;
    for (std::size_t i = 0; i + needle.size() <= tokens.size(); ++i) {
        bool all = true;
        for (std::size_t k = 0; all && k < needle.size(); ++k)
            all = alike(shortened(tokens[i + k].folded), shortened(needle[k].folded));
        if (all) spans.push_back({tokens[i].from, tokens[i + needle.size() - 1].until, true});
    }
}

/// "07700 900123" may also be written with the country's number before it.
std::vector<std::string> forms_of_phone(const std::string& words)
{
    std::string digits;
    for (const char c : words)
        if (is_digit(c)) digits += c;
    if (digits.starts_with("0044"))
        digits.erase(0, 4);
    else if (digits.starts_with("44") && digits.size() > 10)
        digits.erase(0, 2);
    if (digits.starts_with("0")) digits.erase(0, 1);
    if (digits.size() < 6) return {};
    return {"0" + digits, "44" + digits, "0044" + digits, "440" + digits};
}

/// Spans of one word, those inside others left out.
std::vector<Span> spans_of(const std::vector<Token>& tokens, const Squeezed& written,
                           const Squeezed& shorter, const ProtectedWord& word)
{
    std::vector<Span> spans;
    if (word.kind == ProtectedKind::phone) {
        for (const auto& form : forms_of_phone(word.words))
            find_exact(tokens, written, form, spans);
        return spans;
    }
    const auto needle = tokens_of(word.words);
    find_exact(tokens, written, squeezed(needle, Form::as_written).text, spans);
    if (word.kind == ProtectedKind::postcode || word.kind == ProtectedKind::email) return spans;
    find_exact(tokens, shorter, squeezed(needle, Form::short_form).text, spans);
    if (spans.empty()) find_alike(tokens, needle, spans);
    return spans;
}

struct Place {
    Span span;
    const ProtectedWord* word = nullptr;
};

/// What is found in a text, in order, each place once: the longest that begins first.
std::vector<Place> places_in(std::string_view text, const std::vector<ProtectedWord>& words)
{
    const auto tokens = tokens_of(text);
    const auto written = squeezed(tokens, Form::as_written);
    const auto shorter = squeezed(tokens, Form::short_form);
    std::vector<Place> all;
    for (const auto& word : words)
        for (const auto& span : spans_of(tokens, written, shorter, word))
            all.push_back({span, &word});
    std::stable_sort(all.begin(), all.end(), [](const Place& one, const Place& other) {
        return std::make_tuple(one.span.from, other.span.until) <
               std::make_tuple(other.span.from, one.span.until);
    });
    std::vector<Place> places;
    for (const auto& place : all)
        if (places.empty() || place.span.from >= places.back().span.until) places.push_back(place);
    return places;
}

/// The end of the character that `at` is inside of.
std::size_t whole_character(std::string_view text, std::size_t at)
{
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return at;
}

bool is_gap(char c)
{
    return static_cast<unsigned char>(c) <= 0x20;
}

std::string on_one_line(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        if (!is_gap(c))
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

std::string hidden(std::string_view text, const std::vector<Place>& places)
{
    std::string shown;
    std::size_t at = 0;
    for (const auto& place : places) {
        shown += text.substr(at, place.span.from - at);
        shown += "[withheld]";
        at = place.span.until;
    }
    return shown + std::string(text.substr(at));
}

/// About sixty bytes before and after a place, in whole words, with every place hidden; "…" where
/// the text goes on.
std::string around(std::string_view text, const std::vector<Place>& places, const Span& span)
{
    constexpr std::size_t reach = 60;
    // Gaps at its ends are no text that goes on.
    std::size_t first = 0;
    while (first < span.from && is_gap(text[first])) ++first;
    while (text.size() > span.until && is_gap(text.back())) text.remove_suffix(1);
    auto from = std::max(first, span.from > reach ? span.from - reach : 0);
    while (from > first && from < span.from && !is_gap(text[from - 1])) ++from;
    auto until = std::min(text.size(), span.until + reach);
    while (until < text.size() && until > span.until && !is_gap(text[until])) --until;
    std::vector<Place> near;
    for (auto place : places) {
        if (place.span.until <= from || place.span.from >= until) continue;
        place.span.from = std::max(place.span.from, from) - from;
        place.span.until = std::min(place.span.until, until) - from;
        near.push_back(place);
    }
    return on_one_line((from > first ? "… " : "") + hidden(text.substr(from, until - from), near) +
                       (until < text.size() ? " …" : ""));
}

} // namespace rules_outgoing_text_detail
using namespace rules_outgoing_text_detail;

std::vector<OutgoingHit> hits_in(const std::vector<OutgoingText>& texts,
                                 const std::vector<ProtectedWord>& words)
{
    std::vector<OutgoingHit> hits;
    for (const auto& text : texts) {
        const auto places = places_in(text.words, words);
        for (const auto& place : places) {
            OutgoingHit hit{place.word->kind, place.word->whose, text.place,
                            around(text.words, places, place.span), place.span.close_spelling};
            // A page may have been read in two ways.
            const bool again = std::any_of(hits.begin(), hits.end(), [&](const OutgoingHit& one) {
                return one.place == hit.place && one.kind == hit.kind && one.whose == hit.whose &&
                       one.around == hit.around;
            });
            if (!again) hits.push_back(std::move(hit));
        }
    }
    return hits;
}

std::string without_protected(std::string_view text, const std::vector<ProtectedWord>& words)
{
    return hidden(text, places_in(text, words));
}

std::string with_initials(std::string_view text, const std::vector<std::string>& names)
{
    std::vector<ProtectedWord> words;
    for (const auto& name : names)
        if (!name.empty()) words.push_back({ProtectedKind::email, name, {}}); // exact alone
    std::string shown;
    std::size_t at = 0;
    for (const auto& place : places_in(text, words)) {
        shown += text.substr(at, place.span.from - at);
        for (const auto& word : people::name_words(place.word->words)) {
            const auto first = whole_character(word, 1);
            std::string letter = word.substr(0, first);
            if (letter.size() == 1)
                letter[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(letter[0])));
            shown += letter + ".";
        }
        at = place.span.until;
    }
    return shown + std::string(text.substr(at));
}

} // namespace onroll::casework
