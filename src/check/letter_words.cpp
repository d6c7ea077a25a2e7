#include "check/letter_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>
#include <utility>

namespace onroll::check {

namespace letter_words_detail {

constexpr std::array month_names{"january",   "february", "march",    "april",
                                 "may",       "june",     "july",     "august",
                                 "september", "october",  "november", "december"};
constexpr std::array short_months{"jan", "feb", "mar",  "apr", "jun", "jul",
                                  "aug", "sep", "sept", "oct", "nov", "dec"};
constexpr std::array weekdays{"monday",   "tuesday", "wednesday", "thursday", "friday",
                              "saturday", "mon",     "tue",       "tues",     "wed",
                              "weds",     "thu",     "thurs",     "fri"};
constexpr std::array<std::pair<const char*, int>, 29> numbers{
    {{"half", 1},        {"one", 2},        {"two", 4},         {"three", 6},
     {"four", 8},        {"five", 10},      {"six", 12},        {"seven", 14},
     {"eight", 16},      {"nine", 18},      {"ten", 20},        {"eleven", 22},
     {"twelve", 24},     {"thirteen", 26},  {"fourteen", 28},   {"fifteen", 30},
     {"sixteen", 32},    {"seventeen", 34}, {"eighteen", 36},   {"nineteen", 38},
     {"twenty", 40},     {"thirty", 60},    {"forty", 80},      {"fortyfive", 90},
     {"forty-five", 90}, {"fifty", 100},    {"twentyfive", 50}, {"twenty-five", 50},
     {"sixty", 120}}};
/// What a full stop after it does not end a sentence.
constexpr std::array abbreviations{"mr", "mrs", "ms",  "dr",  "e.g",  "i.e", "no",  "tel",  "st",
                                   "rd", "ave", "a.m", "p.m", "para", "ext", "inc", "dept", "rev"};
constexpr std::array child_words{"child",   "son",     "daughter",  "pupil", "student",
                                 "child's", "pupil's", "student's", "son's", "daughter's",
                                 "pupils",  "childs",  "learner"};

template <class List>
bool holds(const List& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// One character of the evened-out text and where it came from.
struct Letter {
    char as = ' ';
    std::uint32_t at = 0;
    bool capital = false;
};

bool is_letter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// What one character beyond ASCII stands for, and how many bytes it took.
std::pair<std::string_view, std::size_t> evened(std::string_view rest)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 23> known{
        {{"\u2018", "'"},    {"\u2019", "'"},      {"\u201c", "\""},   {"\u201d", "\""},
         {"\u2010", "-"},    {"\u2011", "-"},      {"\u2012", "-"},    {"\u2013", " - "},
         {"\u2014", " - "},  {"\u00a0", " "},      {"\u2022", "\n* "}, {"\u25cf", "\n* "},
         {"\u25aa", "\n* "}, {"\u00b7", "\n* "},   {"\uf0b7", "\n* "}, {"\ufb01", "fi"},
         {"\ufb02", "fl"},   {"\u00bd", " half "}, {"\u2026", "."},    {"\u00a3", " pounds "},
         {"\u00ad", ""},     {"\u200b", ""},       {"\ufeff", ""}}};
    for (const auto& [from, to] : known)
        if (rest.starts_with(from)) return {to, from.size()};
    std::size_t length = 1;
    while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xc0) == 0x80)
        ++length;
    const auto lead = static_cast<unsigned char>(rest.front());
    return {lead >= 0xc0 ? "x" : "", length};
}

/// The text in plain characters, each with its place. Words broken over a line are joined.
std::vector<Letter> even_out(std::string_view text)
{
    std::vector<Letter> out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto at = static_cast<std::uint32_t>(i);
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x80) {
            const auto [words, bytes] = evened(text.substr(i));
            for (const char letter : words) out.push_back({letter, at});
            i += bytes;
            continue;
        }
        ++i;
        if (c == '\n' && out.size() >= 2 && out.back().as == '-' &&
            is_letter(out[out.size() - 2].as) && i < text.size() &&
            std::islower(static_cast<unsigned char>(text[i])) != 0) {
            out.pop_back();
            continue;
        }
        if (c == '\r') continue;
        const bool capital = c >= 'A' && c <= 'Z';
        const char plain = c == '\t' ? ' ' : c == '|' ? 'l' : c;
        out.push_back({capital ? static_cast<char>(c - 'A' + 'a') : plain, at, capital});
    }
    return out;
}

