#include "check/letters.h"

#include "check/letter_writer.h"

#include <algorithm>
#include <array>

namespace onroll::check {

namespace letters_detail {

constexpr std::array<std::string_view, letter_count> names{
    "representations", "not_in_writing", "work", "remote_meeting", "review", "records", "left_out"};

bool governors_have_decided(const Answers& answers)
{
    return answers.board.is(Board::stays) || answers.board.is(Board::may_come_back);
}

/// Whether the governors are to meet, as far as can be told.
bool governors_meet(const LetterBasis& basis)
{
    return std::any_of(basis.evaluation.duties.begin(), basis.evaluation.duties.end(),
                       [](const law::Duty& duty) {
                           return duty.type == law::DutyType::decide_by ||
                                  duty.type == law::DutyType::consider_before;
                       });
}

bool left_something_out(const LetterBasis& basis)
{
    if (!basis.check) return false;
    return !basis.check->wrong.empty() ||
           std::any_of(basis.check->parts.begin(), basis.check->parts.end(),
                       [](const LetterPart& part) {
                           return part.verdict != Verdict::found && !part.only_if_over_five;
                       });
}

} // namespace letters_detail

std::string_view name(Letter letter)
{
    return letters_detail::names[static_cast<std::size_t>(letter)];
}

std::string address_part(Letter letter)
{
    std::string part(name(letter));
    std::replace(part.begin(), part.end(), '_', '-');
    return part;
}

std::optional<Letter> letter_at(std::string_view part)
{
    for (std::size_t i = 0; i < letter_count; ++i)
        if (const auto letter = static_cast<Letter>(i); address_part(letter) == part) return letter;
    return std::nullopt;
}

std::vector<Letter> letters_that_fit(const LetterBasis& basis)
{
    using namespace letters_detail;
    const auto& answers = basis.answers;
    std::vector<Letter> letters;
    const auto add = [&](Letter letter, bool fits) {
        if (fits) letters.push_back(letter);
    };
    const bool excluded = answers.an_exclusion() && answers.happened.known();
    const bool decided = governors_have_decided(answers);
    const bool by_day = excluded && !answers.happened.is(Happened::lunchtimes);
    add(Letter::review, answers.happened.is(Happened::permanent) && answers.board.is(Board::stays));
    add(Letter::left_out, left_something_out(basis));
    add(Letter::not_in_writing, answers.happened.is(Happened::sent_home) ||
                                    answers.happened.is(Happened::collected_early) ||
                                    answers.happened.is(Happened::unit) ||
                                    answers.happened.is_not_known());
    add(Letter::representations, excluded && !decided);
    add(Letter::work, by_day && (!answers.age.known() || answers.age.is(Age::school)));
    add(Letter::remote_meeting,
        excluded && !decided && governors_meet(basis) &&
            basis.story->history().exclusions.front().decided_on >= date(2023, 9, 1));
    add(Letter::records, true);
    return letters;
}

documents::Document letter_document(const Words& words, Letter letter, const LetterBasis& basis,
                                    const TypedNames& names, documents::FontSize size)
{
    LetterWriter writer(words, basis, names);
    switch (letter) {
    case Letter::representations:
        write_representations(writer);
        break;
    case Letter::not_in_writing:
        write_not_in_writing(writer);
        break;
    case Letter::work:
        write_work(writer);
        break;
    case Letter::remote_meeting:
        write_remote_meeting(writer);
        break;
    case Letter::review:
        write_review(writer);
        break;
    case Letter::records:
        write_records(writer);
        break;
    case Letter::left_out:
        write_left_out(writer);
        break;
    }
    return std::move(writer).finished(size);
}

} // namespace onroll::check
