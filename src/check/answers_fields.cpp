// Answers as the fields of a form, there and back.
#include "check/answers.h"
#include "check/typed.h"

#include <algorithm>

namespace onroll::check {

namespace answers_fields_detail {

template <class Value>
struct Word {
    std::string_view code;
    Value value;
};

constexpr std::array<Word<Happened>, 10> happened_words{{
    {"suspended", Happened::suspended},
    {"permanent", Happened::permanent},
    {"lunchtimes", Happened::lunchtimes},
    {"sent_home", Happened::sent_home},
    {"collected_early", Happened::collected_early},
    {"part_time", Happened::part_time},
    {"unit", Happened::unit},
    {"moved", Happened::moved},
    {"home_education", Happened::home_education},
    {"off_roll", Happened::off_roll},
}};
constexpr std::array<Word<Sen>, 4> sen_words{{{"plan", Sen::plan},
                                              {"support", Sen::support},
                                              {"waiting", Sen::waiting},
                                              {"none", Sen::none}}};
constexpr std::array<Word<Care>, 3> care_words{{{"looked_after", Care::looked_after},
                                                {"social_worker", Care::social_worker},
                                                {"neither", Care::neither}}};
constexpr std::array<Word<Age>, 4> age_words{{{"under_five", Age::under_five},
                                              {"school", Age::school},
                                              {"sixth_form", Age::sixth_form},
                                              {"eighteen", Age::eighteen}}};
constexpr std::array<Word<Board>, 3> board_words{
    {{"not_yet", Board::not_yet}, {"stays", Board::stays}, {"back", Board::may_come_back}}};
constexpr std::array<Word<Because>, 4> because_words{{{"behaviour", Because::behaviour},
                                                      {"staffing", Because::staffing},
                                                      {"illness", Because::illness},
                                                      {"other", Because::other}}};
constexpr std::array<Word<Where>, 3> where_words{
    {{"own", Where::own_school}, {"other", Where::other_school}, {"online", Where::online}}};
constexpr std::array<Word<OffRollReason>, 5> off_roll_words{
    {{"home_education", OffRollReason::home_education},
     {"moved", OffRollReason::moved},
     {"excluded", OffRollReason::excluded},
     {"attendance", OffRollReason::attendance},
     {"no_reason", OffRollReason::no_reason}}};
constexpr std::array<Word<law::SchoolType>, 4> type_words{
    {{"maintained", law::SchoolType::maintained},
     {"academy", law::SchoolType::academy},
     {"ap_academy", law::SchoolType::ap_academy},
     {"pru", law::SchoolType::pru}}};
constexpr std::array<Word<law::Session>, 2> half_words{
    {{"am", law::Session::am}, {"pm", law::Session::pm}}};
constexpr std::array<Word<EarlierBy>, 2> earlier_by_words{
    {{"dates", EarlierBy::dates}, {"days", EarlierBy::days}}};
constexpr std::array<Word<EarlierWhere>, 3> earlier_where_words{
    {{"here", EarlierWhere::here}, {"other", EarlierWhere::other}, {"both", EarlierWhere::both}}};
constexpr std::array<Word<BoardBy>, 2> board_by_words{
    {{"hand", BoardBy::hand}, {"post", BoardBy::post}}};
constexpr std::array<Word<bool>, 2> yes_or_no{{{"yes", true}, {"no", false}}};

constexpr std::string_view unknown = "unknown";

/// The fields of each earlier time: three of its first day, its days, and at which school.
const std::vector<std::string> time_fields = [] {
    std::vector<std::string> all;
    for (std::size_t i = 1; i <= most_earlier_times; ++i)
        for (const auto* part : {"-day", "-month", "-year", "-days", "-at"})
            all.push_back(earlier_time_prefix(i) + part);
    return all;
}();

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
    if (const auto urn = Urn::parse(reader.fields["urn"])) {
        school.urn = *urn;
        return school;
    }
    if (reader.fields["listed"] != "no") return {};
    if (const auto council = LaCode::parse(reader.fields["council"]))
        school.council = council->number();
    // Not listed: what kind of school, and which council, each of which may be unknown.
    if (!type.asked() || (!school.council && reader.fields["council"] != unknown)) return {};
    return school;
}

/// The times that are complete: a day that is real, and a number of days.
std::vector<EarlierTime> read_earlier_times(const Reader& reader)
{
    std::vector<EarlierTime> times;
    for (std::size_t i = 1; i <= most_earlier_times; ++i) {
        const auto prefix = earlier_time_prefix(i);
        const auto day = reader.day(prefix);
        const auto half_days = typed_half_days(reader.fields[prefix + "-days"]);
        if (day.known() && half_days && *half_days > 0)
            times.push_back({*day.value(), *half_days, reader.fields[prefix + "-at"] == "other"});
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

void write_school(Writer& writer, const Answer<SchoolAnswer>& answer)
{
    if (!answer.known()) return;
    const auto& school = *answer.value();
    if (school.urn) writer.add("urn", school.urn->text());
    writer.one_of("school_type",
                  school.type  ? Answer<law::SchoolType>(*school.type)
                  : school.urn ? Answer<law::SchoolType>()
                               : Answer<law::SchoolType>::not_known(),
                  type_words);
    if (school.urn) return;
    writer.add("listed", "no");
    writer.add("council", school.council ? std::to_string(*school.council) : std::string(unknown));
}

void write_earlier(Writer& writer, const Answers& answers)
{
    writer.yes_no("earlier", answers.earlier_any);
    writer.one_of("earlier_by", answers.earlier_by, earlier_by_words);
    for (std::size_t i = 0; i < answers.earlier_times.size(); ++i) {
        const auto& time = answers.earlier_times[i];
        const auto prefix = earlier_time_prefix(i + 1);
        writer.day(prefix, time.first_day);
        writer.add(prefix + "-days", half_days_as_typed(time.half_days));
        writer.add(prefix + "-at", time.other_school ? "other" : "here");
    }
    writer.half_days("earlier-term", answers.earlier_term);
    writer.half_days("earlier-year", answers.earlier_year);
    writer.one_of("earlier-where", answers.earlier_where, earlier_where_words);
}

} // namespace answers_fields_detail

Answers read_answers(const http::Fields& fields)
{
    using namespace answers_fields_detail;
    const Reader reader{fields};
    Answers out;
    out.happened = reader.one_of("what", happened_words);
    out.school = read_school(reader);
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

http::Fields fields_of(const Answers& answers)
{
    using namespace answers_fields_detail;
    http::Fields fields;
    Writer writer{fields};
    writer.one_of("what", answers.happened, happened_words);
    write_school(writer, answers.school);
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

std::string earlier_time_prefix(std::size_t number)
{
    return "earlier-" + std::to_string(number);
}

std::vector<std::string_view> field_names(Question question)
{
    switch (question) {
    case Question::school:
        return {"school", "urn", "listed", "school_type", "council"};
    case Question::started:
        return {"started-day", "started-month", "started-year", "started-known"};
    case Question::decided:
        return {"decided-day", "decided-month", "decided-year", "decided-known"};
    case Question::ends:
        return {"ends-day", "ends-month", "ends-year", "ends-known"};
    case Question::exam_on:
        return {"exam_on-day", "exam_on-month", "exam_on-year", "exam_on-known"};
    case Question::board_on:
        return {"board_on-day", "board_on-month", "board_on-year", "board_on-known"};
    case Question::length:
        return {"length", "length-known"};
    case Question::times:
        return {"times", "times-known"};
    case Question::account:
        return {"account", "account-known"};
    case Question::earlier_times:
        return {answers_fields_detail::time_fields.begin(),
                answers_fields_detail::time_fields.end()};
    case Question::earlier_term:
        return {"earlier-term", "earlier-term-known"};
    case Question::earlier_year:
        return {"earlier-year", "earlier-year-known"};
    case Question::earlier_where:
        return {"earlier-where"};
    default:
        return {name(question)};
    }
}

http::Fields carried_fields(const http::Fields& sent)
{
    http::Fields kept;
    for (std::size_t i = 0; i < question_count; ++i)
        for (const auto field : field_names(static_cast<Question>(i)))
            for (const auto value : sent.all(field))
                if (!value.empty()) kept.add(std::string(field), std::string(within_limit(value)));
    return kept;
}

} // namespace onroll::check