/// A digit between letters is a slip of scanning: "exc1usion", "schoo1", "g0vernors".
void mend_scanning(std::vector<Letter>& letters)
{
    for (std::size_t i = 1; i < letters.size(); ++i) {
        auto& one = letters[i].as;
        if ((one != '0' && one != '1') || !is_letter(letters[i - 1].as)) continue;
        const bool before = i >= 2 && is_letter(letters[i - 2].as);
        const bool after = i + 1 < letters.size() && is_letter(letters[i + 1].as);
        if (after || (before && (i + 1 == letters.size() || letters[i + 1].as == ' ')))
            one = one == '0' ? 'o' : 'l';
    }
}

bool part_of_word(char c)
{
    return is_letter(c) || is_digit(c) || c == '\'' || c == '@' || c == '/' || c == '-' ||
           c == '_' || c == '+' || c == '\x23' || c == '%';
}

class Cutter {
public:
    std::set<std::string> names; ///< what the letter calls the child
    Cutter(LetterText& out, const std::vector<Letter>& letters) : out_(out), letters_(letters) {}

    void cut()
    {
        for (std::size_t i = 0; i < letters_.size();) {
            const char c = letters_[i].as;
            if (c == '\n') {
                i = after_line(i);
            } else if (part_of_word(c)) {
                i = take_word(i);
            } else {
                if (c == '.' || c == '!' || c == '?' || c == ';') end_at_stop(i, c);
                ++i;
            }
        }
        end_sentence();
    }

private:
    /// A blank line ends a paragraph; a line that begins an item of a list ends a sentence.
    std::size_t after_line(std::size_t i)
    {
        std::size_t lines = 0;
        while (i < letters_.size() && (letters_[i].as == '\n' || letters_[i].as == ' ')) {
            lines += letters_[i].as == '\n';
            ++i;
        }
        const bool item = i < letters_.size() && begins_an_item(i);
        if (lines > 1 || item) end_sentence();
        if (lines > 1 && !item) ++paragraph_;
        return i;
    }
    bool begins_an_item(std::size_t i) const
    {
        const auto next = [&](std::size_t ahead) {
            return i + ahead < letters_.size() ? letters_[i + ahead].as : '\n';
        };
        const char c = next(0);
        if ((c == '*' || c == '-') && next(1) == ' ') return true;
        const bool marked = is_digit(c) || is_letter(c);
        return marked && (next(1) == ')' || (is_digit(c) && next(1) == '.')) && next(2) == ' ';
    }
    std::size_t take_word(std::size_t i)
    {
        const auto begin = i;
        std::string word;
        while (i < letters_.size()) {
            const char c = letters_[i].as;
            const bool inner = (c == '.' || c == ':') && i + 1 < letters_.size() &&
                               (is_letter(letters_[i + 1].as) || is_digit(letters_[i + 1].as) ||
                                (c == ':' && letters_[i + 1].as == '/'));
            if (!part_of_word(c) && !inner) break;
            word += c;
            ++i;
        }
        while (!word.empty() && (word.back() == '\'' || word.back() == '-')) word.pop_back();
        while (!word.empty() && (word.front() == '\'' || word.front() == '-')) word.erase(0, 1);
        if (word.empty()) return i;
        if (sentence_.words.empty()) sentence_.from = letters_[begin].at;
        sentence_.until = i < letters_.size() ? letters_[i].at : out_.text.size();
        sentence_.words.push_back({std::move(word)});
        capitals_.push_back(letters_[begin].capital);
        return i;
    }
    void end_at_stop(std::size_t i, char c)
    {
        const bool spaced = i + 1 >= letters_.size() || letters_[i + 1].as == ' ' ||
                            letters_[i + 1].as == '\n' || letters_[i + 1].as == '"';
        if (sentence_.words.empty() || (c == '.' && !spaced)) return;
        const auto& last = sentence_.words.back().text;
        if (c == '.' && (last.size() == 1 || holds(abbreviations, last))) return;
        sentence_.until = std::min<std::size_t>(letters_[i].at + 1, out_.text.size());
        end_sentence();
    }
    void end_sentence()
    {
        if (!sentence_.words.empty()) {
            sentence_.paragraph = paragraph_;
            note_name();
            out_.sentences.push_back(std::move(sentence_));
        }
        sentence_ = {};
        capitals_.clear();
    }
    /// "to suspend Jordan", "Jordan has been excluded": what the letter calls the child.
    void note_name()
    {
        const auto& words = sentence_.words;
        static constexpr std::array acts{"suspend", "suspended", "suspending",
                                         "exclude", "excluded",  "excluding"};
        static constexpr std::array not_names{"from", "for",         "on",     "the", "your",
                                              "i",    "headteacher", "school", "he",  "she",
                                              "they", "this",        "mr",     "mrs"};
        const auto name_at = [&](std::size_t i) {
            if (i < words.size() && capitals_[i] && !holds(not_names, words[i].text) &&
                !holds(weekdays, words[i].text) && !holds(month_names, words[i].text))
                names.insert(words[i].text);
        };
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!holds(acts, words[i].text)) continue;
            name_at(i + 1);
            std::size_t back = i;
            static constexpr std::array before{"been", "has", "is",   "being",
                                               "was",  "be",  "will", "have"};
            while (back > 0 && holds(before, words[back - 1].text)) --back;
            if (back > 0 && back < i) name_at(back - 1);
        }
    }

    LetterText& out_;
    const std::vector<Letter>& letters_;
    LetterSentence sentence_;
    std::vector<bool> capitals_;
    std::size_t paragraph_ = 0;
};

