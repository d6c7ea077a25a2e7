#include "check/letter_matcher.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onroll::check {

namespace letter_matcher_detail {

constexpr std::size_t places = 37; // letters, digits, everything else

std::size_t place_of(char c)
{
    if (c >= 'a' && c <= 'z') return static_cast<std::size_t>(c - 'a');
    if (c >= '0' && c <= '9') return static_cast<std::size_t>(c - '0') + 26;
    return places - 1;
}

/// Words are sorted by their first two letters; a word of one letter by that and "else".
std::size_t bucket_of(std::string_view word)
{
    const auto second = word.size() > 1 ? place_of(word[1]) : places - 1;
    return place_of(word.front()) * places + second;
}

std::uint8_t kind_named(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, WordKind>, 7> kinds{
        {{"#number", WordKind::number},
         {"#date", WordKind::date},
         {"#email", WordKind::email},
         {"#phone", WordKind::phone},
         {"#postcode", WordKind::postcode},
         {"#address", WordKind::address},
         {"#child", WordKind::child}}};
    for (const auto& [known, kind] : kinds)
        if (name.starts_with(known)) return static_cast<std::uint8_t>(kind);
    ensure(false, "a pattern names a kind of word that is known");
    return 0;
}

std::vector<std::string_view> parted(std::string_view text, char mark)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(mark), text.size());
        if (end) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

} // namespace letter_matcher_detail

Patterns::Id Patterns::add(std::string_view with, std::string_view without)
{
    Pattern pattern;
    for (const auto group : letter_matcher_detail::parted(with, ';'))
        pattern.with.push_back(group_of(group));
    ensure(!pattern.with.empty(), "a pattern has words to find");
    pattern.without = group_of(without);
    patterns_.push_back(std::move(pattern));
    return patterns_.size() - 1;
}

Patterns::Group Patterns::group_of(std::string_view words)
{
    Group group;
    for (const auto phrase : letter_matcher_detail::parted(words, '|'))
        group.push_back(phrase_of(phrase));
    return group;
}

std::size_t Patterns::phrase_of(std::string_view words)
{
    using namespace letter_matcher_detail;
    const auto known = std::find(written_.begin(), written_.end(), words);
    if (known != written_.end()) return static_cast<std::size_t>(known - written_.begin());
    Phrase phrase;
    for (auto word : parted(words, ' ')) {
        PhraseWord one;
        if (word.front() == '#') {
            one.kind = kind_named(word);
        } else {
            one.any_ending = word.ends_with('*');
            if (one.any_ending) word.remove_suffix(1);
            one.text = std::string(word);
        }
        phrase.push_back(std::move(one));
    }
    const auto id = phrases_.size();
    beginning_with_.resize(places * places);
    const auto& first = phrase.front();
    if (first.kind) {
        beginning_with_a_kind_.push_back(id);
    } else if (first.any_ending && first.text.size() == 1) {
        for (std::size_t second = 0; second < places; ++second)
            beginning_with_[place_of(first.text[0]) * places + second].push_back(id);
    } else {
        ensure(!first.text.empty(), "a pattern begins with a word");
        beginning_with_[bucket_of(first.text)].push_back(id);
    }
    written_.emplace_back(words);
    phrases_.push_back(std::move(phrase));
    return id;
}

bool Patterns::fits(const PhraseWord& wanted, const LetterWord& word)
{
    if (wanted.kind) return (word.kinds & wanted.kind) != 0;
    return wanted.any_ending ? word.text.starts_with(wanted.text) : word.text == wanted.text;
}

void Patterns::look(const std::vector<LetterWord>& words, Seen& seen) const
{
    const auto look_for = [&](std::size_t id, std::size_t at) {
        const auto& phrase = phrases_[id];
        if (at + phrase.size() > words.size()) return;
        for (std::size_t i = 0; i < phrase.size(); ++i)
            if (!fits(phrase[i], words[at + i])) return;
        seen.phrases_[id / 64] |= std::uint64_t{1} << (id % 64);
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (const auto id : beginning_with_[letter_matcher_detail::bucket_of(words[at].text)])
            look_for(id, at);
        for (const auto id : beginning_with_a_kind_) look_for(id, at);
    }
}

Patterns::Seen Patterns::look_at(const LetterSentence& sentence, const LetterSentence* next) const
{
    Seen seen;
    seen.phrases_.resize(phrases_.size() / 64 + 1);
    look(sentence.words, seen);
    if (next) look(next->words, seen);
    return seen;
}

bool Patterns::matches(Id id, const Seen& seen) const
{
    const auto met = [&](const Group& group) {
        return std::any_of(group.begin(), group.end(), [&](std::size_t phrase) {
            return (seen.phrases_[phrase / 64] >> (phrase % 64) & 1) != 0;
        });
    };
    const auto& pattern = patterns_[id];
    return std::all_of(pattern.with.begin(), pattern.with.end(), met) && !met(pattern.without);
}

} // namespace onroll::check
