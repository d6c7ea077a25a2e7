// Answers travel as fields and come back as they were; only questions that matter are asked.
#include "check/answers.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace answers_test {

using namespace onroll;
using namespace onroll::check;

bool asks(const Answers& answers, Question question)
{
    const auto list = questions_for(answers);
    return std::find(list.begin(), list.end(), question) != list.end();
}

Answers after(Happened happened)
{
    Answers answers;
    answers.happened = happened;
    return answers;
}

TEST_CASE("answers come back from their fields as they were")
{
    const http::Fields typed{{"what", "suspended"},
                             {"urn", "990001"},
                             {"started-day", "19"},
                             {"started-month", "11"},
                             {"started-year", "2026"},
                             {"half", "pm"},
                             {"decided-known", "unknown"},
                             {"length", "5.5"},
                             {"letter", "yes"},
                             {"letter_says", "period"},
                             {"letter_says", "reasons"},
                             {"reason", "behaviour"},
                             {"said", "none"},
                             {"exam", "no"},
                             {"earlier", "yes"},
                             {"earlier_by", "days"},
                             {"earlier-term", "2.5"},
                             {"earlier-year-known", "unknown"},
                             {"earlier-where", "other"},
                             {"age", "school"},
                             {"sen", "plan"},
                             {"disability", "unknown"},
                             {"care", "looked_after"},
                             {"side", "no"},
                             {"account", "They pushed first."},
                             {"work", "no"},
                             {"day_six", "no"},
                             {"wrote", "no"},
                             {"board", "not_yet"}};
    const auto answers = read_answers(typed);
    CHECK(answers.half_days.is(11));
    CHECK(answers.decided.is_not_known());
    CHECK(answers.said.is({}));
    CHECK(answers.earlier.value()->year_half_days == 5);
    CHECK(answers.disabled.is_not_known());
    CHECK(read_answers(fields_of(answers)) == answers);
    for (const auto question : questions_for(answers)) {
        CAPTURE(std::string(name(question)));
        CHECK(answered(answers, question));
    }
}

TEST_CASE("times before are read by their dates, those that are complete, and come back the same")
{
    const http::Fields typed{
        {"what", "suspended"},     {"earlier", "yes"},         {"earlier_by", "dates"},
        {"earlier-1-day", "5"},    {"earlier-1-month", "10"},  {"earlier-1-year", "2026"},
        {"earlier-1-days", "2.5"}, {"earlier-1-at", "other"},  {"earlier-2-day", "31"},
        {"earlier-2-month", "2"},  {"earlier-2-year", "2026"}, {"earlier-2-days", "1"}};
    const auto answers = read_answers(typed);
    CHECK(answers.earlier_times == std::vector<EarlierTime>{{date(2026, 10, 5), 5, true}});
    CHECK(read_answers(fields_of(answers)) == answers);
    CHECK(asks(answers, Question::earlier_times));
    CHECK_FALSE(asks(answers, Question::earlier_term));
}

TEST_CASE("nothing but the answers is carried along")
{
    const auto kept = carried_fields({{"what", "permanent"}, {"go", "back"}, {"stranger", "x"}});
    CHECK(kept.size() == 1);
    CHECK(kept["what"] == "permanent");
}

TEST_CASE("a long account is cut between characters")
{
    std::string account = "x";
    while (account.size() < 3000) account += "é";
    const auto answers = read_answers({{"account", account}});
    CHECK(answers.account.size() == 1999);
    CHECK(answers.account.ends_with("é"));
    CHECK(carried_fields({{"account", account}})["account"] == answers.account);
}

TEST_CASE("a family is asked only what matters for what happened")
{
    CHECK(asks(after(Happened::suspended), Question::length));
    CHECK_FALSE(asks(after(Happened::permanent), Question::length));
    CHECK_FALSE(asks(after(Happened::part_time), Question::exam));
    CHECK(asks(after(Happened::home_education), Question::pressed));
    CHECK_FALSE(asks(after(Happened::sent_home), Question::board));
    CHECK(questions_for({}) == std::vector{Question::what});
}

TEST_CASE("each question is known by its name, and no field belongs to two")
{
    std::set<std::string_view> fields;
    for (std::size_t i = 0; i < question_count; ++i) {
        const auto question = static_cast<Question>(i);
        CHECK(question_named(name(question)) == question);
        for (const auto field : field_names(question)) CHECK(fields.insert(field).second);
    }
    CHECK_FALSE(question_named("nothing"));
}

TEST_CASE("whatever the fields hold, the answers read from them come back the same")
{
    CHECK(rc::check([] {
        http::Fields fields;
        for (std::size_t i = 0; i < question_count; ++i)
            for (const auto field : field_names(static_cast<Question>(i)))
                fields.add(std::string(field),
                           *rc::gen::element<std::string>("", "yes", "no", "unknown", "none", "1",
                                                          "2026", "suspended", "part_time",
                                                          "990001", "plan", "reasons", "stays"));
        const auto answers = read_answers(fields);
        RC_ASSERT(read_answers(fields_of(answers)) == answers);
    }));
}

} // namespace answers_test