std::optional<int> half_days_of(std::string_view word)
{
    for (const auto& [name, half_days] : numbers)
        if (word == name) return half_days;
    int whole = 0;
    std::size_t i = 0;
    for (; i < word.size() && is_digit(word[i]); ++i) {
        if (i == 4) return std::nullopt;
        whole = whole * 10 + (word[i] - '0');
    }
    if (i == 0) return std::nullopt;
    if (i == word.size()) return whole * 2;
    if (word.substr(i) == ".5") return whole * 2 + 1;
    return std::nullopt;
}

bool is_ordinal(std::string_view word)
{
    std::size_t i = 0;
    while (i < word.size() && is_digit(word[i])) ++i;
    const auto rest = word.substr(i);
    return i > 0 && i <= 2 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th");
}

bool is_written_date(std::string_view word)
{
    std::size_t digits = 0, marks = 0;
    for (const char c : word) {
        if (is_digit(c))
            ++digits;
        else if (c == '/' || c == '.' || c == '-')
            ++marks;
        else
            return false;
    }
    return marks == 2 && digits >= 4 && digits <= 8;
}

bool is_postcode_end(const std::string& word, const std::string& before)
{
    return word.size() == 3 && is_digit(word[0]) && is_letter(word[1]) && is_letter(word[2]) &&
           before.size() >= 2 && before.size() <= 4 && is_letter(before[0]) &&
           std::any_of(before.begin(), before.end(), is_digit);
}

void mark(LetterWord& word, WordKind kind)
{
    word.kinds = static_cast<std::uint8_t>(word.kinds | static_cast<std::uint8_t>(kind));
}

