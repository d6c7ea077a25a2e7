#include "law/pages_check.h"

#include "law/check_form.h"
#include "law/duty_words.h"
#include "law/evaluate.h"
#include "law/views_check.h"

namespace onroll::law {

namespace pages_check_detail {

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

http::Response show_what_follows(const http::Request& request, const Services& services)
{
    const auto typed = read_check_form(request.form());
    if (request.form()["change"] == "yes")
        return form_page(services, with_the_school_by_name(typed, services), nullptr);
    const auto checked = understand(typed, services);
    if (!checked.history) return form_page(services, typed, &checked);
    const auto evaluation = evaluate(checked.history->history);
    const CheckResult result{.history = &checked.history->history,
                             .evaluation = &evaluation,
                             .school_name = checked.school_name,
                             .assumptions = checked.assumptions,
                             .today = services.clock->today(),
                             .advice = services.advice,
                             .answers = fields_of(typed)};
    const design::PageOptions options{
        .title = kind_in_words(checked.history->history.exclusions.front().kind),
        .section = "Check an exclusion",
        .active = "/check",
        .exit_this_page = true,
        .width = design::PageWidth::full};
    return http::html(page(*services.site, options, check_result_view(result)).str());
}

} // namespace pages_check_detail

void add_check_pages(http::Router& router, const Services& services)
{
    const auto open = http::Policy::open_to_all();
    router.get("/check", open, [&services](const http::Request& request) {
        return pages_check_detail::show_form(request, services);
    });
    router.post("/check", open, [&services](const http::Request& request) {
        return pages_check_detail::show_what_follows(request, services);
    });
}

} // namespace onroll::law
