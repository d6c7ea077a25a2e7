#include "people/rules_search.h"

#include "people/rules_family.h"
#include "kernel/whole_characters.h"

#include <algorithm>
#include <set>
#include <utility>

namespace onroll::people {

namespace rules_search_detail {

std::string postcode_key(std::string_view postcode)
{
    std::string key = "c:";
    for (const char c : postcode)
        if (c != ' ') key += c;
    return key;
}

std::string birth_key(Date born_on)
{
    return "d:" + iso(born_on);
}

/// Every word a person may be called by.
std::vector<std::string> all_words(const Person& person)
{
    std::vector<std::string> words;
    const auto add = [&](std::string_view name) {
        for (auto& word : name_words(name)) words.push_back(std::move(word));
        if (auto whole = folded(name); name.find('-') != std::string_view::npos)
            words.push_back(std::move(whole));
    };
    add(person.name.given);
    add(person.name.family);
    add(person.name.known_as);
    for (const auto& other : person.other_names) {
        add(other.given);
        add(other.family);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

/// The first characters of a word, each whole.
std::string beginning(std::string_view word, std::size_t characters)
{
    std::size_t at = 0;
    while (at < word.size() && characters > 0) {
        ++at;
        while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80) ++at;
        --characters;
    }
    return std::string(word.substr(0, at));
}

/// Both beginnings, in an order that does not depend on which came first.
std::string initials_key(std::string_view one, std::string_view other)
{
    auto first = beginning(one, 1);
    auto second = beginning(other, 1);
    if (second < first) std::swap(first, second);
    return "i:" + first + second;
}

std::string initials_of(std::string_view given, std::string_view family)
{
    const auto given_words = name_words(given);
    const auto family_words = name_words(family);
    if (given_words.empty() || family_words.empty()) return {};
    return initials_key(given_words.front(), family_words.front());
}

/// The dates that one wrong digit, or day and month swapped, may have made of this one.
std::vector<Date> near_births(Date born_on)
{
    std::vector<Date> near;
    const auto text = iso(born_on);
    const auto consider = [&](const std::string& other) {
        const auto date = parse_date(other);
        if (date && *date != born_on && std::abs(year_of(*date) - year_of(born_on)) <= 10)
            near.push_back(*date);
    };
    for (std::size_t i = 3; i < text.size(); ++i) {
        if (text[i] == '-') continue;
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto other = text;
            other[i] = digit;
            if (digit != text[i]) consider(other);
        }
    }
    consider(text.substr(0, 5) + text.substr(8, 2) + "-" + text.substr(5, 2));
    return near;
}

/// How well one word of the question is met by any of the person's.
double best_likeness(const std::string& word, const std::vector<std::string>& of)
{
    double best = 0;
    for (const auto& other : of) {
        double alike = likeness(word, other);
        if (word.size() >= 3 && other.size() > word.size() && other.starts_with(word))
            alike = std::max(alike, 0.95);
        if (word.size() > 2 && alike < 0.85 && sound_of(word) == sound_of(other))
            alike = std::max(alike, 0.85);
        if (word.size() == 1 && other.starts_with(word)) alike = std::max(alike, 0.8);
        best = std::max(best, alike);
    }
    return best;
}

bool same_upn(const Upn& asked, const Person& person)
{
    return person.upn == asked || std::find(person.former_upns.begin(), person.former_upns.end(),
                                            asked) != person.former_upns.end();
}

struct NameFit {
    double score = 0; ///< 0 to 1 over all words
    bool exact = false;
    bool initials_only = false;
};

NameFit name_fit(const Question& question, const Person& person)
{
    if (question.words.empty()) return {};
    const auto words = all_words(person);
    double sum = 0;
    bool exact = true;
    bool initials = true;
    for (const auto& word : question.words) {
        const double best = best_likeness(word, words);
        if (best < 0.8) return {}; // one word that is nobody's makes it somebody else
        sum += best;
        exact = exact && best >= 0.95;
        initials = initials && word.size() == 1;
    }
    return {sum / static_cast<double>(question.words.size()), exact, initials};
}

} // namespace rules_search_detail

std::vector<SearchKey> keys_of(const Person& person, const std::vector<std::string>& postcodes)
{
    using namespace rules_search_detail;
    std::vector<SearchKey> keys;
    std::set<std::string> seen;
    const auto add = [&](std::string key, int weight) {
        if (seen.insert(key).second) keys.push_back({std::move(key), weight});
    };
    for (const auto& word : all_words(person)) {
        add("n:" + word, 6);
        if (word.size() > 2) add("s:" + sound_of(word), 3);
        if (word.size() > 3) add("p:" + beginning(word, 3), 1);
    }
    const auto add_initials = [&](std::string_view given, std::string_view family) {
        if (auto initials = initials_of(given, family); !initials.empty())
            add(std::move(initials), 1);
    };
    add_initials(person.name.given, person.name.family);
    add_initials(person.name.known_as, person.name.family);
    for (const auto& other : person.other_names) add_initials(other.given, other.family);
    if (person.born_on) add(birth_key(*person.born_on), 5);
    if (person.upn) add("u:" + person.upn->text(), 20);
    for (const auto& former : person.former_upns) add("u:" + former.text(), 20);
    if (person.nhs_number) add("h:" + person.nhs_number->text(), 20);
    for (const auto& postcode : postcodes)
        if (!postcode.empty()) add(postcode_key(postcode), 4);
    return keys;
}

Question question_of(std::string_view typed)
{
    Question question;
    const std::string text(whole_characters(typed, 200));
    if (const auto upn = Upn::parse(text)) return {.words = {}, .upn = *upn};
    if (const auto number = NhsNumber::parse(text)) return {.words = {}, .nhs_number = *number};
    // What is left after a date, a postcode and numbers are taken out is a name.
    std::vector<std::string> parts;
    std::string part;
    for (const char c : text + " ") {
        if (c != ' ' && c != ',' && c != '\t') {
            part += c;
        } else if (!part.empty()) {
            parts.push_back(std::move(part));
            part.clear();
        }
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i + 2 < parts.size() && !question.born_on)
            if (const auto date = parse_written_date(
                    parts[i] + " " + parts[i + 1] + " " + parts[i + 2], "Date of birth")) {
                question.born_on = *date;
                i += 2;
                continue;
            }
        if (!question.born_on)
            if (const auto date = parse_written_date(parts[i], "Date of birth")) {
                question.born_on = *date;
                continue;
            }
        if (const auto upn = Upn::parse(parts[i])) {
            question.upn = *upn;
            continue;
        }
        if (i + 1 < parts.size() && is_postcode(tidy_postcode(parts[i] + parts[i + 1]))) {
            question.postcode = tidy_postcode(parts[i] + parts[i + 1]);
            ++i;
            continue;
        }
        if (is_postcode(tidy_postcode(parts[i]))) {
            question.postcode = tidy_postcode(parts[i]);
            continue;
        }
        for (auto& word : name_words(parts[i]))
            if (question.words.size() < 8) question.words.push_back(std::move(word));
    }
    return question;
}

