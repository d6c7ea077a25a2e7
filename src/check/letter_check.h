// What a school's letter about an exclusion says, against what it must and should say: each part
// found, missing or unsure, with the words that show it, and the sentences that are wrong. Pure;
// nothing of the letter is kept.
#pragma once

#include "check/answers.h"
#include "check/letter_cues.h"
#include "check/letter_words.h"
#include "law/letter_items.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

/// What decides which parts a letter needs.
struct LetterFacts {
    law::Kind kind = law::Kind::suspension;
    int half_days = 2; ///< of a suspension
    Date decided_on{};
    /// Over 5 days in the term with earlier ones, or an exam lost. Nothing: not known. A permanent
    /// exclusion always goes to the governors.
    std::optional<bool> over_five_days_or_exam;
    bool over_fifteen_days = false;
    bool compulsory_school_age = true;
    bool translation_needed = false;
    bool operator==(const LetterFacts&) const = default;
};

/// What the letter itself says of the facts, as far as it can be told.
struct LetterReading {
    std::optional<law::Kind> kind;
    std::optional<int> half_days;
    std::optional<Date> date; ///< the first date that the letter gives with day, month and year
};
LetterReading read_facts(const LetterText& letter);

/// The facts that a family's answers give; nothing where they are not about an exclusion.
std::optional<LetterFacts> facts_of(const Answers& answers, Date today);

enum class Verdict { found, missing, unsure };
std::string_view name(Verdict verdict); ///< `found`

/// One part that a letter needs, and whether it is there.
struct LetterPart {
    law::LetterItem item{};
    law::RuleId rule{};
    Force force = Force::must;
    bool only_if_over_five = false; ///< needed only if the governors are told at once
    Verdict verdict = Verdict::missing;
    std::string passage; ///< as pasted; empty where it is missing
    bool operator==(const LetterPart&) const = default;
};

/// A sentence that says something wrong.
struct WrongSentence {
    WrongWords wrong{};
    law::RuleId rule{};
    std::string passage;
    std::optional<int> lawful_days; ///< for a number of days that is wrong
    bool operator==(const WrongSentence&) const = default;
};

struct LetterCheck {
    std::vector<LetterPart> parts;    ///< in the order of a letter
    std::vector<WrongSentence> wrong; ///< in the order of the letter; each kind once

    std::size_t count(Verdict verdict, Force force) const;
};

/// Whether the sentence says for how long the child is excluded.
bool states_the_period(const LetterSentence& sentence);

/// The parts that a letter of these facts needs, none looked for yet. Source: NT-02, NT-03, NT-08
/// and LET-01 to LET-13; School Discipline Regulations 2012, regulation 5; Education and
/// Inspections Act 2006 s104.
std::vector<LetterPart> parts_needed(const LetterFacts& facts);

/// Reads a pasted letter.
LetterCheck check_letter(const LetterText& letter, const LetterFacts& facts);

/// The same from what a family ticked: what is not ticked is missing. `ticked` holds codes of
/// law::LetterItem and of WrongWords.
LetterCheck check_ticked(const Ticks& ticked, const LetterFacts& facts);

} // namespace onroll::check
