#include "check/pages.h"

#include "check/check_form.h"
#include "check/pages_schools.h"
#include "check/views.h"
#include "law/evaluate.h"

namespace onroll::check {

namespace pages_detail {

http::Response form_page(const Services& services, const CheckForm& typed,
                         const CheckedForm* checked)
{
    const design::PageOptions options{.title = "Check an exclusion",
                                      .section = {},
                                      .active = "/check",
                                      .has_errors = checked != nullptr,
                                      .exit_this_page = true};
    return http::html(page(*services.site, options, check_form_view(typed, checked)).str(),
                      checked ? 400 : 200);
}

http::Response show_form(const http::Request& request, const Services& services)
{
    CheckForm typed;
    typed.school = std::string(request.query("school"));
    return form_page(services, typed, nullptr);
}

/// The answers with the chosen school's full name in place of the words that several schools
/// fitted.
CheckForm with_the_school_by_name(CheckForm typed, const Services& services)
{
    if (typed.urn.empty()) return typed;
    const auto found = services.search_schools(typed.urn);
    if (!found.empty()) typed.school = found.front().name;
    typed.urn.clear();
    return typed;
}

/// Each way in which an unknown answer may turn out, with what follows from it.
std::vector<law::Hanging> what_hangs_on_it(const CheckedForm& checked)
{
    std::vector<law::Hanging> hanging;
    for (const auto& one : checked.otherwise)
        hanging.push_back({one.if_words, one.history, law::evaluate(one.history)});
    return hanging;
}

http::Response answer_page(const Services& services, const CheckForm& typed,
                           const CheckedForm& checked)
{
    const auto& history = checked.history->history;
    auto evaluation = law::evaluate(history);
    auto hanging = what_hangs_on_it(checked);
    if (!hanging.empty()) evaluation.duties = law::take_what_is_common(hanging);
    const auto today = services.clock->today();
    const auto rows = law::answer_rows(history, evaluation, today);
    const CheckResult result{.history = &history,
                             .evaluation = &evaluation,
                             .rows = &rows,
                             .urgent = law::most_urgent(rows, today),
                             .title = checked.title,
                             .school_name = checked.school_name,
                             .assumptions = checked.assumptions,
                             .question = checked.question,
                             .hanging = std::move(hanging),
                             .today = today,
                             .advice = services.advice,
                             .answers = fields_of(typed)};
    const design::PageOptions options{.title = checked.title,
                                      .section = "Check an exclusion",
                                      .active = "/check",
                                      .exit_this_page = true,
                                      .width = design::PageWidth::full};
    return http::html(page(*services.site, options, check_result_view(result)).str());
}

http::Response show_what_follows(const http::Request& request, const Services& services)
{
    const auto typed = read_check_form(request.form());
    if (request.form()["change"] == "yes")
        return form_page(services, with_the_school_by_name(typed, services), nullptr);
    const auto checked = understand(typed, services);
    if (!checked.history) return form_page(services, typed, &checked);
    return answer_page(services, typed, checked);
}

} // namespace pages_detail

void add_pages(http::Router& router, const Services& services)
{
    const auto open = http::Policy::open_to_all();
    router.get("/check", open, [&services](const http::Request& request) {
        return pages_detail::show_form(request, services);
    });
    router.post("/check", open, [&services](const http::Request& request) {
        return pages_detail::show_what_follows(request, services);
    });
    add_school_pages(router, services);
}

} // namespace onroll::check
