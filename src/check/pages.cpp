#include "check/pages.h"

#include "check/calendar_file.h"
#include "check/frame.h"
#include "check/hand_over.h"
#include "check/pages_letters.h"
#include "check/pages_schools.h"
#include "check/questions.h"
#include "check/views_answer.h"
#include "check/views_question.h"

namespace onroll::check {

namespace pages_detail {

/// Where the family is, as the form that came says it.
Here here_of(const http::Request& request, const Services& services)
{
    const auto& form = request.form();
    const auto language = form["language"].empty() ? request.query("language") : form["language"];
    return Here{.words = services.languages->find(language),
                .languages = *services.languages,
                .services = services,
                .fields = carried_fields(form.fields),
                .at = std::string(form["at"]),
                .returning = form["returning"] == "yes"};
}

http::Response shown(const Here& here, const std::string& title, const design::Html& content,
                     bool can_go_back, bool has_errors = false,
                     design::PageWidth width = design::PageWidth::two_thirds)
{
    auto response = family_page(
        here, {title, content, way_back_and_languages(here, can_go_back), has_errors, width});
    // The browser that asked may show the page again when its own Back is pressed, as people do on
    // a telephone; nobody else keeps it. With no-store, Back would end at an error of the browser.
    response.headers.set("Cache-Control", "private, no-cache");
    return response;
}

http::Response question_page(Here here, const Asked& asked, Looked looked)
{
    here.fields = looked.fields;
    here.at = name(asked);
    return shown(here, question_title(here, asked), question_view(here, asked, looked),
                 asked.question != Question::what || here.returning, !looked.errors.empty());
}

http::Response question_page(const Here& here, const Asked& asked)
{
    return question_page(here, asked, Looked{here.fields, {}, {}});
}

NamesTold names_told(const Here& here)
{
    const auto answers = read_answers(here.fields);
    NamesTold names;
    if (const auto& urn = answers.school.value_or({}).urn) {
        const auto found = here.services.search_schools(urn->text());
        if (!found.empty()) names.school = found.front().name;
    }
    for (const auto& council : here.services.councils)
        if (answers.council.is(council.code)) names.council = council.name;
    return names;
}

http::Response answers_page(Here here)
{
    here.at = "answers";
    here.returning = false;
    return shown(here, here.words("answers.title"), answers_view(here, names_told(here)), true);
}

/// The next page: the next question, or all answers where each has one.
http::Response next_page(const Here& here)
{
    const auto next = next_question(read_answers(here.fields));
    return next ? question_page(here, *next) : answers_page(here);
}

/// The page of the question that an answer cannot be used for.
http::Response trouble_page(Here here, const Error& trouble)
{
    const auto asked = asked_named(trouble.where).value_or(Question::what);
    here.returning = true;
    Looked looked{here.fields, {{field_of_trouble(asked), trouble.message}}, {}};
    return question_page(here, asked, std::move(looked));
}

/// Calls `show` with what follows; asks for the first answer that is missing or cannot be used.
template <class Show>
http::Response with_the_answer(const Here& here, Show show)
{
    const auto answers = read_answers(here.fields);
    if (const auto missing = next_question(answers)) return question_page(here, *missing);
    const auto today = here.services.clock->today();
    const auto story = understand(answers, here.services, today);
    if (!story) return trouble_page(here, story.error());
    Answered answered;
    answer(answers, *story, today, answered);
    return show(answered);
}

http::Response answer_page(Here here)
{
    here.at = "answer";
    here.returning = false;
    return with_the_answer(here, [&](const Answered& answered) {
        return shown(here, answer_title(here, answered), answer_view(here, answered), true, false,
                     design::PageWidth::full);
    });
}

http::Response page_at(const Here& here)
{
    if (here.at == "answers") return answers_page(here);
    if (here.at == "answer") return answer_page(here);
    return question_page(here, asked_named(here.at).value_or(Question::what));
}

http::Response page_before(Here here)
{
    const auto answers = read_answers(here.fields);
    if (here.at == "answer" || here.returning) return answers_page(here);
    if (here.at == "answers") return question_page(here, questions_for(answers).back());
    const auto before = question_before(answers, asked_named(here.at).value_or(Question::what));
    return question_page(here, before.value_or(Question::what));
}

http::Response after_the_question(Here here, const Asked& asked)
{
    auto looked = look_at(asked, here.fields, here.services, here.services.clock->today());
    if (!looked.errors.empty()) return question_page(here, asked, std::move(looked));
    here.fields = std::move(looked.fields);
    return next_page(here);
}

http::Response go_on(const http::Request& request, const Services& services)
{
    auto here = here_of(request, services);
    const auto go = request.form()["go"];
    if (go == "stay") return page_at(here);
    if (go == "back") return page_before(here);
    if (go == "answer") return answer_page(here);
    if (go == "change") return answers_page(here);
    if (go.starts_with("change-")) {
        here.returning = true;
        return question_page(here, asked_named(go.substr(7)).value_or(Question::what));
    }
    if (go == "not_listed") {
        here.fields.set("listed", "no");
        here.fields.remove("urn");
        return next_page(here);
    }
    const auto asked = asked_named(here.at);
    if (go == "remove" && asked && asked->time) {
        here.fields = without_earlier_time(std::move(here.fields), asked->time);
        return next_page(here);
    }
    return asked ? after_the_question(std::move(here), *asked) : page_at(here);
}

http::Response show_start(const http::Request& request, const Services& services)
{
    auto here = here_of(request, services);
    here.fields = {};
    if (!request.query("school").empty())
        here.fields.set("school", std::string(request.query("school")));
    return question_page(here, Question::what);
}

http::Response download_calendar(const http::Request& request, const Services& services)
{
    const auto here = here_of(request, services);
    return with_the_answer(here, [&](const Answered& answered) {
        auto response = http::bytes(
            calendar_file(here.words, answered, crypto::to_hex(crypto::random_bytes(8))),
            "text/calendar; charset=utf-8");
        response.headers.add("Content-Disposition", "attachment; filename=\"school-dates.ics\"");
        return response;
    });
}

http::Response show_easy_read(const http::Request& request, const Services& services)
{
    auto here = here_of(request, services);
    return with_the_answer(here, [&](const Answered& answered) {
        return shown(here, here.words("easy.title"), easy_read_view(here, answered), false);
    });
}

http::Response show_sheet(const http::Request& request, const Services& services)
{
    const auto here = here_of(request, services);
    return with_the_answer(here, [&](const Answered& answered) {
        return shown(here, here.words("sheet.title"), sheet_view(here, answered), false);
    });
}

http::Response show_hand_over(const http::Request& request, const Services& services)
{
    const auto here = here_of(request, services);
    if (!services.hand_over) return http::not_found();
    return with_the_answer(here, [&](const Answered&) {
        const auto code = services.hand_over(here.fields);
        return shown(here, here.words("hand_over.title"),
                     hand_over_view(here, code, services.clock->today() + hand_over_lasts), false);
    });
}

} // namespace pages_detail

void add_pages(http::Router& router, const Services& services)
{
    using namespace pages_detail;
    const auto open = http::Policy::open_to_all();
    router.get("/check", open,
               [&services](const http::Request& request) { return show_start(request, services); });
    router.post("/check", open,
                [&services](const http::Request& request) { return go_on(request, services); });
    const auto add = [&](const char* path, auto show) {
        router.post(path, open, [&services, show](const http::Request& request) {
            return show(request, services);
        });
        // Reloaded, or followed from a history: what was answered is gone, so it starts again.
        router.get(path, open, [](const http::Request&) { return http::redirect("/check"); });
    };
    add("/check/calendar", download_calendar);
    add("/check/easy-read", show_easy_read);
    add("/check/sheet", show_sheet);
    add("/check/hand-over", show_hand_over);
    add_letter_pages(router, services);
    add_school_pages(router, services);
}

} // namespace onroll::check
