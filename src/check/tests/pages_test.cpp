// The families' checker as a browser gets it: question after question, and the answer.
#include "check/pages.h"

#include "builders.h"
#include "check/hand_over.h"
#include "check/questions.h"

#include <doctest/doctest.h>

#include <string>

namespace check_pages_test {

using namespace onroll;
using namespace onroll::check_tests;

struct Pages {
    FixedClock clock{date(2026, 11, 23)};
    design::Site site{.brand = {.area_name = "Tidemoor"}};
    Services services = check_tests::services(site, clock);
    http::Router router;

    Pages()
    {
        services.hand_over = [](const http::Fields&) { return std::string("ABCDE-FGHJK"); };
        check::add_pages(router, services);
        router.report_faults_to([](const http::HandlerFault& fault) { FAIL_CHECK(fault.what); });
    }
    http::Response get(std::string_view target) const
    {
        return http::handle(router, http::Request::get(target));
    }
    http::Response post(const http::Fields& form, std::string_view to = "/check") const
    {
        return http::handle(router, http::Request::post(to, form));
    }
    http::Response sends(http::Fields form, std::string_view at, std::string_view go) const
    {
        form.add("at", std::string(at));
        form.add("go", std::string(go));
        return post(form);
    }
};

bool says(const http::Response& response, std::string_view words)
{
    return response.content().find(words) != std::string_view::npos;
}

http::Fields all_answered(std::string_view what)
{
    return knowing_nothing_more(fields_for(what));
}

constexpr const char* kinds[] = {"suspended",       "permanent", "lunchtimes", "sent_home",
                                 "collected_early", "part_time", "unit",       "moved",
                                 "home_education",  "off_roll",  "unknown"};

TEST_CASE("each kind of thing that happens is answered when nothing else is known")
{
    const Pages pages;
    for (const auto* what : kinds) {
        CAPTURE(std::string(what));
        const auto answer = pages.sends(all_answered(what), "answers", "answer");
        CHECK(answer.status == 200);
        CHECK(says(answer, "What you may do"));
        CHECK(says(answer, "Who can help"));
        CHECK(says(answer, "01632 960123"));
        CHECK(answer.caching == http::Caching::no_store);
        CHECK(answer.cookies.empty());
    }
}

TEST_CASE("every question that matters is asked once, and all answers are shown before the end")
{
    const Pages pages;
    for (const auto* what : kinds) {
        auto form = all_answered(what);
        const auto answers = read_answers(form);
        for (const auto& question : questions_for(answers)) {
            CAPTURE(std::string(what) + " " + name(question));
            const auto page = pages.sends(form, "answers", "change-" + name(question));
            CHECK(page.status == 200);
            CHECK(says(page, "name=\"" + std::string(field_names(question).front()) + "\""));
            CHECK(says(page, "Exit this page"));
        }
        const auto all = pages.sends(form, name(questions_for(answers).back()), "next");
        CHECK(says(all, "Check your answers"));
    }
}

TEST_CASE("a page left empty says what to do, and is given again")
{
    const Pages pages;
    for (const auto* what : kinds)
        for (const auto& question : questions_for(read_answers(all_answered(what)))) {
            auto form = all_answered(what);
            for (const auto field : field_names(question)) form.remove(field);
            CAPTURE(std::string(what) + " " + name(question));
            const auto page = pages.sends(form, name(question), "next");
            CHECK(page.status == 400);
            CHECK(says(page, "There is a problem"));
            CHECK(says(page, "Error: "));
        }
}

TEST_CASE("back shows the question before, with what was typed")
{
    const Pages pages;
    const auto half = pages.sends(fields_for("suspended", {{"half", "pm"}}), "decided", "back");
    CHECK(says(half, "value=\"pm\" checked"));
    const auto page = pages.sends(fields_for("suspended"), "half", "back");
    CHECK(says(page, "What was the first day out of school?"));
    CHECK(says(page, "value=\"19\""));
    const auto first = pages.sends(fields_for("suspended"), "school", "back");
    CHECK(says(first, "What happened?"));
}

TEST_CASE("a school is found by a name that several fit, or answered as not listed")
{
    Pages pages;
    pages.services.search_schools = [](std::string_view words) {
        std::vector<SchoolChoice> found;
        if (words == "990001" || words == "harbour")
            found.push_back({*Urn::parse("990001"), "Harbour Light Academy", "Tidemoor"});
        if (words == "harbour")
            found.push_back({*Urn::parse("990002"), "Harbour School", "Tidemoor"});
        return found;
    };
    const http::Fields typed{{"what", "suspended"}, {"school", "harbour"}};
    const auto which = pages.sends(typed, "school", "next");
    CHECK(which.status == 400);
    CHECK(says(which, "Harbour School"));
    CHECK(says(which, "It is not in this list"));
    auto chosen = typed;
    chosen.add("urn", "990001");
    CHECK(says(pages.sends(chosen, "school", "next"), "What was the first day out of school?"));
    auto unlisted = typed;
    CHECK(says(pages.sends(unlisted, "school", "not_listed"), "What kind of school is it?"));
    unlisted.add("urn", "none");
    CHECK(says(pages.sends(unlisted, "school", "next"), "What kind of school is it?"));
    const http::Fields kind{{"what", "suspended"}, {"listed", "no"}, {"school_type", "academy"}};
    CHECK(says(pages.sends(kind, "school_type", "next"), "Which council is it in?"));
    CHECK(says(pages.sends(kind, "council", "back"), "value=\"academy\" checked"));
    CHECK(says(pages.sends(kind, "school_type", "back"), "Which school is it?"));
    auto all = all_answered("suspended");
    all.remove("urn");
    all.set("listed", "no");
    all.set("school_type", "academy");
    all.set("council", "901");
    const auto shown = pages.sends(all, "answers", "change");
    for (const auto* words : {"A school that is not in our list", "An academy or free school",
                              "Council of the school", "Tidemoor"})
        CHECK(says(shown, words));
}

TEST_CASE("a school whose term dates nobody holds is answered on weekdays, and the page says so")
{
    const Pages pages;
    auto form = all_answered("permanent");
    form.remove("urn");
    for (const auto& [name, value] :
         {std::pair{"listed", "no"}, {"school_type", "academy"}, {"council", "unknown"}})
        form.set(name, value);
    const auto answer = pages.sends(form, "answers", "answer");
    CHECK(answer.status == 200);
    CHECK(says(answer, "We counted each weekday but bank holidays"));
}

TEST_CASE("each page asks one thing, which can be answered with I do not know")
{
    const Pages pages;
    for (const auto* what : kinds) {
        const auto form = all_answered(what);
        for (const auto& question : questions_for(read_answers(form))) {
            CAPTURE(std::string(what) + " " + name(question));
            const auto page = pages.sends(form, "answers", "change-" + name(question));
            if (question == Question::what)
                CHECK(says(page, "I am not sure"));
            else if (question == Question::school)
                CHECK(says(page, "It is not in this list"));
            else
                CHECK(says(page, "I do not know"));
            // The heading is the legend or the label of the only group.
            std::size_t groups = 0;
            for (std::size_t at = 0; (at = page.body.find("<legend", at)) != std::string::npos;
                 ++at)
                ++groups;
            CHECK(groups <= 1);
        }
    }
}

TEST_CASE(
    "of a permanent exclusion it is asked whether a suspension was made permanent, not its end")
{
    const Pages pages;
    const auto asked = [&](const char* what) {
        return pages.sends(all_answered(what), "answers", "change-said");
    };
    const auto permanent = asked("permanent");
    CHECK(says(permanent, "made the same suspension permanent, with no new decision"));
    CHECK_FALSE(says(permanent, "The same suspension was made longer"));
    CHECK_FALSE(says(permanent, "There is no end date"));
    const auto suspended = asked("suspended");
    CHECK(says(suspended, "The same suspension was made longer"));
    CHECK_FALSE(says(suspended, "made the same suspension permanent"));
}

TEST_CASE("earlier suspensions given by their dates are counted by term and year")
{
    const Pages pages;
    auto form = all_answered("suspended");
    form.remove("length-known");
    form.set("length", "3");
    form.set("earlier", "yes");
    form.set("earlier_by", "dates");
    const auto time = [&](const char* number, const char* day, const char* month,
                          const char* days) {
        const auto prefix = "earlier-" + std::string(number);
        form.set(prefix + "-day", day);
        form.set(prefix + "-month", month);
        form.set(prefix + "-year", "2026");
        form.set(prefix + "-days", days);
        form.set(prefix + "-at", "here");
        form.set(prefix + "-more", "no");
    };
    time("1", "5", "10", "2");
    const auto five = pages.sends(form, "answers", "answer");
    CHECK(five.status == 200);
    CHECK_FALSE(says(five, "More than 5 days are lost this term."));
    form.set("earlier-1-more", "yes");
    time("2", "12", "10", "1");
    form.set("earlier-2-at", "other");
    const auto six = pages.sends(form, "answers", "answer");
    CHECK(says(six, "More than 5 days are lost this term."));
    CHECK_FALSE(says(six, "We took it that there were none."));
    // What was due for the times before is not this family's question now.
    CHECK_FALSE(says(six, "October 2026"));
    form.set("earlier-2-more", "yes");
    time("3", "9", "11", "10.5");
    CHECK(says(pages.sends(form, "answers", "answer"), "More than 15 days are lost this term."));
    for (const auto* words : {"Monday 5 October 2026", "Time 3 before: school days", "10.5",
                              "At another school", "One more time after time 3"})
        CHECK(says(pages.sends(form, "answers", "change"), words));
}

TEST_CASE("each thing about a time before has a page of its own, up to the last time")
{
    const Pages pages;
    auto form = knowing_nothing_more(fields_for("suspended"));
    form.set("earlier", "yes");
    form.set("earlier_by", "dates");
    const auto day = pages.sends(form, "earlier_by", "next");
    CHECK(says(day, "Time 1 before: what was the first day out of school?"));
    CHECK_FALSE(says(day, "Take this time out"));
    auto wrong = form;
    wrong.set("earlier-1-day", "5");
    const auto again = pages.sends(wrong, "earlier_day-1", "next");
    CHECK(again.status == 400);
    CHECK(says(again, "href=\"#earlier-1-month\""));
    form.set("earlier-1-known", "unknown");
    CHECK(says(pages.sends(form, "earlier_day-1", "next"), "Time 1 before: how many school days"));
    form.set("earlier-1-days", "2");
    CHECK(says(pages.sends(form, "earlier_days-1", "next"), "Time 1 before: at which school"));
    CHECK(says(pages.sends(form, "earlier_at-1", "back"), "Time 1 before: how many school days"));
    form.set("earlier-1-at", "unknown");
    CHECK(says(pages.sends(form, "earlier_at-1", "next"),
               "Was there one more time before, a time 2?"));
    form.set("earlier-1-more", "yes");
    const auto second = pages.sends(form, "earlier_more-1", "next");
    CHECK(says(second, "Time 2 before: what was the first day out of school?"));
    CHECK(says(pages.sends(form, "earlier_day-2", "remove"), "Check your answers"));
    form.set("earlier-1-more", "no");
    CHECK(says(pages.sends(form, "earlier_more-1", "next"), "Check your answers"));
    CHECK(says(pages.sends(form, "earlier_day-1", "remove"),
               "Was your child out of school like this before"));
    // No day of it is known, so nothing of it is counted, and the answer says so.
    CHECK(says(pages.sends(form, "answers", "answer"), "We took it that there were none."));
}

TEST_CASE("a time before that cannot be counted is said, and what hangs on it")
{
    const Pages pages;
    auto form = all_answered("suspended");
    form.remove("length-known");
    for (const auto& [name, value] : {std::pair{"length", "3"},
                                      {"earlier", "yes"},
                                      {"earlier_by", "dates"},
                                      {"earlier-1-day", "5"},
                                      {"earlier-1-month", "10"},
                                      {"earlier-1-year", "2026"},
                                      {"earlier-1-days", "1"},
                                      {"earlier-1-at", "here"},
                                      {"earlier-1-more", "no"}})
        form.set(name, value);
    const auto counted = pages.sends(form, "answers", "answer");
    CHECK_FALSE(says(counted, "If your child has lost more than 5 days this term"));
    form.set("earlier-1-more", "unknown");
    const auto perhaps_more = pages.sends(form, "answers", "answer");
    CHECK(says(perhaps_more, "We counted those that you gave."));
    CHECK(says(perhaps_more, "If your child has lost more than 5 days this term"));
    form.set("earlier-1-more", "yes");
    form.set("earlier-2-known", "unknown");
    form.set("earlier-2-days", "4");
    form.set("earlier-2-at", "other");
    form.set("earlier-2-more", "no");
    const auto left_out = pages.sends(form, "answers", "answer");
    CHECK(says(left_out, "so we did not count it"));
    CHECK(says(left_out, "If your child has lost more than 5 days this term"));
}

TEST_CASE("an exam whose day nobody knows brings the governors' duty all the same")
{
    const Pages pages;
    auto form = all_answered("suspended");
    form.remove("length-known");
    for (const auto& [name, value] : {std::pair{"length", "2"},
                                      {"earlier", "no"},
                                      {"exam", "yes"},
                                      {"exam_on-known", "unknown"}})
        form.set(name, value);
    const auto due = pages.sends(form, "answers", "answer");
    CHECK(says(due, "The governors must meet and decide. They must try to do so before the exam."));
    CHECK(says(due, "The date of the exam."));
    form.set("exam", "no");
    form.remove("exam_on-known");
    CHECK_FALSE(says(pages.sends(form, "answers", "answer"), "before the exam"));
    form.set("exam", "unknown");
    const auto hanging = pages.sends(form, "answers", "answer");
    CHECK(says(hanging, "If your child will miss an exam or a national test"));
    CHECK(says(hanging, "They must try to do so before the exam."));
}

TEST_CASE("an exam on a day that the child is not out is said at its own page")
{
    const Pages pages;
    auto form = all_answered("suspended");
    form.remove("length-known");
    for (const auto& [name, value] : {std::pair{"length", "2"},
                                      {"exam", "yes"},
                                      {"exam_on-day", "1"},
                                      {"exam_on-month", "2"},
                                      {"exam_on-year", "2027"}})
        form.set(name, value);
    CHECK(says(pages.sends(form, "exam_on", "next"), "must be on a day that your child is out"));
    CHECK(says(pages.sends(form, "answers", "answer"), "must be on a day that your child is out"));
    CHECK(says(pages.sends(form, "answers", "answer"), "or choose that you do not know the day"));
    // Made longer, or with no end, the length that was first said does not bound it.
    form.set("exam_on-month", "12");
    form.set("exam_on-year", "2026");
    for (const auto* said : {"lengthened", "no_end_date"}) {
        CAPTURE(std::string(said));
        form.set("said", said);
        CHECK(says(pages.sends(form, "answers", "answer"), "try to do so before the exam"));
        auto earlier = form;
        earlier.set("exam_on-month", "11");
        CHECK(says(pages.sends(earlier, "answers", "answer"), "must be on a day that your child"));
    }
    form.set("said", "not_head");
    CHECK(says(pages.sends(form, "answers", "answer"), "must be on a day that your child is out"));
}

TEST_CASE("a time before that cannot have been is said at its own page")
{
    const Pages pages;
    for (const auto& [month, words] : {std::pair{"12", "must have begun before this one"},
                                       {"8", "must lie in the term dates"}}) {
        auto late = all_answered("suspended");
        for (const auto& [name, value] : {std::pair{"earlier", "yes"},
                                          {"earlier_by", "dates"},
                                          {"earlier-1-day", "5"},
                                          {"earlier-1-month", month},
                                          {"earlier-1-year", "2026"},
                                          {"earlier-1-days", "1"},
                                          {"earlier-1-at", "here"},
                                          {"earlier-1-more", "no"}})
            late.set(name, value);
        CHECK_MESSAGE(says(pages.sends(late, "answers", "answer"), words), words);
        CHECK_MESSAGE(says(pages.sends(late, "earlier_day-1", "next"), words), words);
    }
}

TEST_CASE("a school without term dates, or of a kind that no list says, is answered all the same")
{
    Pages pages;
    pages.services.find_school = [](Urn, std::optional<law::SchoolType>) -> Result<law::School> {
        return bad_input("No term dates are known for this school", "term_dates");
    };
    const http::Fields typed{{"what", "suspended"}, {"school", "Harbour Light Academy"}};
    const auto asked = pages.sends(typed, "school", "next");
    CHECK(says(asked, "What kind of school is it?"));
    auto known = all_answered("suspended");
    CHECK(says(pages.sends(known, "school", "next"), "What kind of school is it?"));
    known.set("school_type", "unknown");
    CHECK(says(pages.sends(known, "school_type", "next"), "Check your answers"));
    const auto answer = pages.sends(known, "answers", "answer");
    CHECK(says(answer, "We counted each weekday but bank holidays"));
    CHECK(says(answer, "What kind of school it is."));
    pages.services.find_school = [](Urn, std::optional<law::SchoolType>) -> Result<law::School> {
        return bad_input("The rules do not apply to independent schools", "outside_the_rules");
    };
    CHECK(says(pages.sends(typed, "school", "next"), "These rules are for state schools."));
}

TEST_CASE("a day outside the term dates is said at its question, not lost")
{
    const Pages pages;
    auto form = all_answered("suspended");
    form.set("started-year", "2035");
    const auto page = pages.sends(form, "answers", "answer");
    CHECK(page.status == 400);
    CHECK(says(page, "The first day must lie in the term dates"));
    CHECK(says(page, "2035"));
}

TEST_CASE("what is typed stays in the form: no link or address carries it")
{
    auto form = all_answered("suspended");
    form.set("account", "zzqzz");
    const auto page = Pages().sends(form, "answers", "answer").body;
    CHECK(page.find("zzqzz") != std::string::npos);
    for (std::size_t at = 0; (at = page.find("href=\"", at)) != std::string::npos; ++at)
        CHECK(page.substr(at + 6, page.find('"', at + 6) - at - 6).find("zzqzz") ==
              std::string::npos);
    for (std::size_t at = 0; (at = page.find("<form", at)) != std::string::npos; ++at)
        CHECK(page.substr(at, page.find('>', at) - at).find("method=\"post\"") !=
              std::string::npos);
}

TEST_CASE("whatever is typed into any field comes back escaped")
{
    const Pages pages;
    const std::string hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";
    for (std::size_t i = 0; i < question_count; ++i)
        for (const auto field : field_names(static_cast<Question>(i)))
            for (const auto* go : {"next", "answer", "back", "stay"}) {
                auto form = all_answered("suspended");
                form.set(std::string(field), hostile);
                CAPTURE(std::string(field));
                const auto answer =
                    pages.sends(form,
                                field.starts_with("earlier-") ? "earlier_day-1"
                                                              : name(static_cast<Question>(i)),
                                go);
                CHECK((answer.status == 200 || answer.status == 400));
                CHECK_FALSE(says(answer, "<script>alert"));
                CHECK_FALSE(says(answer, "<img src=x"));
            }
    for (const auto* field : {"at", "go", "language", "returning"}) {
        auto form = all_answered("suspended");
        form.set(field, hostile);
        CHECK_FALSE(says(pages.post(form), "<script>alert"));
    }
}

TEST_CASE("the dates go into a calendar whose titles give nothing away")
{
    const Pages pages;
    const auto file = pages.post(all_answered("permanent"), "/check/calendar");
    CHECK(file.status == 200);
    CHECK(file.headers["Content-Type"].starts_with("text/calendar"));
    CHECK(says(file, "BEGIN:VEVENT"));
    CHECK(says(file, "SUMMARY:School date"));
    CHECK_FALSE(says(file, "SUMMARY:School date and"));
    std::size_t from = 0;
    for (const auto& body = file.body; from < body.size();) {
        const auto to = body.find("\r\n", from);
        REQUIRE(to != std::string::npos);
        CHECK(to - from <= 75);
        from = to + 2;
    }
}

TEST_CASE("easy read holds each date and finding of the answer")
{
    const Pages pages;
    auto form = all_answered("suspended");
    form.remove("length-known");
    form.set("length", "6");
    form.set("letter", "no");
    const auto answer = pages.sends(form, "answers", "answer");
    const auto easy = pages.post(form, "/check/easy-read");
    CHECK(easy.status == 200);
    for (const auto* words : {"Wednesday 26 November 2026", "Thursday 26 November 2026"})
        CHECK(says(answer, words) == says(easy, words));
    CHECK(says(easy, "The letter does not have all that it must"));
    CHECK(says(easy, "01632 960123"));
}

TEST_CASE("a page for the head teacher and a code can be taken, and reloading them starts again")
{
    const Pages pages;
    CHECK(says(pages.post(all_answered("sent_home"), "/check/sheet"), "For the head teacher"));
    const auto code = pages.post(all_answered("sent_home"), "/check/hand-over");
    CHECK(says(code, "ABCDE-FGHJK"));
    CHECK(says(code, "class=\"onr-square\""));
    for (const auto* path :
         {"/check/sheet", "/check/calendar", "/check/easy-read", "/check/hand-over"})
        CHECK(pages.get(path).status == 303);
}

TEST_CASE("bytes that are not UTF-8 never become a form")
{
    const auto request =
        http::Request::create({.method = http::Method::post,
                               .target = "/check",
                               .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                               .body = "school=%FF%FE&what=permanent",
                               .form = {},
                               .id = "1"});
    CHECK_FALSE(request.has_value());
}

} // namespace check_pages_test
