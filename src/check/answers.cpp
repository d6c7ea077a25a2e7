#include "check/answers.h"

#include <algorithm>

namespace onroll::check {

namespace answers_detail {

constexpr std::array<std::string_view, question_count> question_names{
    "what",          "school",       "school_type", "council",      "started",      "half",
    "decided",       "length",       "times",       "because",      "agreed",       "has_end",
    "ends",          "where",        "pressed",     "why",          "letter",       "letter_says",
    "reason",        "said",         "exam",        "exam_on",      "earlier",      "earlier_by",
    "earlier_day",   "earlier_days", "earlier_at",  "earlier_more", "earlier_term", "earlier_year",
    "earlier_where", "age",          "sen",         "disability",   "care",         "side",
    "account",       "work",         "day_six",     "wrote",        "board",        "board_on",
    "board_by"};

constexpr std::array of_each_time{Question::earlier_day, Question::earlier_days,
                                  Question::earlier_at, Question::earlier_more};

using List = std::vector<Asked>;

void add(List& list, std::initializer_list<Asked> more, bool where = true)
{
    if (where) list.insert(list.end(), more);
}

void add_about_the_child(List& list)
{
    add(list,
        {Question::sen, Question::disability, Question::care, Question::side, Question::account});
}

/// The school, and of one that no list has, or whose kind no list says, what kind and where.
void add_the_school(List& list, const Answers& answers)
{
    const auto school = answers.school.value_or({});
    const bool unlisted = answers.school.known() && !school.urn;
    list.push_back(Question::school);
    add(list, {Question::school_type}, unlisted || school.type_wanted);
    add(list, {Question::council}, unlisted);
}

/// Each time before: those that were told of, and the next where there is one more.
void add_times_before(List& list, const Answers& answers)
{
    const auto& told = answers.earlier_times;
    const bool one_more = told.empty() || told.back().more.is(true);
    const auto all = std::min(told.size() + (one_more ? 1 : 0), most_earlier_times);
    for (std::size_t time = 1; time <= all; ++time) {
        for (const auto question :
             {Question::earlier_day, Question::earlier_days, Question::earlier_at})
            list.emplace_back(question, time);
        if (time < most_earlier_times) list.emplace_back(Question::earlier_more, time);
    }
}

/// Dates of the times before, or else about how many days.
void add_earlier_times(List& list, const Answers& answers)
{
    list.push_back(Question::earlier);
    if (!answers.earlier_any.is(true)) return;
    list.push_back(Question::earlier_by);
    if (answers.earlier_by.is(EarlierBy::dates)) add_times_before(list, answers);
    add(list, {Question::earlier_term, Question::earlier_year, Question::earlier_where},
        answers.earlier_by.is(EarlierBy::days));
}

void add_what_followed(List& list, const Answers& answers)
{
    add(list, {Question::wrote, Question::board});
    add(list, {Question::board_on}, answers.board_decided());
    add(list, {Question::board_by}, answers.board_decided() && answers.board_letter.known());
}

/// Whether teaching from the sixth day may be due.
bool may_reach_day_six(const Answers& answers)
{
    return !answers.happened.is(Happened::suspended) || !answers.half_days.known() ||
           *answers.half_days.value() > 10;
}

List for_exclusions(const Answers& answers)
{
    const bool permanent = answers.happened.is(Happened::permanent);
    const bool lunchtimes = answers.happened.is(Happened::lunchtimes);
    const bool sure = answers.happened.known();
    List list{Question::what};
    add_the_school(list, answers);
    list.push_back(Question::started);
    add(list, {Question::half}, sure && !lunchtimes);
    add(list, {Question::decided}, sure);
    add(list, {Question::length}, sure && !permanent);
    list.push_back(Question::letter);
    add(list, {Question::letter_says}, answers.letter.is(true));
    add(list, {Question::reason, Question::said});
    add(list, {Question::exam}, !lunchtimes);
    add(list, {Question::exam_on}, !lunchtimes && answers.exam.is(true));
    add_earlier_times(list, answers);
    list.push_back(Question::age);
    add_about_the_child(list);
    add(list, {Question::work}, sure && !lunchtimes);
    add(list, {Question::day_six}, sure && !lunchtimes && may_reach_day_six(answers));
    if (sure) add_what_followed(list, answers);
    return list;
}

List for_what_is_no_exclusion(const Answers& answers)
{
    List list{Question::what};
    add_the_school(list, answers);
    const bool has_end = answers.has_end.is(true);
    switch (*answers.happened.value()) {
    case Happened::sent_home:
    case Happened::collected_early:
        add(list, {Question::started, Question::because, Question::times, Question::agreed});
        break;
    case Happened::part_time:
        add(list, {Question::started, Question::has_end});
        add(list, {Question::ends}, has_end);
        add(list, {Question::because, Question::agreed});
        break;
    case Happened::unit:
        add(list, {Question::where, Question::started, Question::has_end});
        add(list, {Question::ends}, has_end);
        add(list, {Question::letter});
        break;
    case Happened::moved:
        add(list, {Question::started, Question::agreed, Question::said});
        break;
    case Happened::home_education:
        add(list, {Question::started, Question::pressed});
        break;
    case Happened::off_roll:
        add(list, {Question::started, Question::why_off_roll});
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

std::string name(const Asked& asked)
{
    const auto question = std::string(name(asked.question));
    return asked.time ? question + "-" + std::to_string(asked.time) : question;
}

std::optional<Asked> asked_named(std::string_view words)
{
    for (std::size_t time = 1; time <= most_earlier_times; ++time)
        for (const auto question : answers_detail::of_each_time)
            if (words == name(Asked{question, time})) return Asked{question, time};
    const auto question = question_named(words);
    const auto& repeated = answers_detail::of_each_time;
    if (!question || std::find(repeated.begin(), repeated.end(), *question) != repeated.end())
        return std::nullopt;
    return Asked{*question};
}

bool Answers::an_exclusion() const
{
    return happened.is_not_known() || happened.is(Happened::suspended) ||
           happened.is(Happened::permanent) || happened.is(Happened::lunchtimes);
}

std::vector<Asked> questions_for(const Answers& answers)
{
    using namespace answers_detail;
    if (!answers.happened.asked()) return {Question::what};
    if (answers.an_exclusion()) return for_exclusions(answers);
    return for_what_is_no_exclusion(answers);
}

bool answered(const Answers& answers, const Asked& asked)
{
    const auto told = answers.earlier_times.size();
    const auto time =
        asked.time && asked.time <= told ? answers.earlier_times[asked.time - 1] : EarlierTime{};
    switch (asked.question) {
    case Question::what:
        return answers.happened.asked();
    case Question::school:
        return answers.school.asked();
    case Question::school_type:
        return answers.school_type.asked();
    case Question::council:
        return answers.council.asked();
    case Question::started:
        return answers.started.asked();
    case Question::half:
        return answers.started_half.asked();
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
    case Question::has_end:
        return answers.has_end.asked();
    case Question::ends:
        return answers.ends.asked();
    case Question::where:
        return answers.where.asked();
    case Question::pressed:
        return answers.pressed.asked();
    case Question::why_off_roll:
        return answers.why_off_roll.asked();
    case Question::letter:
        return answers.letter.asked();
    case Question::letter_says:
        return answers.letter_says.asked();
    case Question::reason:
        return answers.reason.asked();
    case Question::said:
        return answers.said.asked();
    case Question::exam:
        return answers.exam.asked();
    case Question::exam_on:
        return answers.exam_on.asked();
    case Question::earlier:
        return answers.earlier_any.asked();
    case Question::earlier_by:
        return answers.earlier_by.asked();
    case Question::earlier_day:
        return time.first_day.asked();
    case Question::earlier_days:
        return time.half_days.asked();
    case Question::earlier_at:
        return time.at.asked();
    case Question::earlier_more:
        return time.more.asked();
    case Question::earlier_term:
        return answers.earlier_term.asked();
    case Question::earlier_year:
        return answers.earlier_year.asked();
    case Question::earlier_where:
        return answers.earlier_where.asked();
    case Question::age:
        return answers.age.asked();
    case Question::sen:
        return answers.sen.asked();
    case Question::disability:
        return answers.disabled.asked();
    case Question::care:
        return answers.care.asked();
    case Question::side:
        return answers.side_asked.asked();
    case Question::account:
        return !answers.account.empty() || answers.account_not_known;
    case Question::work:
        return answers.work.asked();
    case Question::day_six:
        return answers.day_six.asked();
    case Question::wrote:
        return answers.wrote_to_board.asked();
    case Question::board:
        return answers.board.asked();
    case Question::board_on:
        return answers.board_letter.asked();
    case Question::board_by:
        return answers.board_by.asked();
    }
    return false;
}

bool can_be_said(std::string_view code, const Answer<Happened>& happened)
{
    const bool permanent = happened.is(Happened::permanent);
    if (code == "return_condition" || code == "no_end_date" || code == "lengthened")
        return !permanent;
    if (code == "turned_permanent") return permanent;
    return true;
}

} // namespace onroll::check