Question question_of(const PersonDetails& details, std::string_view postcode)
{
    Question question;
    for (const auto* name : {&details.name.given, &details.name.family})
        for (auto& word : name_words(*name))
            if (question.words.size() < 8) question.words.push_back(std::move(word));
    question.born_on = details.born_on;
    question.upn = details.upn;
    question.nhs_number = details.nhs_number;
    if (is_postcode(tidy_postcode(postcode))) question.postcode = tidy_postcode(postcode);
    return question;
}

std::vector<std::string> keys_asked(const Question& question)
{
    using namespace rules_search_detail;
    std::vector<std::string> keys;
    if (question.upn) keys.push_back("u:" + question.upn->text());
    if (question.nhs_number) keys.push_back("h:" + question.nhs_number->text());
    if (!question.postcode.empty()) keys.push_back(postcode_key(question.postcode));
    for (const auto& word : question.words) {
        if (word.size() == 1) continue;
        keys.push_back("n:" + word);
        if (word.size() > 2) keys.push_back("s:" + sound_of(word));
        if (word.size() >= 3) keys.push_back("p:" + beginning(word, 3));
    }
    if (question.words.size() == 2) {
        const auto single = [](const std::string& word) { return beginning(word, 1) == word; };
        if (single(question.words[0]) || single(question.words[1]))
            keys.push_back(initials_key(question.words[0], question.words[1]));
    }
    if (question.born_on) {
        keys.push_back(birth_key(*question.born_on));
        for (const auto near : near_births(*question.born_on)) keys.push_back(birth_key(near));
    }
    if (keys.size() > most_keys) keys.resize(most_keys);
    return keys;
}

