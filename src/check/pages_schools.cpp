#include "check/pages_schools.h"

#include "check/pages_code.h"
#include "check/views_schools.h"

namespace onroll::check {

namespace pages_schools_detail {

constexpr const char* section = "For schools";

http::Response answer(const Services& services, const char* title, const char* back,
                      const design::Html& content, bool errors = false,
                      design::PageWidth width = design::PageWidth::two_thirds)
{
    const design::PageOptions options{.title = title,
                                      .section = section,
                                      .active = "/check/schools",
                                      .back =
                                          *back ? std::optional<std::string>(back) : std::nullopt,
                                      .has_errors = errors,
                                      .width = width};
    return http::html(page(*services.site, options, content).str(), errors ? 400 : 200);
}

http::Response exclusion_page(const Services& services, const SchoolForm& form,
                              const SchoolPlan& plan)
{
    return answer(services, "Before you exclude: what must be done", "",
                  school_exclusion_view(form, plan), !plan.errors.empty());
}

http::Response next_page(const http::Request& request, const Services& services)
{
    const auto form = read_school_form(request.form());
    const auto step = request.form()["step"];
    if (step != "pupil" && step != "plan") return exclusion_page(services, form, {});
    const auto plan = plan_of(form, services, services.clock->today());
    if (!plan.errors.empty()) return exclusion_page(services, form, plan);
    if (step == "pupil")
        return answer(services, "The pupil, and what came before", "/check/schools",
                      school_pupil_view(form));
    return answer(services, "What must be done", "/check/schools", school_plan_view(form, plan));
}

http::Response shared(http::Response response)
{
    response.caching = http::Caching::public_revalidated;
    return response;
}

} // namespace pages_schools_detail

void add_school_pages(http::Router& router, const Services& services)
{
    using namespace pages_schools_detail;
    const auto open = http::Policy::open_to_all();
    router.get("/check/schools", open, [&services](const http::Request&) {
        return shared(exclusion_page(services, {}, {}));
    });
    router.post("/check/schools", open,
                [&services](const http::Request& request) { return next_page(request, services); });
    router.get("/check/schools/duties", open, [&services](const http::Request&) {
        return shared(answer(services, "Each duty around an exclusion", "/check/schools",
                             school_rules_view(services.clock->today()), false,
                             design::PageWidth::full));
    });
    router.get("/check/schools/examples", open, [&services](const http::Request&) {
        return shared(
            answer(services, "Worked examples", "/check/schools",
                   school_examples_view(worked_examples(services, services.clock->today()))));
    });
    add_code_pages(router, services);
}

} // namespace onroll::check
