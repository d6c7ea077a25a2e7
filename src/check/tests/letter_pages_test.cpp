// The pages of the letter check: paste, what it is about, what was found; or tick.
#include "builders.h"
#include "check/letter_cues.h"
#include "check/letter_words.h"
#include "check/pages.h"
#include "check/words.h"
#include "helpers/readability.h"
#include "law/circumstance_codes.h"
#include "law/rule_lists.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace letter_pages_test {

using namespace onroll;
using namespace onroll::check;

struct Server {
    FixedClock clock{date(2026, 11, 23)};
    design::Site site{};
    Services given = check_tests::services(site, clock);
    http::Router router;
    Server() { add_pages(router, given); }

    http::Response get() const { return http::handle(router, http::Request::get("/check/letter")); }
    http::Response post(const http::Fields& fields) const
    {
        return http::handle(router, http::Request::post("/check/letter", fields));
    }
};

const std::string letter = "Dear parent. Sam is suspended for 2 days from 23 November 2026 until "
                           "further notice because he swore at a teacher. You cannot appeal. "
                           "Canary phrase.";

bool has(const http::Response& response, const std::string& words)
{
    return response.body.find(words) != std::string::npos;
}

http::Fields facts(const char* kind)
{
    return {
        {"letter_step", "facts"},         {"letter_text", letter},          {"letter_kind", kind},
        {"letter_days-known", "unknown"}, {"letter_date-known", "unknown"}, {"letter_total", "no"}};
}

const std::vector<std::string> terms{
    "permanent exclusion", "exclusion",   "suspension", "suspended", "governors",
    "head teacher",        "independent", "disability", "tribunal",  "timetables"};

} // namespace letter_pages_test

TEST_CASE("an empty letter, or one too long, is said at its field and nothing is lost")
{
    using namespace letter_pages_test;
    const Server server;
    CHECK(server.get().status == 200);
    const auto empty = server.post({{"letter_step", "pasted"}, {"letter_text", " \n"}});
    CHECK(empty.status == 400);
    CHECK(has(empty, "<title>Error: "));
    CHECK(has(empty, "href=\"#letter_text\""));
    const auto longer = server.post(
        {{"letter_step", "pasted"}, {"letter_text", std::string(longest_letter + 1, 'a')}});
    CHECK(longer.status == 400);
    CHECK(has(longer, "too long to read"));
    CHECK(has(longer, std::string(1000, 'a')));
}

TEST_CASE("what can be read in the letter is not asked, and what cannot is asked by itself")
{
    using namespace letter_pages_test;
    const Server server;
    const auto asked = server.post({{"letter_step", "pasted"}, {"letter_text", letter}});
    CHECK(asked.status == 200);
    CHECK(has(asked, "Is it more than 5 days this term, or is an exam missed?"));
    CHECK_FALSE(has(asked, "name=\"letter_kind\" type=\"radio\""));
    CHECK(has(asked, "name=\"letter_kind\" value=\"suspension\""));
    CHECK(has(asked, "name=\"letter_date-day\" value=\"23\""));
    auto answered = http::Fields{
        {"letter_step", "fact"},       {"letter_at", "total"},       {"letter_text", letter},
        {"letter_kind", "suspension"}, {"letter_days", "2"},         {"letter_date-day", "23"},
        {"letter_date-month", "11"},   {"letter_date-year", "2026"}, {"letter_total", "unknown"}};
    const auto all = server.post(answered);
    CHECK(has(all, "What the letter is about"));
    CHECK(has(all, "Monday 23 November 2026"));
    CHECK(has(all, "value=\"change-days\""));
    CHECK(has(all, "I do not know"));
    answered.set("letter_step", "facts");
    CHECK(has(server.post(answered), "What the letter says"));
    // Five days are passed by the letter itself: nothing more to ask.
    answered.set("letter_days", "7");
    answered.remove("letter_total");
    CHECK(has(server.post(answered), "What the letter says"));
}

