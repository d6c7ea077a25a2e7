// Which fields of a form belong to which question.
#include "check/answers.h"
#include "check/typed.h"

#include <array>

namespace onroll::check {

namespace field_names_detail {

/// What the fields of each time end in, for each question about it.
constexpr std::array day_parts{"-day", "-month", "-year", "-known"};
constexpr std::array length_parts{"-days", "-days-known"};
constexpr std::array at_parts{"-at"};
constexpr std::array more_parts{"-more"};

template <std::size_t count>
std::vector<std::string> fields_of_times(const std::array<const char*, count>& parts)
{
    std::vector<std::string> all;
    for (std::size_t i = 1; i <= most_earlier_times; ++i)
        for (const auto* part : parts) all.push_back(earlier_time_prefix(i) + part);
    return all;
}

/// The fields of one time, or of all of them.
template <std::size_t count>
std::vector<std::string_view> of_time(const std::array<const char*, count>& parts,
                                      const std::vector<std::string>& all, std::size_t time)
{
    if (time == 0) return {all.begin(), all.end()};
    const auto from = all.begin() + static_cast<std::ptrdiff_t>((time - 1) * parts.size());
    return {from, from + static_cast<std::ptrdiff_t>(parts.size())};
}

std::vector<std::string_view> fields_about_a_time(const Asked& asked)
{
    static const auto days = fields_of_times(day_parts);
    static const auto lengths = fields_of_times(length_parts);
    static const auto places = fields_of_times(at_parts);
    static const auto more = fields_of_times(more_parts);
    if (asked.question == Question::earlier_day) return of_time(day_parts, days, asked.time);
    if (asked.question == Question::earlier_days) return of_time(length_parts, lengths, asked.time);
    if (asked.question == Question::earlier_at) return of_time(at_parts, places, asked.time);
    return of_time(more_parts, more, asked.time);
}

} // namespace field_names_detail

std::string earlier_time_prefix(std::size_t number)
{
    return "earlier-" + std::to_string(number);
}

std::vector<std::string_view> field_names(const Asked& asked)
{
    switch (asked.question) {
    case Question::school:
        return {"school", "urn", "listed", "ask_type"};
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
    case Question::earlier_day:
    case Question::earlier_days:
    case Question::earlier_at:
    case Question::earlier_more:
        return field_names_detail::fields_about_a_time(asked);
    case Question::earlier_term:
        return {"earlier-term", "earlier-term-known"};
    case Question::earlier_year:
        return {"earlier-year", "earlier-year-known"};
    case Question::earlier_where:
        return {"earlier-where"};
    default:
        return {name(asked.question)};
    }
}

http::Fields without_earlier_time(http::Fields fields, std::size_t number)
{
    using namespace field_names_detail;
    const auto of = [](std::size_t time) {
        std::vector<std::string_view> all;
        for (const auto question : {Question::earlier_day, Question::earlier_days,
                                    Question::earlier_at, Question::earlier_more})
            for (const auto field : fields_about_a_time({question, time})) all.push_back(field);
        return all;
    };
    const auto told = read_answers(fields).earlier_times.size();
    if (told <= 1 && number <= 1) {
        // With the only one gone, whether there was any is asked again.
        for (const auto field : of(0)) fields.remove(field);
        fields.remove("earlier");
        fields.remove("earlier_by");
        return fields;
    }
    for (auto time = number; time <= most_earlier_times; ++time) {
        const auto here = of(time);
        for (std::size_t i = 0; i < here.size(); ++i) {
            const auto next = time < most_earlier_times ? std::string(fields[of(time + 1)[i]]) : "";
            fields.remove(here[i]);
            if (!next.empty()) fields.set(std::string(here[i]), next);
        }
    }
    if (number > 1 && number >= told) fields.set(earlier_time_prefix(number - 1) + "-more", "no");
    return fields;
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
