#include "check/letter_check.h"

#include "check/letter_matcher.h"
#include "law/circumstance_codes.h"

#include <algorithm>
#include <map>

namespace onroll::check {

namespace letter_check_detail {

using law::LetterItem;

/// Every pattern, compiled at the first letter.
struct Book {
    Patterns patterns;
    std::vector<std::pair<const LetterCue*, Patterns::Id>> items;
    std::vector<std::pair<const WrongCue*, Patterns::Id>> wrong;
    Patterns::Id board_meets, review_asked;

    Book()
    {
        for (const auto& cue : letter_cues())
            items.emplace_back(&cue, patterns.add(cue.with, cue.without));
        for (const auto& cue : wrong_cues())
            wrong.emplace_back(&cue, patterns.add(cue.with, cue.without));
        board_meets = patterns.add("governor*|governing|committee|board|trustee*;meet|meeting|"
                                   "consider*|review|hearing;within|later than|in the next;"
                                   "day|days",
                                   "independent|review panel|represent*|apply|notice of|remote*");
        review_asked = patterns.add("independent review|review panel|independent panel;apply|"
                                    "request|ask|application;within|later than;day|days",
                                    "");
    }
};

const Book& book()
{
    static const Book all;
    return all;
}

/// What was found of one part.
struct Evidence {
    bool sure = false;
    bool hint = false;
    std::string passage;
};

std::map<LetterItem, Evidence> evidence_in(const LetterText& letter)
{
    std::map<LetterItem, Evidence> all;
    const auto& patterns = book().patterns;
    const auto note = [&](const LetterCue& cue, std::string passage) {
        auto& evidence = all[cue.item];
        const bool sure = cue.strength == Strength::sure;
        if (evidence.sure || (!sure && evidence.hint)) return;
        (sure ? evidence.sure : evidence.hint) = true;
        evidence.passage = std::move(passage);
    };
    for (const auto& sentence : letter.sentences) {
        const auto seen = patterns.look_at(sentence);
        for (const auto& [cue, id] : book().items)
            if (patterns.matches(id, seen)) note(*cue, letter.passage(sentence));
    }
    for (std::size_t i = 0; i + 1 < letter.sentences.size(); ++i) {
        const auto &first = letter.sentences[i], &second = letter.sentences[i + 1];
        if (first.paragraph != second.paragraph) continue;
        const auto seen = patterns.look_at(first, &second);
        for (const auto& [cue, id] : book().items)
            if (cue->reach == Reach::two_sentences && patterns.matches(id, seen))
                note(*cue, letter.passage({{}, first.paragraph, first.from, second.until}));
    }
    return all;
}

/// The number of days in "within 15 school days".
std::optional<int> days_in(const LetterSentence& sentence)
{
    const auto& words = sentence.words;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (!words[i].is(WordKind::number) || words[i].half_days % 2) continue;
        if (words[i - 1].text != "within" && words[i - 1].text != "than" &&
            words[i - 1].text != "next")
            continue;
        for (std::size_t ahead = 1; ahead <= 3 && i + ahead < words.size(); ++ahead)
            if (words[i + ahead].text.starts_with("day")) return words[i].half_days / 2;
    }
    return std::nullopt;
}

/// The most school days that the governors have, where they must meet.
std::optional<std::pair<law::RuleId, int>> board_limit(const LetterFacts& facts)
{
    using law::RuleId;
    const auto days = [&](law::ValueId id) { return law::value_on(id, facts.decided_on); };
    if (facts.kind == law::Kind::permanent || facts.over_fifteen_days || facts.half_days > 30) {
        const auto most = days(law::ValueId::board_limit_15);
        if (most) return std::pair(RuleId::gb_10, *most);
    } else if (facts.over_five_days_or_exam.value_or(facts.half_days > 10)) {
        const auto most = days(law::ValueId::board_limit_50);
        if (most) return std::pair(RuleId::gb_12, *most);
    }
    return std::nullopt;
}

void find_wrong_numbers(const LetterText& letter, const LetterFacts& facts,
                        const LetterSentence& sentence, const Patterns::Seen& seen,
                        std::vector<WrongSentence>& wrong)
{
    const auto& all = book();
    const auto stated = days_in(sentence);
    if (!stated) return;
    if (all.patterns.matches(all.board_meets, seen))
        if (const auto limit = board_limit(facts); limit && *stated > limit->second)
            wrong.push_back({WrongWords::board_has_longer, limit->first, letter.passage(sentence),
                             limit->second});
    const auto apply = law::value_on(law::ValueId::apply_limit_15, facts.decided_on);
    if (apply && *stated != *apply && all.patterns.matches(all.review_asked, seen))
        wrong.push_back(
            {WrongWords::review_days, law::RuleId::irp_02, letter.passage(sentence), *apply});
}

/// A wrong statement that was ticked, with the right number of days where it is about one.
WrongSentence ticked_as_wrong(WrongWords one, const LetterFacts& facts)
{
    WrongSentence wrong{one, law::RuleId::gb_10, {}, {}};
    if (one == WrongWords::review_days) {
        wrong.rule = law::RuleId::irp_02;
        wrong.lawful_days = law::value_on(law::ValueId::apply_limit_15, facts.decided_on);
    } else if (one == WrongWords::board_has_longer) {
        const auto limit = board_limit(facts);
        wrong.rule = limit ? limit->first : law::RuleId::gb_10;
        wrong.lawful_days =
            limit ? limit->second : law::value_on(law::ValueId::board_limit_50, facts.decided_on);
    } else {
        for (const auto& cue : wrong_cues())
            if (cue.wrong == one) wrong.rule = cue.rule;
    }
    return wrong;
}

/// A letter that no sentence of which runs on reads plainly enough; one that does may not.
LetterPart with_plain_language(LetterPart part, const LetterText& letter)
{
    constexpr std::size_t long_sentence = 40;
    std::size_t words = 0, sentences = 0;
    const LetterSentence* longest = nullptr;
    for (const auto& sentence : letter.sentences) {
        if (sentence.words.size() < 4) continue;
        words += sentence.words.size();
        ++sentences;
        if (!longest || sentence.words.size() > longest->words.size()) longest = &sentence;
    }
    constexpr std::size_t plain_average = 25;
    const bool plain =
        sentences && words <= plain_average * sentences && longest->words.size() <= long_sentence;
    part.verdict = plain ? Verdict::found : Verdict::unsure;
    if (!plain && longest) part.passage = letter.passage(*longest);
    return part;
}

} // namespace letter_check_detail