TEST_CASE("each thing that is asked about a letter can be answered with I do not know")
{
    using namespace letter_pages_test;
    const Server server;
    const std::string bare = "We write to you about your child.";
    auto fields = http::Fields{{"letter_step", "pasted"}, {"letter_text", bare}};
    CHECK(has(server.post(fields), "What does the letter say has happened?"));
    fields.set("letter_step", "fact");
    const auto asked_next = [&](const char* at, const char* field, const char* next) {
        fields.set("letter_at", at);
        const auto empty = server.post(fields);
        CHECK(empty.status == 400);
        CHECK(has(empty, "There is a problem"));
        CHECK(has(empty, "I do not know"));
        fields.add(field, "unknown");
        CHECK_MESSAGE(has(server.post(fields), next), next);
    };
    asked_next("kind", "letter_kind", "What date is on the letter?");
    asked_next("date", "letter_date-known", "Is it more than 5 days this term");
    asked_next("total", "letter_total", "What the letter is about");
    fields.set("letter_step", "facts");
    const auto found = server.post(fields);
    CHECK(has(found, "We do not know what it is"));
    CHECK(has(found, "We do not know its date"));
    CHECK(has(found, "If more than 5 days are lost this term, or an exam is missed"));
    fields.set("letter_kind", "suspension");
    CHECK(has(server.post(fields), "How many school days does it say?"));
    fields.add("letter_days-known", "unknown");
    CHECK(has(server.post(fields), "We do not know for how long."));
}

TEST_CASE("what cannot be used is said at its field, and everything typed is kept")
{
    using namespace letter_pages_test;
    const Server server;
    const auto wrong = [&](const char* at,
                           std::initializer_list<std::pair<const char*, const char*>> typed) {
        http::Fields fields{{"letter_step", "fact"}, {"letter_at", at}, {"letter_text", letter}};
        for (const auto& [name, value] : typed) fields.add(name, value);
        return server.post(fields);
    };
    const auto days = wrong("days", {{"letter_kind", "suspension"}, {"letter_days", "many"}});
    CHECK(days.status == 400);
    CHECK(has(days, "href=\"#letter_days\""));
    CHECK(has(days, "value=\"many\""));
    CHECK(has(days, "Canary phrase."));
    const auto date = wrong(
        "date",
        {{"letter_date-day", "31"}, {"letter_date-month", "2"}, {"letter_date-year", "2026"}});
    CHECK(has(date, "href=\"#letter_date-day\""));
    CHECK(has(date, "The date must be a real date"));
    CHECK(has(wrong("date", {{"letter_date-day", "3"}, {"letter_date-month", "2"}}),
              "href=\"#letter_date-year\""));
    CHECK(has(
        wrong("date",
              {{"letter_date-day", "3"}, {"letter_date-month", "2"}, {"letter_date-year", "2011"}}),
        "on or after 1 September 2012"));
    CHECK(has(wrong("days", {{"letter_kind", "lunchtime"}, {"letter_days", "1.5"}}),
              "must be a whole number"));
}

TEST_CASE("back goes a page back, to the family's own answer from the first")
{
    using namespace letter_pages_test;
    const Server server;
    const auto back = [&](const char* at, const char* way) {
        http::Fields fields{{"letter_step", "back"},          {"letter_at", at},
                            {"letter_text", letter},          {"letter_way", way},
                            {"letter_kind", "suspension"},    {"letter_days", "2"},
                            {"letter_date-known", "unknown"}, {"letter_total", "no"}};
        return server.post(fields);
    };
    CHECK(has(back("kind", ""), "The words of the letter or email"));
    CHECK(has(back("days", ""), "What does the letter say has happened?"));
    CHECK(has(back("facts", ""), "The words of the letter or email"));
    CHECK(has(back("facts", "tick"), "Is it more than 5 days this term"));
    CHECK(has(back("tick", "tick"), "What the letter is about"));
    CHECK(has(back("result", "tick"), "Tick all that it says"));
    CHECK(has(back("result", ""), "What the letter is about"));
    const auto first = server.post(check_tests::fields_for("suspended", {{"length", "2"}}));
    CHECK(has(first, "name=\"go\" value=\"answer\""));
}

