#include "check/pages_letters.h"

#include "check/pages_letter_check.h"
#include "check/views_letter_check.h"

namespace onroll::check {

namespace pages_letter_check_detail {

using Errors = std::vector<LetterFormError>;

struct Visit {
    const Services& services;
    Here here;
    LetterForm form;
};

http::Response answer(const Visit& visit, const std::string& title, const design::Html& content,
                      const design::Html& back, bool errors = false,
                      design::PageWidth width = design::PageWidth::two_thirds)
{
    const design::PageOptions options{.title = title,
                                      .section = visit.here.words("check.section"),
                                      .active = "/check",
                                      .has_errors = errors,
                                      .exit_this_page = true,
                                      .width = width,
                                      .before_main = back};
    return http::html(page(*visit.services.site, options, content).str(), errors ? 400 : 200);
}

http::Response text_page(const Visit& visit, const Errors& errors)
{
    const auto title = visit.here.words("letter_check.title");
    const design::PageOptions options{.title = title,
                                      .section = visit.here.words("check.section"),
                                      .active = "/check",
                                      .back = "/check",
                                      .has_errors = !errors.empty(),
                                      .exit_this_page = true};
    return http::html(
        page(*visit.services.site, options, letter_text_view(visit.here, visit.form, errors)).str(),
        errors.empty() ? 200 : 400);
}

http::Response facts_page(const Visit& visit, const LetterForm& form, const Errors& errors)
{
    return answer(visit, visit.here.words("letter_check.facts.title"),
                  letter_facts_view(visit.here, form, errors),
                  letter_back_view(visit.here, "/check/letter", fields_of(form), {}),
                  !errors.empty());
}

/// Ticks, or what was found: the page that the facts lead to.
http::Response page_for(const Visit& visit, const LetterFacts& facts, bool ticked)
{
    const auto back = letter_back_view(visit.here, "/check/letter", fields_of(visit.form),
                                       ticked ? "facts" : "change");
    if (visit.form.way == "tick" && !ticked)
        return answer(visit, visit.here.words("letter_check.tick.title"),
                      letter_tick_view(visit.here, visit.form, facts), back);
    const auto check = visit.form.way == "tick"
                           ? check_ticked(visit.form.ticked, facts)
                           : check_letter(read_letter(visit.form.pasted), facts);
    return answer(visit, visit.here.words("letter_check.result.title"),
                  letter_result_view(visit.here, visit.form, facts, check), back, false,
                  design::PageWidth::full);
}

/// What is wrong with the letter that was pasted.
Errors wrong_with_the_letter(const LetterForm& form)
{
    if (form.way == "tick") return {};
    if (form.pasted.size() > longest_letter)
        return {{"letter_text", "letter_check.error_long", {}}};
    if (read_letter(form.pasted).sentences.empty())
        return {{"letter_text", "letter_check.error_text", {}}};
    return {};
}

http::Response next_page(Visit visit, std::string_view step)
{
    if (step.empty()) return text_page(visit, {});
    if (step == "tick") visit.form.way = "tick";
    if (const auto errors = wrong_with_the_letter(visit.form); !errors.empty())
        return text_page(visit, errors);
    const auto today = visit.services.clock->today();
    const bool typed_now = step == "facts" || (visit.form.facts_given && step != "change");
    if (!typed_now && step != "change")
        if (const auto facts = facts_of(read_answers(visit.form.answers), today))
            return page_for(visit, *facts, step == "ticked");
    if (!typed_now) return facts_page(visit, with_what_was_read(visit.form), {});
    const auto typed = typed_facts(visit.form, today);
    if (!typed.facts) return facts_page(visit, visit.form, typed.errors);
    visit.form.facts_given = true;
    return page_for(visit, *typed.facts, step == "ticked");
}

} // namespace pages_letter_check_detail

void add_letter_check_pages(http::Router& router, const Services& services)
{
    using namespace pages_letter_check_detail;
    const auto open = http::Policy::open_to_all();
    const auto here = [&services](std::string_view language) {
        return Here{
            services.languages->find(language), *services.languages, services, {}, "answer", false};
    };
    router.get("/check/letter", open, [&services, here](const http::Request& request) {
        return text_page({services, here(request.query("language")), {}}, {});
    });
    router.post("/check/letter", open, [&services, here](const http::Request& request) {
        const auto& form = request.form();
        return next_page({services, here(form["language"]), read_letter_form(form)},
                         form["letter_step"]);
    });
}

} // namespace onroll::check
