#include "check/told.h"

#include "check/typed.h"

#include <utility>

namespace onroll::check {

namespace told_detail {

/// Puts each answer into words.
struct Saying {
    const Words& words;
    const http::Fields& fields;
    const Answers& answers;
    std::string school_name;

    std::string of(const std::string& key) const { return words(key); }
    std::string field(std::string_view name) const { return std::string(fields[name]); }

    template <class Value>
    std::string day(const Answer<Value>& answer) const
    {
        if (answer.is_not_known()) return of("check.unknown");
        return answer.known() ? words.day(*answer.value()) : of("check.not_given");
    }
    std::string yes_no(const Answer<bool>& answer) const
    {
        if (answer.is_not_known()) return of("check.unknown");
        if (!answer.known()) return of("check.not_given");
        return of(answer.is(true) ? "check.yes" : "check.no");
    }
    std::string coded(Question question, const std::string& value) const
    {
        if (value.empty()) return of("check.not_given");
        if (value == "unknown" && question != Question::what) return of("check.unknown");
        if (value == "none") return of("check.none");
        return of("q." + std::string(name(question)) + "." + value);
    }
    std::string ticks(Question question, std::string_view field_name) const
    {
        std::vector<std::string> said;
        for (const auto value : fields.all(field_name))
            said.push_back(coded(question, std::string(value)));
        if (said.empty()) return of("check.not_given");
        std::string lines;
        for (const auto& one : said) lines += (lines.empty() ? "" : "\n") + one;
        return lines;
    }
    std::string number(std::string_view field_name) const
    {
        if (field(std::string(field_name) + "-known") == "unknown") return of("check.unknown");
        return field(field_name).empty() ? of("check.not_given") : field(field_name);
    }
};

std::string school_in_words(const Saying& say)
{
    if (say.answers.school.value_or({}).urn) return say.school_name;
    return say.of("q.school.other");
}

/// Each earlier time on a line of its own.
std::string earlier_times_in_words(const Saying& say)
{
    std::string lines;
    for (const auto& time : say.answers.earlier_times) {
        const auto line =
            say.words("q.earlier_times.line",
                      {{"day", say.words.date(time.first_day)},
                       {"days", half_days_as_typed(time.half_days)},
                       {"where", say.of(time.other_school ? "q.earlier_times.other"
                                                          : "q.earlier_times.here")}});
        lines += (lines.empty() ? "" : "\n") + line;
    }
    return lines.empty() ? say.of("check.not_given") : lines;
}

std::string in_words(const Saying& say, Question question)
{
    const auto& answers = say.answers;
    switch (question) {
    case Question::school:
        return school_in_words(say);
    case Question::started:
        return say.day(answers.started);
    case Question::decided:
        return say.day(answers.decided);
    case Question::ends:
        return say.day(answers.ends);
    case Question::exam_on:
        return say.day(answers.exam_on);
    case Question::board_on:
        return say.day(answers.board_letter);
    case Question::length:
    case Question::times:
    case Question::earlier_term:
    case Question::earlier_year:
        return say.number(field_names(question).front());
    case Question::agreed:
        return say.yes_no(answers.agreed);
    case Question::disability:
        return say.yes_no(answers.disabled);
    case Question::has_end:
        return say.yes_no(answers.has_end);
    case Question::letter:
        return say.yes_no(answers.letter);
    case Question::exam:
        return say.yes_no(answers.exam);
    case Question::earlier:
        return say.yes_no(answers.earlier_any);
    case Question::side:
        return say.yes_no(answers.side_asked);
    case Question::work:
        return say.yes_no(answers.work);
    case Question::day_six:
        return say.yes_no(answers.day_six);
    case Question::wrote:
        return say.yes_no(answers.wrote_to_board);
    case Question::earlier_times:
        return earlier_times_in_words(say);
    case Question::account:
        return answers.account_not_known ? say.of("check.unknown") : answers.account;
    default:
        return say.ticks(question, field_names(question).front());
    }
}

} // namespace told_detail

std::vector<ToldAnswer> told_answers(const Words& words, const http::Fields& fields,
                                     const std::string& school_name)
{
    using namespace told_detail;
    const auto answers = read_answers(fields);
    const Saying say{words, fields, answers, school_name};
    std::vector<ToldAnswer> told;
    for (const auto question : questions_for(answers))
        told.push_back({question, "q." + std::string(name(question)) + ".short",
                        told_detail::in_words(say, question)});
    return told;
}

} // namespace onroll::check
