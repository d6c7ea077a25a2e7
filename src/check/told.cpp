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
    const NamesTold& names;

    std::string of(const std::string& key) const { return words(key); }
    std::string field(std::string_view name) const { return std::string(fields[name]); }

    EarlierTime time(const Asked& asked) const
    {
        const auto& all = answers.earlier_times;
        return asked.time && asked.time <= all.size() ? all[asked.time - 1] : EarlierTime{};
    }
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
    if (say.answers.school.value_or({}).urn) return say.names.school;
    return say.of("q.school.other");
}

std::string council_in_words(const Saying& say)
{
    if (say.answers.council.is_not_known()) return say.of("check.unknown");
    if (!say.answers.council.known()) return say.of("check.not_given");
    if (!say.names.council.empty()) return say.names.council;
    return say.words("q.council.number",
                     {{"number", council_as_typed(*say.answers.council.value())}});
}

std::string in_words(const Saying& say, const Asked& asked)
{
    const auto& answers = say.answers;
    const auto field = field_names(asked).front();
    switch (asked.question) {
    case Question::school:
        return school_in_words(say);
    case Question::council:
        return council_in_words(say);
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
    case Question::earlier_days:
        return say.number(field);
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
    case Question::earlier_day:
        return say.day(say.time(asked).first_day);
    case Question::earlier_more:
        return say.yes_no(say.time(asked).more);
    case Question::account:
        return answers.account_not_known ? say.of("check.unknown") : answers.account;
    default:
        return say.ticks(asked.question, field);
    }
}

} // namespace told_detail

std::vector<ToldAnswer> told_answers(const Words& words, const http::Fields& fields,
                                     const NamesTold& names)
{
    using namespace told_detail;
    const auto answers = read_answers(fields);
    const Saying say{words, fields, answers, names};
    std::vector<ToldAnswer> told;
    for (const auto& asked : questions_for(answers))
        told.push_back({asked,
                        words("q." + std::string(name(asked.question)) + ".short",
                              {{"number", std::to_string(asked.time)}}),
                        told_detail::in_words(say, asked)});
    return told;
}

} // namespace onroll::check
