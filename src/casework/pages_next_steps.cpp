// Next steps: what a family was advised for when a child goes on, and what became of it.
// capabilities.md N52.
#include "casework/pages_case_frame.h"

#include "casework/store_next_steps.h"
#include "casework/views_next_steps.h"

#include "forms/asked.h"

#include <utility>

namespace onroll::casework {
namespace pages_next_steps_detail {

constexpr std::size_t longest_line = 300;
constexpr std::size_t longest_words = 4'000;

http::Response show_steps(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    NextStepsView view{.address = address_of(found.id),
                       .may_change = may(request, services, "advice.change", found)};
    {
        auto reading = store_of(request, services).read();
        view.steps = next_steps_of_case(reading, access::actor(request).agency, found.id);
    }
    return case_page(request, services, found, "Next steps", next_steps_view(view));
}

struct TypedStep {
    NewNextStep told;
    std::vector<Error> errors;
};

TypedStep read_step(const http::Form& form, Date today)
{
    TypedStep typed;
    auto& told = typed.told;
    if (const auto kind = next_step_kind_named(form["kind"]))
        told.kind = *kind;
    else
        typed.errors.push_back(bad_input("Select where the child goes on to", "kind"));
    told.where = std::string(form["where"]);
    if (told.where.size() > longest_line)
        typed.errors.push_back(bad_input("This must be shorter", "where"));
    const bool starts = !form["starts-day"].empty() || !form["starts-month"].empty() ||
                        !form["starts-year"].empty();
    if (starts) {
        if (const auto day = typed_date(form, "starts", "The first day"))
            told.starts_on = *day;
        else
            typed.errors.push_back(day.error());
    }
    told.advised = std::string(form["advised"]);
    if (told.advised.empty())
        typed.errors.push_back(bad_input("Enter what you advised", "advised"));
    if (told.advised.size() > longest_words)
        typed.errors.push_back(bad_input("This must be shorter", "advised"));
    const auto on = typed_date(form, "on", "The day of the advice");
    if (!on)
        typed.errors.push_back(on.error());
    else if (*on > today)
        typed.errors.push_back(
            bad_input("The day of the advice must be today or in the past", "on"));
    else
        told.advised_on = *on;
    return typed;
}

http::Response step_form(const http::Request& request, const Services& services, const Case& found,
                         FirstView first)
{
    const auto leave = address_of(found.id) + "/next-steps";
    NextStepFormView view{.action = leave + "/new",
                          .leave = leave,
                          .form = std::move(first.form),
                          .start = start_of(request, leave + "/new"),
                          .banner = std::move(first.banner)};
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Add a next step", next_step_form_view(view), wrong);
}

http::Response show_step_form(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    http::Fields values;
    add_date(values, "on", services.guard->clock().today());
    return step_form(request, services, std::get<Case>(entered),
                     first_view(request, services, std::move(values)));
}

http::Response save_step(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto typed = read_step(form, services.guard->clock().today());
    const auto again = [&](std::vector<Error> errors) {
        return step_form(request, services, found,
                         {.form = {.values = form.fields, .errors = std::move(errors)},
                          .version = 0,
                          .banner = {}});
    };
    if (!typed.errors.empty()) return again(typed.errors);
    const auto path =
        save_in_case(request, services, "advice.change", found, form, {"next_step"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         add_next_step(transaction, actor.agency, found.id, typed.told, actor.user,
                                       services.guard->clock().now());
                         return address_of(found.id) + "/next-steps";
                     });
    return path ? http::redirect(*path) : again({path.error()});
}

/// The step of the address, on the case that was entered.
std::optional<AdvisedStep> step_in(const http::Request& request, const Services& services,
                                   const Case& found)
{
    auto reading = store_of(request, services).read();
    for (auto& step : next_steps_of_case(reading, access::actor(request).agency, found.id))
        if (step.id.text() == request.path("step")) return std::move(step);
    return std::nullopt;
}

http::Response result_form(const http::Request& request, const Services& services,
                           const Case& found, const AdvisedStep& step, FirstView first)
{
    const auto leave = address_of(found.id) + "/next-steps";
    const auto own = leave + "/" + step.id.text();
    NextStepFormView view{.action = own,
                          .leave = leave,
                          .form = std::move(first.form),
                          .start = start_of(request, own),
                          .banner = std::move(first.banner)};
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "What became of it?",
                     next_step_result_view(step, view), wrong);
}

http::Response show_result_form(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto step = step_in(request, services, found);
    if (!step) return http::not_found();
    http::Fields values;
    if (const auto result = step->result()) values.add("result", std::string(key_of(*result)));
    return result_form(request, services, found, *step,
                       first_view(request, services, std::move(values)));
}

http::Response save_result(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto step = step_in(request, services, found);
    if (!step) return http::not_found();
    const auto& form = request.form();
    std::vector<Error> errors;
    const auto result = next_step_result_named(form["result"]);
    if (!result) errors.push_back(bad_input("Select what became of it", "result"));
    if (form["note"].size() > longest_line)
        errors.push_back(bad_input("This must be shorter", "note"));
    const auto again = [&](std::vector<Error> wrong) {
        return result_form(request, services, found, *step,
                           {.form = {.values = form.fields, .errors = std::move(wrong)},
                            .version = 0,
                            .banner = {}});
    };
    if (!errors.empty()) return again(std::move(errors));
    const auto path =
        save_in_case(request, services, "advice.change", found, form, {"next_step"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto added = add_next_step_result(
                             transaction, actor.agency, found.id, step->id, *result,
                             std::string(form["note"]), actor.user, services.guard->clock().now());
                         if (!added) return added.error();
                         return address_of(found.id) + "/next-steps";
                     });
    return path ? http::redirect(*path) : again({path.error()});
}

} // namespace pages_next_steps_detail

void add_next_step_pages(http::Router& router, const Services& services)
{
    using namespace pages_next_steps_detail;
    const auto page_of = [&](http::Response (*answer)(const http::Request&, const Services&)) {
        return
            [&services, answer](const http::Request& request) { return answer(request, services); };
    };
    const auto& guard = *services.guard;
    const auto change = guard.policy("advice.change");
    const std::string own = "/advice/cases/{case}/next-steps";
    router.get(own, guard.policy("advice.view"), page_of(show_steps));
    router.get(own + "/new", change, page_of(show_step_form));
    router.post(own + "/new", forms::taking(change, {"kind", "where", "starts", "advised", "on"}),
                page_of(save_step));
    router.get(own + "/{step}", change, page_of(show_result_form));
    router.post(own + "/{step}", forms::taking(change, {"result", "note"}), page_of(save_result));
}

} // namespace onroll::casework