BirthLikeness birth_likeness(Date one, Date other)
{
    if (one == other) return BirthLikeness::equal;
    const auto near = rules_search_detail::near_births(one);
    return std::find(near.begin(), near.end(), other) != near.end() ? BirthLikeness::nearly
                                                                    : BirthLikeness::different;
}

std::string_view in_words(FoundBy why)
{
    switch (why) {
    case FoundBy::number:
        return "Number";
    case FoundBy::name_and_birth:
        return "Name and date of birth";
    case FoundBy::name:
        return "Name";
    case FoundBy::name_sounds_alike:
        return "A name like it";
    case FoundBy::birth_nearly:
        return "Name, and a date of birth like it";
    case FoundBy::postcode:
        return "Postcode";
    case FoundBy::birth:
        return "Date of birth";
    case FoundBy::initials:
        return "Initials";
    }
    return {};
}

Fit fit_of(const Question& question, const Person& person,
           const std::vector<std::string>& postcodes)
{
    using namespace rules_search_detail;
    if ((question.upn && same_upn(*question.upn, person)) ||
        (question.nhs_number && person.nhs_number == question.nhs_number))
        return {10, FoundBy::number};
    const auto name = name_fit(question, person);
    if (!question.words.empty() && name.score == 0) return {};
    const bool here = !question.postcode.empty() && std::find(postcodes.begin(), postcodes.end(),
                                                              question.postcode) != postcodes.end();
    double score = name.score * 4 + (here ? 1.5 : 0);
    auto why = name.initials_only ? FoundBy::initials
               : name.exact       ? FoundBy::name
                                  : FoundBy::name_sounds_alike;
    if (question.words.empty()) why = here ? FoundBy::postcode : FoundBy::birth;
    if (question.born_on) {
        const auto born = person.born_on ? birth_likeness(*question.born_on, *person.born_on)
                                         : BirthLikeness::different;
        if (born == BirthLikeness::different && question.words.empty() && !here) return {};
        if (born == BirthLikeness::equal) score += 3;
        if (born == BirthLikeness::nearly) score += 1.5;
        if (born == BirthLikeness::different && person.born_on) score -= 1.5;
        if (!question.words.empty() && born == BirthLikeness::equal) why = FoundBy::name_and_birth;
        if (born == BirthLikeness::nearly) why = FoundBy::birth_nearly;
    } else if (question.words.empty() && !here) {
        return {};
    }
    return {std::max(score, 0.1), why};
}

bool may_be_same(const Fit& fit)
{
    return fit.why == FoundBy::number || fit.why == FoundBy::name_and_birth ||
           fit.why == FoundBy::birth_nearly || fit.score >= 5.2;
}

bool same_surname(std::string_view whole_name, const Person& person)
{
    const auto theirs = name_words(whole_name);
    if (theirs.empty()) return false;
    const auto ends_alike = [&](std::string_view family) {
        const auto words = name_words(family);
        return !words.empty() && words.back() == theirs.back();
    };
    return ends_alike(person.name.family) ||
           std::any_of(person.other_names.begin(), person.other_names.end(),
                       [&](const OtherName& other) { return ends_alike(other.family); });
}

} // namespace onroll::people
