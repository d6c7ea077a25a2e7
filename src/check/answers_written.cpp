// Answers written as the fields of a form.
#include "check/answer_codes.h"
#include "check/answers.h"
#include "check/typed.h"

namespace onroll::check {

namespace answers_written_detail {

using namespace answer_codes;

/// Writes one field after another.
struct Writer {
    http::Fields& fields;

    void add(std::string name, std::string value)
    {
        if (!value.empty()) fields.add(std::move(name), std::move(value));
    }
    template <class Value, std::size_t count>
    void one_of(std::string name, const Answer<Value>& answer,
                const std::array<Word<Value>, count>& words)
    {
        if (answer.is_not_known()) return add(std::move(name), std::string(unknown));
        for (const auto& word : words)
            if (answer.is(word.value)) return add(std::move(name), std::string(word.code));
    }
    void yes_no(std::string name, const Answer<bool>& answer)
    {
        one_of(std::move(name), answer, yes_or_no);
    }
    void ticks(const std::string& name, const Answer<Ticks>& answer)
    {
        if (answer.is_not_known()) return add(name, std::string(unknown));
        if (!answer.known()) return;
        for (const auto& code : *answer.value()) add(name, code);
        if (answer.value()->empty()) add(name, "none");
    }
    void day(const std::string& prefix, const Answer<Date>& answer)
    {
        if (answer.is_not_known()) return add(prefix + "-known", std::string(unknown));
        if (!answer.known()) return;
        const auto text = iso(*answer.value());
        add(prefix + "-day", std::to_string(std::stoi(text.substr(8, 2))));
        add(prefix + "-month", std::to_string(std::stoi(text.substr(5, 2))));
        add(prefix + "-year", text.substr(0, 4));
    }
    void half_days(const std::string& name, const Answer<int>& answer)
    {
        if (answer.is_not_known()) return add(name + "-known", std::string(unknown));
        if (answer.known()) add(name, half_days_as_typed(*answer.value()));
    }
};

void write_school(Writer& writer, const Answers& answers)
{
    const auto school = answers.school.value_or({});
    if (school.urn) writer.add("urn", school.urn->text());
    if (school.type_wanted) writer.add("ask_type", "yes");
    if (answers.school.known() && !school.urn) writer.add("listed", "no");
    writer.one_of("school_type", answers.school_type, type_words);
    if (answers.council.is_not_known()) writer.add("council", std::string(unknown));
    if (answers.council.known()) writer.add("council", council_as_typed(*answers.council.value()));
}

void write_earlier(Writer& writer, const Answers& answers)
{
    writer.yes_no("earlier", answers.earlier_any);
    writer.one_of("earlier_by", answers.earlier_by, earlier_by_words);
    for (std::size_t i = 0; i < answers.earlier_times.size(); ++i) {
        const auto& time = answers.earlier_times[i];
        const auto prefix = earlier_time_prefix(i + 1);
        writer.day(prefix, time.first_day);
        writer.half_days(prefix + "-days", time.half_days);
        writer.one_of(prefix + "-at", time.at, earlier_at_words);
        writer.yes_no(prefix + "-more", time.more);
    }
    writer.half_days("earlier-term", answers.earlier_term);
    writer.half_days("earlier-year", answers.earlier_year);
    writer.one_of("earlier-where", answers.earlier_where, earlier_where_words);
}

} // namespace answers_written_detail

http::Fields fields_of(const Answers& answers)
{
    using namespace answer_codes;
    using namespace answers_written_detail;
    http::Fields fields;
    Writer writer{fields};
    writer.one_of("what", answers.happened, happened_words);
    write_school(writer, answers);
    writer.day("started", answers.started);
    writer.one_of("half", answers.started_half, half_words);
    writer.day("decided", answers.decided);
    writer.half_days("length", answers.half_days);
    if (answers.lunchtimes.asked())
        writer.half_days("length", answers.lunchtimes.known()
                                       ? Answer<int>(*answers.lunchtimes.value() * 2)
                                       : answers.lunchtimes);
    writer.half_days("times", answers.times.known() ? Answer<int>(*answers.times.value() * 2)
                                                    : answers.times);
    writer.one_of("because", answers.because, because_words);
    writer.yes_no("agreed", answers.agreed);
    writer.yes_no("has_end", answers.has_end);
    writer.day("ends", answers.ends);
    writer.one_of("where", answers.where, where_words);
    writer.ticks("pressed", answers.pressed);
    writer.one_of("why", answers.why_off_roll, off_roll_words);
    writer.yes_no("letter", answers.letter);
    writer.ticks("letter_says", answers.letter_says);
    writer.ticks("reason", answers.reason);
    writer.ticks("said", answers.said);
    writer.yes_no("exam", answers.exam);
    writer.day("exam_on", answers.exam_on);
    write_earlier(writer, answers);
    writer.one_of("age", answers.age, age_words);
    writer.one_of("sen", answers.sen, sen_words);
    writer.yes_no("disability", answers.disabled);
    writer.one_of("care", answers.care, care_words);
    writer.yes_no("side", answers.side_asked);
    writer.add("account", answers.account);
    if (answers.account_not_known) writer.add("account-known", std::string(unknown));
    writer.yes_no("work", answers.work);
    writer.yes_no("day_six", answers.day_six);
    writer.yes_no("wrote", answers.wrote_to_board);
    writer.one_of("board", answers.board, board_words);
    writer.day("board_on", answers.board_letter);
    writer.one_of("board_by", answers.board_by, board_by_words);
    return fields;
}

} // namespace onroll::check
