// Answers travel as fields and come back as they were; only questions that matter are asked.
#include "check/answers.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace answers_test {

using namespace onroll;
using namespace onroll::check;

bool asks(const Answers& answers, const Asked& question)
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
    for (const auto& question : questions_for(answers)) {
        CAPTURE(name(question));
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
    REQUIRE(answers.earlier_times.size() == 2);
    // Told before each time had a page of its own: that there is a second shows that there was.
    CHECK(answers.earlier_times[0] == EarlierTime{date(2026, 10, 5), 5, EarlierAt::other, true});
    CHECK(answers.earlier_times[0].counts());
    CHECK_FALSE(answers.earlier_times[1].counts());
    CHECK(read_answers(fields_of(answers)) == answers);
    CHECK(asks(answers, {Question::earlier_day, 2}));
    CHECK_FALSE(asks(answers, {Question::earlier_day, 3}));
    CHECK_FALSE(asks(answers, Question::earlier_term));
}

TEST_CASE("each thing about a time before may be not known, and one more time is asked about")
{
    http::Fields typed{{"what", "suspended"},
                       {"earlier", "yes"},
                       {"earlier_by", "dates"},
                       {"earlier-1-known", "unknown"},
                       {"earlier-1-days-known", "unknown"},
                       {"earlier-1-at", "unknown"},
                       {"earlier-1-more", "yes"}};
    const auto answers = read_answers(typed);
    CHECK(asks(answers, {Question::earlier_at, 2}));
    CHECK_FALSE(answered(answers, {Question::earlier_day, 2}));
    CHECK(read_answers(fields_of(answers)) == answers);
    typed.set("earlier-1-more", "unknown");
    CHECK_FALSE(asks(read_answers(typed), {Question::earlier_day, 2}));
}

TEST_CASE("a time before is taken out, and those after it move up")
{
    http::Fields typed{{"what", "suspended"}, {"earlier", "yes"}, {"earlier_by", "dates"}};
    for (const auto& [prefix, day, more] :
         {std::tuple{"earlier-1", "5", "yes"}, {"earlier-2", "6", "yes"}, {"earlier-3", "7", "no"}})
        for (const auto& [part, value] : {std::pair{"-day", day},
                                          {"-month", "10"},
                                          {"-year", "2026"},
                                          {"-days", "1"},
                                          {"-at", "here"},
                                          {"-more", more}})
            typed.set(std::string(prefix) + part, value);
    const auto days = [](const http::Fields& fields) {
        std::vector<Date> all;
        for (const auto& time : read_answers(fields).earlier_times)
            all.push_back(*time.first_day.value());
        return all;
    };
    const auto middle = without_earlier_time(typed, 2);
    CHECK(days(middle) == std::vector{date(2026, 10, 5), date(2026, 10, 7)});
    CHECK(read_answers(middle).earlier_times.back().more.is(false));
    const auto last = without_earlier_time(typed, 3);
    CHECK(days(last) == std::vector{date(2026, 10, 5), date(2026, 10, 6)});
    CHECK(read_answers(last).earlier_times.back().more.is(false));
    const auto none = without_earlier_time(without_earlier_time(last, 1), 1);
    CHECK(read_answers(none).earlier_times.empty());
    CHECK_FALSE(answered(read_answers(none), Question::earlier));
}

TEST_CASE("of a school that no list has, its kind and its council are asked, one after the other")
{
    const auto unlisted = read_answers({{"what", "suspended"}, {"listed", "no"}});
    CHECK(asks(unlisted, Question::school_type));
    CHECK(asks(unlisted, Question::council));
    const auto listed = read_answers({{"what", "suspended"}, {"urn", "990001"}});
    CHECK_FALSE(asks(listed, Question::school_type));
    const auto without_kind =
        read_answers({{"what", "suspended"}, {"urn", "990001"}, {"ask_type", "yes"}});
    CHECK(asks(without_kind, Question::school_type));
    CHECK_FALSE(asks(without_kind, Question::council));
    const auto of_a_low_code =
        read_answers({{"what", "suspended"}, {"listed", "no"}, {"council", "001"}});
    CHECK(of_a_low_code.council.is(1));
    for (const auto& answers : {unlisted, listed, without_kind, of_a_low_code})
        CHECK(read_answers(fields_of(answers)) == answers);
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
    CHECK(questions_for({}) == std::vector<Asked>{Question::what});
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
    CHECK(asked_named("earlier_at-10") == Asked{Question::earlier_at, 10});
    CHECK(asked_named("council") == Asked{Question::council});
    for (const auto* no :
         {"earlier_at", "earlier_at-0", "earlier_at-11", "council-1", "", "nothing"})
        CHECK_FALSE(asked_named(no));
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
