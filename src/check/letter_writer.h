// Puts a letter together: addresses, date, sentences from the catalogue, and at the end the rules
// that it named. Pure.
#pragma once

#include "check/letters.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

class LetterWriter {
public:
    LetterWriter(const Words& words, const LetterBasis& basis, const TypedNames& names);

    const LetterBasis& basis() const { return basis_; }
    const Answers& answers() const { return basis_.answers; }
    const Words& words() const { return words_; }

    /// The addresses, today's date, the greeting and the heading: `letter.<to>` and so on.
    void begin(std::string_view to, std::string_view dear, std::string_view heading);
    /// A paragraph; {child} is always filled.
    void say(std::string_view key, std::initializer_list<Filled> filled = {});
    /// More of the same paragraph.
    void say_on(std::string_view key, std::initializer_list<Filled> filled = {});
    void add_words(std::string text);
    void heading(std::string_view key);
    void list(std::vector<std::string> items);
    /// The text with {child} and more filled, with a capital where a sentence begins.
    std::string text(std::string_view key, std::initializer_list<Filled> filled = {}) const;

    /// "my child was suspended for 3 school days, from ... . The letter is dated ..."
    void say_what_happened();
    /// Names a rule at the end of the letter, once.
    void rests_on(law::RuleId rule);
    /// The first duty of this type; nothing where there is none.
    const law::Duty* duty(law::DutyType type) const;
    std::string day(Date date) const { return words_.day(date); }
    /// The day of the decision, or as near as is known.
    Date decided() const;
    /// Parts that the school's letter left out, in words.
    std::vector<std::string> parts_left_out() const;

    documents::Document finished(documents::FontSize size) &&;

private:
    const Words& words_;
    const LetterBasis& basis_;
    const TypedNames& names_;
    std::string child_;
    std::vector<documents::Block> blocks_;
    std::vector<law::RuleId> rules_;
    std::string title_;
};

void write_representations(LetterWriter& writer);
void write_not_in_writing(LetterWriter& writer);
void write_work(LetterWriter& writer);
void write_remote_meeting(LetterWriter& writer);
void write_review(LetterWriter& writer);
void write_records(LetterWriter& writer);
void write_left_out(LetterWriter& writer);

} // namespace onroll::check