void mark_dates(std::vector<LetterWord>& words)
{
    const auto is_month = [](const std::string& word) {
        return holds(month_names, word) || holds(short_months, word);
    };
    const auto is_day = [](const LetterWord& word) {
        return is_ordinal(word.text) ||
               (word.is(WordKind::number) && word.half_days <= 62 && is_digit(word.text[0]));
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto& word = words[i];
        if (holds(weekdays, word.text) || is_written_date(word.text)) mark(word, WordKind::date);
        if (!is_month(word.text)) continue;
        if (i > 0 && is_day(words[i - 1]))
            mark(words[i - 1], WordKind::date), mark(word, WordKind::date);
        if (i > 1 && words[i - 1].text == "of" && is_day(words[i - 2]))
            mark(words[i - 2], WordKind::date), mark(word, WordKind::date);
        if (i + 1 < words.size() && is_day(words[i + 1]) && word.text != "may")
            mark(words[i + 1], WordKind::date), mark(word, WordKind::date);
    }
    for (auto& word : words)
        if (word.is(WordKind::date)) word.half_days = 0;
}

void mark_words(LetterText& letter, const std::set<std::string>& names)
{
    for (auto& sentence : letter.sentences) {
        auto& words = sentence.words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            auto& word = words[i];
            const auto& text = word.text;
            if (const auto half_days = half_days_of(text)) {
                mark(word, WordKind::number);
                word.half_days = *half_days;
            }
            if (text.find('@') != std::string::npos) mark(word, WordKind::email);
            if (text.starts_with("www.") || text.starts_with("http") ||
                text.find(".gov.uk") != std::string::npos || text.ends_with(".org.uk") ||
                text.ends_with(".com"))
                mark(word, WordKind::address);
            const auto digits = std::count_if(text.begin(), text.end(), is_digit);
            if (digits >= 3 && i > 0 && words[i - 1].text.starts_with('0') &&
                words[i - 1].text.size() >= 3)
                mark(word, WordKind::phone);
            if (digits >= 10 && digits <= 12) mark(word, WordKind::phone);
            if (i > 0 && is_postcode_end(text, words[i - 1].text)) mark(word, WordKind::postcode);
            auto bare = text.ends_with("'s") ? text.substr(0, text.size() - 2) : text;
            if (holds(child_words, text) || names.contains(bare)) mark(word, WordKind::child);
        }
        mark_dates(words);
    }
}

/// Without the bytes that are not UTF-8, and no longer than is read.
std::string kept(std::string_view pasted)
{
    std::string text;
    text.reserve(std::min(pasted.size(), longest_letter));
    for (std::size_t i = 0; i < pasted.size();) {
        const auto lead = static_cast<unsigned char>(pasted[i]);
        std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xf0 && lead < 0xf5 ? 4
                             : lead >= 0xe0                ? 3
                                                           : 2;
        bool whole = lead < 0x80 || (lead >= 0xc2 && lead < 0xf5);
        for (std::size_t k = 1; whole && k < length; ++k)
            whole =
                i + k < pasted.size() && (static_cast<unsigned char>(pasted[i + k]) & 0xc0) == 0x80;
        if (!whole) {
            ++i;
            continue;
        }
        if (text.size() + length > longest_letter) break;
        text.append(pasted.substr(i, length));
        i += length;
    }
    return text;
}

} // namespace letter_words_detail

std::string LetterText::passage(const LetterSentence& sentence) const
{
    std::string words;
    for (std::size_t i = sentence.from; i < sentence.until && i < text.size(); ++i) {
        const char c = text[i] == '\n' || text[i] == '\r' || text[i] == '\t' ? ' ' : text[i];
        if (c != ' ' || (!words.empty() && words.back() != ' ')) words += c;
    }
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
}

LetterText read_letter(std::string_view pasted)
{
    LetterText letter;
    letter.text = letter_words_detail::kept(pasted);
    auto letters = letter_words_detail::even_out(letter.text);
    letter_words_detail::mend_scanning(letters);
    letter_words_detail::Cutter cutter(letter, letters);
    cutter.cut();
    letter_words_detail::mark_words(letter, cutter.names);
    return letter;
}

} // namespace onroll::check
