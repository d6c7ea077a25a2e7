#include "check/pages_letters.h"

#include "check/frame.h"
#include "check/pages_letter_check.h"
#include "check/story.h"
#include "check/views_letter_check.h"

#include <algorithm>

namespace onroll::check {

namespace pages_letter_check_detail {

using Errors = std::vector<LetterFormError>;

struct Visit {
    const Services& services;
    Here here;
    LetterForm form;
};

http::Fields with(http::Fields fields, std::string_view name, std::string_view value)
{
    fields.add(std::string(name), std::string(value));
    return fields;
}

/// The page called `at`, whose Back goes to the page before.
http::Response answer(const Visit& visit, std::string_view at, FamilyPage shown)
{
    const auto carried = with(fields_of(visit.form), "letter_at", at);
    shown.before_main +=
        letter_back_view(visit.here, "/check/letter", with(carried, "letter_step", "back")) +
        languages_view(visit.here, "/check/letter",
                       hidden_letter_fields(with(carried, "letter_step", "stay")));
    return family_page(visit.here, shown);
}

/// The first page, whose Back goes to the questions, or to the answer where there is one.
http::Response text_page(const Visit& visit, const Errors& errors)
{
    const auto& here = visit.here;
    auto to_answer = visit.form.answers;
    if (!to_answer.empty()) to_answer = with(with(to_answer, "at", "answer"), "go", "answer");
    auto same = with(fields_of(visit.form), "letter_at", "text");
    return family_page(
        here,
        {.title = here.words("letter_check.title"),
         .content = letter_text_view(here, visit.form, errors),
         .before_main = letter_back_view(here, "/check", to_answer) +
                        languages_view(here, "/check/letter",
                                       hidden_letter_fields(with(same, "letter_step", "stay"))),
         .has_errors = !errors.empty()});
}

http::Response fact_page(const Visit& visit, LetterFact fact, const Errors& errors)
{
    return answer(visit, name(fact),
                  {.title = letter_fact_title(visit.here, visit.form, fact),
                   .content = letter_fact_view(visit.here, visit.form, fact, errors),
                   .has_errors = !errors.empty()});
}

http::Response facts_page(const Visit& visit)
{
    return answer(visit, "facts",
                  {.title = visit.here.words("letter_check.facts.title"),
                   .content = letter_facts_view(visit.here, visit.form)});
}

Answers answers_of(const Visit& visit)
{
    return with_totals(read_answers(visit.form.answers), visit.services,
                       visit.services.clock->today());
}

/// The facts, as typed; those of the family's answers where nothing was typed.
std::optional<LetterFacts> facts_known(const Visit& visit)
{
    const auto today = visit.services.clock->today();
    if (!visit.form.facts_given)
        if (auto facts = facts_of(answers_of(visit), today)) return facts;
    return typed_facts(visit.form, today);
}

http::Response tick_page(const Visit& visit, const LetterFacts& facts)
{
    return answer(visit, "tick",
                  {.title = visit.here.words("letter_check.tick.title"),
                   .content = letter_tick_view(visit.here, visit.form, facts)});
}

http::Response result_page(const Visit& visit, const LetterFacts& facts)
{
    const auto check = visit.form.way == "tick"
                           ? check_ticked(visit.form.ticked, facts)
                           : check_letter(read_letter(visit.form.pasted), facts);
    return answer(visit, "result",
                  {.title = visit.here.words("letter_check.result.title"),
                   .content = letter_result_view(visit.here, visit.form, facts, check),
                   .width = design::PageWidth::full});
}

/// The first fact that is missing or cannot be used.
std::optional<LetterFact> fact_to_ask(const LetterForm& form)
{
    for (const auto fact : facts_to_ask(form))
        if (!answered(form, fact) || look_at(form, fact)) return fact;
    return std::nullopt;
}

http::Response next_fact(const Visit& visit)
{
    if (const auto fact = fact_to_ask(visit.form)) return fact_page(visit, *fact, {});
    return facts_page(visit);
}

/// Ticks, or what was found; before that, what is still missing.
http::Response checked(const Visit& visit, bool ticked)
{
    const auto facts = facts_known(visit);
    if (!facts) return next_fact(visit);
    return visit.form.way == "tick" && !ticked ? tick_page(visit, *facts)
                                               : result_page(visit, *facts);
}

/// What is wrong with the letter that was pasted.
Errors wrong_with_the_letter(const LetterForm& form)
{
    if (form.way == "tick") return {};
    if (form.pasted.size() > longest_letter) return {{"letter_text", "letter_check.error_long"}};
    if (read_letter(form.pasted).sentences.empty())
        return {{"letter_text", "letter_check.error_text"}};
    return {};
}

http::Response page_at(const Visit& visit, std::string_view at)
{
    if (const auto fact = letter_fact_named(at)) return fact_page(visit, *fact, {});
    if (at == "facts") return facts_page(visit);
    if (at == "tick" || at == "result") return checked(visit, at == "result");
    return text_page(visit, {});
}

http::Response page_before(const Visit& visit, std::string_view at)
{
    const bool asked =
        visit.form.facts_given || !facts_of(answers_of(visit), visit.services.clock->today());
    if (at == "result" && visit.form.way == "tick") return page_at(visit, "tick");
    if (at == "result" || at == "tick") return page_at(visit, asked ? "facts" : "text");
    const auto fact = letter_fact_named(at);
    const auto facts = facts_to_ask(visit.form);
    const auto found = fact ? std::find(facts.begin(), facts.end(), *fact) : facts.end();
    if (at == "facts" && visit.form.way == "tick") return fact_page(visit, facts.back(), {});
    if (found == facts.end() || found == facts.begin()) return text_page(visit, {});
    return fact_page(visit, *(found - 1), {});
}

http::Response after_the_fact(const Visit& visit, std::string_view at)
{
    const auto fact = letter_fact_named(at).value_or(LetterFact::kind);
    if (const auto wrong = look_at(visit.form, fact)) return fact_page(visit, fact, {*wrong});
    return next_fact(visit);
}

/// What was read, to be changed; from the answers where the facts came from there.
http::Response change_facts(Visit visit)
{
    if (const auto facts = facts_known(visit))
        if (!visit.form.facts_given) visit.form = with_facts(visit.form, *facts);
    return facts_page(visit);
}

http::Response first_look(Visit visit)
{
    if (facts_of(answers_of(visit), visit.services.clock->today())) return checked(visit, false);
    visit.form = with_what_was_read(std::move(visit.form));
    return next_fact(visit);
}

http::Response next_page(Visit visit, std::string_view step, std::string_view at)
{
    if (step.empty()) return text_page(visit, {});
    if (step == "stay") return page_at(visit, at);
    if (step == "back") return page_before(visit, at);
    if (step == "tick") visit.form.way = "tick";
    if (const auto errors = wrong_with_the_letter(visit.form); !errors.empty())
        return text_page(visit, errors);
    if (step == "fact") return after_the_fact(visit, at);
    if (step == "change") return change_facts(std::move(visit));
    if (step.starts_with("change-"))
        if (const auto fact = letter_fact_named(step.substr(7))) return fact_page(visit, *fact, {});
    if (step == "facts" && !fact_to_ask(visit.form)) visit.form.facts_given = true;
    if (step == "facts" || step == "ticked") return checked(visit, step == "ticked");
    return first_look(std::move(visit));
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
                         form["letter_step"], form["letter_at"]);
    });
}

} // namespace onroll::check