std::string_view name(Verdict verdict)
{
    switch (verdict) {
    case Verdict::found:
        return "found";
    case Verdict::missing:
        return "missing";
    case Verdict::unsure:
        break;
    }
    return "unsure";
}

std::size_t LetterCheck::count(Verdict verdict, Force force) const
{
    return static_cast<std::size_t>(
        std::count_if(parts.begin(), parts.end(), [&](const LetterPart& part) {
            return part.verdict == verdict && part.force == force && !part.only_if_over_five;
        }));
}

bool states_the_period(const LetterSentence& sentence)
{
    const auto& all = letter_check_detail::book();
    const auto seen = all.patterns.look_at(sentence);
    return std::any_of(all.items.begin(), all.items.end(), [&](const auto& item) {
        return item.first->item == law::LetterItem::period &&
               item.first->strength == Strength::sure && all.patterns.matches(item.second, seen);
    });
}

LetterCheck check_letter(const LetterText& letter, const LetterFacts& facts)
{
    using namespace letter_check_detail;
    LetterCheck check;
    const auto evidence = evidence_in(letter);
    for (auto part : parts_needed(facts)) {
        if (part.item == LetterItem::plain_language) {
            check.parts.push_back(with_plain_language(std::move(part), letter));
            continue;
        }
        const auto found = evidence.find(part.item);
        if (part.item == LetterItem::in_writing) {
            part.verdict = letter.sentences.empty() ? Verdict::missing : Verdict::found;
        } else if (found != evidence.end()) {
            part.verdict = found->second.sure ? Verdict::found : Verdict::unsure;
            part.passage = found->second.passage;
        }
        check.parts.push_back(std::move(part));
    }
    for (const auto& sentence : letter.sentences) {
        const auto seen = book().patterns.look_at(sentence);
        for (const auto& [cue, id] : book().wrong)
            if (book().patterns.matches(id, seen))
                check.wrong.push_back({cue->wrong, cue->rule, letter.passage(sentence), {}});
        find_wrong_numbers(letter, facts, sentence, seen, check.wrong);
    }
    std::vector<WrongSentence> once;
    for (auto& one : check.wrong)
        if (std::none_of(once.begin(), once.end(),
                         [&](const WrongSentence& seen) { return seen.wrong == one.wrong; }))
            once.push_back(std::move(one));
    check.wrong = std::move(once);
    return check;
}

LetterCheck check_ticked(const Ticks& ticked, const LetterFacts& facts)
{
    LetterCheck check;
    for (auto part : parts_needed(facts)) {
        const bool there = ticked.contains(law::code(part.item));
        part.verdict = there ? Verdict::found : Verdict::missing;
        if (part.item == law::LetterItem::in_writing) part.verdict = Verdict::found;
        // Whether a letter is plain is for the reader to say.
        if (part.item == law::LetterItem::plain_language && !there) part.verdict = Verdict::unsure;
        check.parts.push_back(std::move(part));
    }
    for (const auto one : all_wrong_words())
        if (ticked.contains(name(one)))
            check.wrong.push_back(letter_check_detail::ticked_as_wrong(one, facts));
    return check;
}

} // namespace onroll::check
