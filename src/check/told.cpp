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

void add_earlier(const Saying& say, std::vector<ToldAnswer>& rows)
{
    auto value = say.yes_no(say.answers.earlier_any);
    if (say.answers.earlier_any.is(true)) {
        value = say.of("q.earlier.term") + " " + say.number("earlier-term") + "\n" +
                say.of("q.earlier.year") + " " + say.number("earlier-year");
    }
    rows.push_back({Question::earlier, "q.earlier.short", value});
}

void add_rows(const Saying& say, Question question, std::vector<ToldAnswer>& rows)
{
    const auto& answers = say.answers;
    const auto key = "q." + std::string(name(question)) + ".short";
    const auto add = [&](std::string value) { rows.push_back({question, key, std::move(value)}); };
    switch (question) {
    case Question::school:
        return add(school_in_words(say));
    case Question::started: {
        auto value = say.day(answers.started);
        if (answers.started_half.known()) value += "\n" + say.of("q.started." + say.field("half"));
        return add(value);
    }
    case Question::decided:
        return add(say.day(answers.decided));
    case Question::length:
    case Question::times:
        return add(say.number(name(question)));
    case Question::agreed:
    case Question::disability:
        return add(say.yes_no(question == Question::agreed ? answers.agreed : answers.disabled));
    case Question::ends:
        return add(answers.has_end.is(true) ? say.day(answers.ends) : say.yes_no(answers.has_end));
    case Question::exam:
        return add(answers.exam.is(true) ? say.day(answers.exam_on) : say.yes_no(answers.exam));
    case Question::letter:
        add(say.yes_no(answers.letter));
        if (answers.letter.is(true) && !say.fields.all("letter_says").empty())
            rows.push_back({question, "q.letter.says", say.ticks(question, "letter_says")});
        return;
    case Question::earlier:
        return add_earlier(say, rows);
    case Question::account:
        add(say.yes_no(answers.side_asked));
        if (!answers.account.empty()) rows.push_back({question, "q.account.said", answers.account});
        return;
    case Question::work:
        add(say.yes_no(answers.work));
        rows.push_back({question, "q.work.day_six.short", say.yes_no(answers.day_six)});
        return;
    case Question::board:
        rows.push_back({question, "q.board.wrote.short", say.yes_no(answers.wrote_to_board)});
        add(say.coded(question, say.field("board")));
        return;
    default:
        return add(say.ticks(question, name(question)));
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
    for (const auto question : questions_for(answers)) add_rows(say, question, told);
    return told;
}

} // namespace onroll::check
