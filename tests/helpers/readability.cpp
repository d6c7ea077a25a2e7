#include "helpers/readability.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace onroll::readability {

namespace readability_detail {

bool is_letter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool is_vowel(char c)
{
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

int syllables(const std::string& word)
{
    int groups = 0;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]))) ++groups;
    const auto ends = [&](std::string_view end) { return word.ends_with(end); };
    if (groups > 1 && ends("e") && !ends("le") && !ends("ee")) --groups;
    if (groups > 1 && ends("ed") && !ends("ted") && !ends("ded")) --groups;
    if (groups > 1 && ends("es") && !ends("ses") && !ends("ches") && !ends("shes") &&
        !ends("ces") && !ends("ges") && !ends("xes"))
        --groups;
    return std::max(groups, 1);
}

std::string lower(std::string_view text)
{
    std::string all(text);
    std::transform(all.begin(), all.end(), all.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return all;
}

void replace_all(std::string& text, std::string_view what, std::string_view with)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// Whether the mark at `at` ends a unit of thought, rather than standing in a number. As Flesch
/// counted them, so do a colon and a semicolon.
bool ends_a_sentence(const std::string& text, std::size_t at)
{
    return std::string_view(".!?:;").find(text[at]) != std::string_view::npos &&
           (at + 1 == text.size() || !std::isdigit(static_cast<unsigned char>(text[at + 1])));
}

constexpr std::array<std::string_view, 14> inline_tags{"a",    "strong", "em",    "span", "time",
                                                       "abbr", "b",      "i",     "code", "/a",
                                                       "br",   "br/",    "small", "sup"};

bool is_inline(std::string tag)
{
    if (tag.starts_with('/')) tag.erase(0, 1);
    return std::find(inline_tags.begin(), inline_tags.end(), tag) != inline_tags.end();
}

std::string name_of(std::string_view tag)
{
    return lower(tag.substr(0, tag.find_first_of(" \n\t>")));
}

/// Where the element that opens before `at` ends.
std::size_t end_of_element(std::string_view page, std::size_t at, const std::string& name)
{
    int depth = 1;
    while (depth > 0) {
        at = page.find('<', at);
        if (at == std::string_view::npos) return page.size();
        const auto tag = name_of(page.substr(at + 1, 40));
        if (tag == name) ++depth;
        if (tag == "/" + name) --depth;
        at = page.find('>', at);
        if (at == std::string_view::npos) return page.size();
        ++at;
    }
    return at;
}

/// The lines of four words or more, each closed as a sentence. Shorter ones are labels, which would
/// make a page look easier than it is.
std::string without_labels(const std::string& lines)
{
    std::string kept;
    for (std::size_t at = 0; at < lines.size();) {
        const auto end = std::min(lines.find('\n', at), lines.size());
        const auto line = lines.substr(at, end - at);
        int words = 0;
        for (std::size_t i = 0; i < line.size(); ++i)
            if (line[i] != ' ' && (i == 0 || line[i - 1] == ' ')) ++words;
        if (words >= 4) kept += line + ". ";
        at = end + 1;
    }
    return kept;
}

} // namespace readability_detail

double grade(std::string_view words, const std::vector<std::string>& terms)
{
    using namespace readability_detail;
    auto text = lower(words);
    replace_all(text, "’", "'");
    for (const auto& term : terms) replace_all(text, lower(term), "term");
    double sentences = 0, count = 0, sounds = 0;
    bool words_since = false;
    for (std::size_t i = 0; i < text.size();) {
        if (std::isalnum(static_cast<unsigned char>(text[i]))) {
            std::string word;
            for (; i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) ||
                                       text[i] == '\'' || text[i] == ',' || text[i] == '.');
                 ++i) {
                const bool mark = text[i] == ',' || text[i] == '.';
                if (mark && (i + 1 == text.size() ||
                             !std::isdigit(static_cast<unsigned char>(text[i + 1]))))
                    break;
                if (is_letter(text[i])) word += text[i];
            }
            ++count;
            sounds += word.empty() ? 1 : syllables(word);
            words_since = true;
            continue;
        }
        if (ends_a_sentence(text, i) && words_since) {
            ++sentences;
            words_since = false;
        }
        ++i;
    }
    if (words_since) ++sentences;
    if (count == 0) return 0;
    return 0.39 * count / sentences + 11.8 * sounds / count - 15.59;
}

std::string shown_words(std::string_view page, const std::vector<std::string>& without_classes)
{
    using namespace readability_detail;
    const auto from = page.find("<main");
    const auto until = page.find("</main>");
    if (from == std::string_view::npos || until == std::string_view::npos) return {};
    page = page.substr(from, until - from);
    std::string words;
    for (std::size_t i = 0; i < page.size();) {
        if (page[i] != '<') {
            words += page[i++];
            continue;
        }
        const auto end = std::min(page.find('>', i), page.size() - 1);
        const auto tag = page.substr(i + 1, end - i - 1);
        const auto name = name_of(tag);
        i = end + 1;
        if (!is_inline(name)) words += '\n';
        const bool left_out =
            std::any_of(without_classes.begin(), without_classes.end(), [&](const auto& one) {
                return tag.find("class=\"") != std::string_view::npos &&
                       tag.find(one) != std::string_view::npos;
            });
        if (left_out) i = end_of_element(page, i, name);
    }
    for (const auto& [entity, character] :
         {std::pair{"&amp;", "and"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&lt;", ""}, {"&gt;", ""}})
        replace_all(words, entity, character);
    return without_labels(words);
}

} // namespace onroll::readability
