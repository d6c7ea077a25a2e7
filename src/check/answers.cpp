#include "check/answers.h"

#include <algorithm>

namespace onroll::check {

namespace answers_detail {

constexpr std::array<std::string_view, question_count> question_names{
    "what",    "school", "started", "decided",    "length", "times",   "because", "agreed",
    "ends",    "where",  "pressed", "why",        "letter", "reason",  "said",    "exam",
    "earlier", "age",    "sen",     "disability", "care",   "account", "work",    "board"};

void add_about_the_child(std::vector<Question>& list)
{
    for (const auto one : {Question::sen, Question::disability, Question::care, Question::account})
        list.push_back(one);
}

std::vector<Question> for_exclusions(const Answers& answers)
{
    const bool permanent = answers.happened.is(Happened::permanent);
    const bool lunchtimes = answers.happened.is(Happened::lunchtimes);
    const bool not_sure = answers.happened.is_not_known();
    std::vector<Question> list{Question::what, Question::school, Question::started};
    if (!not_sure) list.push_back(Question::decided);
    if (!permanent && !not_sure) list.push_back(Question::length);
    for (const auto one : {Question::letter, Question::reason, Question::said}) list.push_back(one);
    if (!lunchtimes) list.push_back(Question::exam);
    for (const auto one : {Question::earlier, Question::age}) list.push_back(one);
    add_about_the_child(list);
    if (!lunchtimes && !not_sure) list.push_back(Question::work);
    if (!not_sure) list.push_back(Question::board);
    return list;
}

std::vector<Question> for_what_is_no_exclusion(Happened happened)
{
    std::vector<Question> list{Question::what, Question::school};
    const auto add = [&](std::initializer_list<Question> more) { list.insert(list.end(), more); };
    switch (happened) {
    case Happened::sent_home:
    case Happened::collected_early:
        add({Question::started, Question::because, Question::times, Question::agreed});
        break;
    case Happened::part_time:
        add({Question::started, Question::ends, Question::because, Question::agreed});
        break;
    case Happened::unit:
        add({Question::where, Question::started, Question::ends, Question::letter});
        break;
    case Happened::moved:
        add({Question::started, Question::agreed, Question::said});
        break;
    case Happened::home_education:
        add({Question::started, Question::pressed, Question::earlier});
        break;
    case Happened::off_roll:
        add({Question::started, Question::why_off_roll});
        break;
    case Happened::suspended:
    case Happened::permanent:
    case Happened::lunchtimes:
        break;
    }
    add_about_the_child(list);
    return list;
}

} // namespace answers_detail

std::string_view name(Question question)
{
    return answers_detail::question_names[static_cast<std::size_t>(question)];
}

std::optional<Question> question_named(std::string_view words)
{
    const auto& names = answers_detail::question_names;
    const auto found = std::find(names.begin(), names.end(), words);
    if (found == names.end()) return std::nullopt;
    return static_cast<Question>(found - names.begin());
}

bool Answers::an_exclusion() const
{
    return happened.is_not_known() || happened.is(Happened::suspended) ||
           happened.is(Happened::permanent) || happened.is(Happened::lunchtimes);
}

std::vector<Question> questions_for(const Answers& answers)
{
    using namespace answers_detail;
    if (!answers.happened.asked()) return {Question::what};
    if (answers.an_exclusion()) return for_exclusions(answers);
    return for_what_is_no_exclusion(*answers.happened.value());
}

bool answered(const Answers& answers, Question question)
{
    switch (question) {
    case Question::what:
        return answers.happened.asked();
    case Question::school:
        return answers.school.asked();
    case Question::started:
        return answers.started.asked();
    case Question::decided:
        return answers.decided.asked();
    case Question::length:
        return answers.half_days.asked() || answers.lunchtimes.asked();
    case Question::times:
        return answers.times.asked();
    case Question::because:
        return answers.because.asked();
    case Question::agreed:
        return answers.agreed.asked();
    case Question::ends:
        return answers.has_end.asked() && (!answers.has_end.is(true) || answers.ends.asked());
    case Question::where:
        return answers.where.asked();
    case Question::pressed:
        return answers.pressed.asked();
    case Question::why_off_roll:
        return answers.why_off_roll.asked();
    case Question::letter:
        return answers.letter.asked();
    case Question::reason:
        return answers.reason.asked();
    case Question::said:
        return answers.said.asked();
    case Question::exam:
        return answers.exam.asked() && (!answers.exam.is(true) || answers.exam_on.asked());
    case Question::earlier:
        return answers.earlier.asked();
    case Question::age:
        return answers.age.asked();
    case Question::sen:
        return answers.sen.asked();
    case Question::disability:
        return answers.disabled.asked();
    case Question::care:
        return answers.care.asked();
    case Question::account:
        return answers.side_asked.asked();
    case Question::work:
        return answers.work.asked();
    case Question::board:
        return answers.board.asked() &&
               (!answers.board.known() || answers.board.is(Board::not_yet) ||
                answers.board_letter.asked());
    }
    return false;
}

} // namespace onroll::check