TEST_CASE("what was found, what is missing and what is wrong are told with the words of the letter")
{
    using namespace letter_pages_test;
    const Server server;
    const auto found = server.post(facts("suspension"));
    CHECK(found.status == 200);
    CHECK(has(found, "What the letter says"));
    CHECK(has(found, "You cannot appeal.</q>"));
    CHECK(has(found, "It says that you cannot disagree"));
    CHECK(has(found, "It gives no end"));
    CHECK(has(found, "Not found"));
    CHECK(has(found, law::rule_url(law::RuleId::let_06)));
    CHECK(found.caching == http::Caching::no_store);
    CHECK(found.cookies.empty());
}

TEST_CASE("markup in a letter is shown as its words")
{
    using namespace letter_pages_test;
    const Server server;
    auto fields = facts("suspension");
    fields.set("letter_text", "Sam is suspended for 2 days because he <script>hit</script> a boy.");
    CHECK_FALSE(has(server.post(fields), "<script>hit"));
    CHECK(has(server.post(fields), "&lt;script&gt;hit"));
}

TEST_CASE("a letter on paper is ticked, and what is not ticked is missing")
{
    using namespace letter_pages_test;
    const Server server;
    const auto asked = server.post({{"letter_step", "tick"}});
    CHECK(has(asked, "What does the letter say has happened?"));
    http::Fields fields{{"letter_step", "facts"},
                        {"letter_way", "tick"},
                        {"letter_kind", "permanent"},
                        {"letter_date-known", "unknown"}};
    const auto ticks = server.post(fields);
    CHECK(has(ticks, "What does the letter say?"));
    CHECK(has(ticks, "That you may bring a friend"));
    fields.set("letter_step", "ticked");
    fields.add("letter_facts", "given");
    fields.add("letter_ticked", "right_to_bring_a_friend");
    fields.add("letter_ticked", "off_the_roll_now");
    const auto found = server.post(fields);
    CHECK(has(found, "Not found"));
    CHECK(has(found, "You ticked this."));
}

TEST_CASE("a family that has answered the questions is not asked again")
{
    using namespace letter_pages_test;
    const Server server;
    auto fields = check_tests::fields_for("suspended", {{"length", "2"}});
    fields.add("letter_step", "pasted");
    fields.add("letter_text", letter);
    const auto found = server.post(fields);
    CHECK(has(found, "What the letter says"));
    CHECK(has(found, "Back to your answers"));
    CHECK(has(found, "name=\"urn\" value=\"990001\""));
}

TEST_CASE("every part and every wrong statement has its words")
{
    using namespace letter_pages_test;
    const Languages languages;
    const auto& words = languages.find("en");
    for (const auto code : law::Codes<law::LetterItem>::all) {
        CHECK_MESSAGE(words.has("part." + std::string(code)), code);
        CHECK_MESSAGE(words.has("letter.part." + std::string(code)), code);
    }
    for (int i = 0; i <= static_cast<int>(WrongWords::part_time_always_unlawful); ++i) {
        const std::string code(name(static_cast<WrongWords>(i)));
        for (const auto& key : {"wrong." + code, "wrong." + code + ".rule",
                                "wrong." + code + ".ask", "letter.wrong." + code})
            CHECK_MESSAGE(words.has(key), key);
    }
}

TEST_CASE("the pages of the letter check, and all that they can say, read at grade 6 or lower")
{
    using namespace letter_pages_test;
    const Server server;
    for (const auto& response :
         {server.get(), server.post({{"letter_step", "tick"}}), server.post(facts("suspension")),
          server.post(facts("permanent"))}) {
        const auto shown = readability::shown_words(response.body, {"onr-src", "govuk-tag"});
        CAPTURE(shown);
        CHECK(readability::grade(shown, terms) <= 6.0);
    }
    const Languages languages;
    const auto& words = languages.find("en");
    for (const auto& key : words.keys()) {
        if (!key.starts_with("wrong.") && !key.starts_with("letter_check.")) continue;
        const auto* text = words.find(key);
        if (std::count(text->begin(), text->end(), ' ') < 7) continue;
        CAPTURE(key);
        CHECK(readability::grade(*text, terms) <= 9.0);
    }
}
