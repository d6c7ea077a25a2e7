// Answers read from the fields of a form.
#include "check/answer_codes.h"
#include "check/answers.h"
#include "check/typed.h"

#include <algorithm>

namespace onroll::check {

namespace answers_fields_detail {

using namespace answer_codes;

/// Reads one field after another.
struct Reader {
    const http::Fields& fields;

    template <class Value, std::size_t count>
    Answer<Value> one_of(std::string_view name, const std::array<Word<Value>, count>& words) const
    {
        const auto typed = fields[name];
        if (typed == unknown) return Answer<Value>::not_known();
        for (const auto& word : words)
            if (word.code == typed) return word.value;
        return {};
    }
    Answer<bool> yes_no(std::string_view name) const { return one_of(name, yes_or_no); }

    template <std::size_t count>
    Answer<Ticks> ticks(std::string_view name,
                        const std::array<std::string_view, count>& codes) const
    {
        Ticks found;
        bool asked = false;
        for (const auto typed : fields.all(name)) {
            if (typed == unknown) return Answer<Ticks>::not_known();
            if (typed == "none") asked = true;
            if (std::find(codes.begin(), codes.end(), typed) != codes.end())
                found.insert(std::string(typed));
        }
        if (found.empty() && !asked) return {};
        return found;
    }

    Answer<Date> day(const std::string& prefix) const
    {
        if (fields[prefix + "-known"] == unknown) return Answer<Date>::not_known();
        const auto typed = typed_date(fields, prefix);
        if (typed.empty()) return {};
        const auto parsed = parse_typed_date(typed.day, typed.month, typed.year, "The date");
        return parsed ? Answer<Date>(*parsed) : Answer<Date>();
    }

    Answer<int> council() const
    {
        if (fields["council"] == unknown) return Answer<int>::not_known();
        const auto code = LaCode::parse(fields["council"]);
        return code ? Answer<int>(code->number()) : Answer<int>();
    }

    Answer<int> half_days(std::string_view name) const
    {
        if (fields[std::string(name) + "-known"] == unknown) return Answer<int>::not_known();
        const auto number = typed_half_days(fields[name]);
        return number ? Answer<int>(*number) : Answer<int>();
    }
};

Answer<SchoolAnswer> read_school(const Reader& reader)
{
    SchoolAnswer school;
    const auto type = reader.one_of("school_type", type_words);
    school.type = type.value();
    school.council = reader.council().value();
    if (const auto urn = Urn::parse(reader.fields["urn"])) {
        school.urn = *urn;
        school.council.reset();
        school.type_wanted = type.asked() || reader.fields["ask_type"] == "yes";
        return school;
    }
    if (reader.fields["listed"] != "no") return {};
    return school;
}

/// The times before, as far as there are answers. A later one shows that there was another.
std::vector<EarlierTime> read_earlier_times(const Reader& reader)
{
    std::vector<EarlierTime> times;
    for (std::size_t i = 1; i <= most_earlier_times; ++i) {
        const auto prefix = earlier_time_prefix(i);
        const EarlierTime time{reader.day(prefix), reader.half_days(prefix + "-days"),
                               reader.one_of(prefix + "-at", earlier_at_words),
                               i < most_earlier_times ? reader.yes_no(prefix + "-more")
                                                      : Answer<bool>()};
        if (time == EarlierTime{}) break;
        if (!times.empty()) times.back().more = true;
        times.push_back(time);
        if (time.more.asked() && !time.more.is(true)) break;
    }
    return times;
}

/// What the totals say, where days were given; see with_totals for dates.
Answer<Earlier> earlier_of(const Answers& answers)
{
    if (answers.earlier_any.is(false)) return Earlier{};
    if (!answers.earlier_any.asked()) return {};
    if (!answers.earlier_term.known() && !answers.earlier_year.known())
        return Answer<Earlier>::not_known();
    const int term = answers.earlier_term.value_or(0);
    return Earlier{term, std::max(answers.earlier_year.value_or(0), term),
                   answers.earlier_where.is(EarlierWhere::other) ||
                       answers.earlier_where.is(EarlierWhere::both)};
}

} // namespace answers_fields_detail

Answers read_answers(const http::Fields& fields)
{
    using namespace answer_codes;
    using namespace answers_fields_detail;
    const Reader reader{fields};
    Answers out;
    out.happened = reader.one_of("what", happened_words);
    out.school = read_school(reader);
    out.school_type = reader.one_of("school_type", type_words);
    out.council = reader.council();
    out.started = reader.day("started");
    out.started_half = reader.one_of("half", half_words);
    out.decided = reader.day("decided");
    (out.happened.is(Happened::lunchtimes) ? out.lunchtimes : out.half_days) =
        reader.half_days("length");
    if (out.lunchtimes.known()) out.lunchtimes = *out.lunchtimes.value() / 2;
    out.times = reader.half_days("times");
    if (out.times.known()) out.times = *out.times.value() / 2;
    out.because = reader.one_of("because", because_words);
    out.agreed = reader.yes_no("agreed");
    out.has_end = reader.yes_no("has_end");
    out.ends = reader.day("ends");
    out.where = reader.one_of("where", where_words);
    out.pressed = reader.ticks("pressed", pressed_codes);
    out.why_off_roll = reader.one_of("why", off_roll_words);
    out.letter = reader.yes_no("letter");
    out.letter_says = reader.ticks("letter_says", letter_codes);
    out.reason = reader.ticks("reason", reason_codes);
    out.said = reader.ticks("said", said_codes);
    out.exam = reader.yes_no("exam");
    out.exam_on = reader.day("exam_on");
    out.earlier_any = reader.yes_no("earlier");
    out.earlier_by = reader.one_of("earlier_by", earlier_by_words);
    out.earlier_times = read_earlier_times(reader);
    out.earlier_term = reader.half_days("earlier-term");
    out.earlier_year = reader.half_days("earlier-year");
    out.earlier_where = reader.one_of("earlier-where", earlier_where_words);
    out.earlier = earlier_of(out);
    out.age = reader.one_of("age", age_words);
    out.sen = reader.one_of("sen", sen_words);
    out.disabled = reader.yes_no("disability");
    out.care = reader.one_of("care", care_words);
    out.side_asked = reader.yes_no("side");
    out.account = std::string(within_limit(fields["account"]));
    out.account_not_known = out.account.empty() && fields["account-known"] == unknown;
    out.work = reader.yes_no("work");
    out.day_six = reader.yes_no("day_six");
    out.wrote_to_board = reader.yes_no("wrote");
    out.board = reader.one_of("board", board_words);
    out.board_letter = reader.day("board_on");
    out.board_by = reader.one_of("board_by", board_by_words);
    out.board_letter_by_post = out.board_letter.known() && out.board_by.is(BoardBy::post);
    return out;
}

} // namespace onroll::check
