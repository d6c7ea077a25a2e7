// The NHS number of a child: seen and changed by an act of its own, since fewer may than may change
// the record. conventions N-03.
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/views_names.h"

#include "forms/asked.h"

#include <utility>

namespace onroll::people {

namespace pages_numbers_detail {

using namespace pages_shared;

constexpr std::string_view act = "people.nhs_number";

http::Response show(const http::Request& request, const Services& services, const Entered& entered,
                    FormView form)
{
    const auto here = path_of(entered.person->id, "/nhs-number");
    const bool wrong = !form.errors.empty();
    NamesView view{.form = std::move(form),
                   .start = start_of(request, here, entered.person->version),
                   .action = here,
                   .top = {},
                   .person = *entered.person};
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.top = top_of(reader, access::actor(request).agency, *entered.person,
                          today_of(services), "NHS number")
                       .bar;
    }
    return page(request, services, "NHS number", nhs_number_view(view), path_of(entered.person->id),
                wrong);
}

http::Response change(const http::Request& request, const Services& services)
{
    const auto entered = enter_child(request, services, act);
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    const auto again = [&](Error error) {
        error.where = "nhs_number";
        return show(request, services, entered, {form.fields, {std::move(error)}});
    };
    std::optional<NhsNumber> number;
    if (!form["nhs_number"].empty()) {
        const auto read = NhsNumber::parse(form["nhs_number"]);
        if (!read) return again(read.error());
        number = *read;
    }
    const auto& id = entered.person->id;
    const auto saved =
        save_change(request, services, act, entered, form, path_of(id),
                    [&](db::Transaction& transaction, const Scope& scope) {
                        return change_nhs_number(transaction, scope, id, version_of(form), number);
                    });
    return saved ? http::redirect(*saved) : again(saved.error());
}

} // namespace pages_numbers_detail

void add_number_pages(http::Router& router, const Services& services)
{
    using namespace pages_numbers_detail;
    const auto policy = services.guard->policy(act);
    router.get("/people/{person}/nhs-number", policy, [&services](const http::Request& request) {
        const auto entered = enter_child(request, services, act);
        if (entered.instead) return *entered.instead;
        return show(request, services, entered, first_view(request, services, {}));
    });
    router.post("/people/{person}/nhs-number", forms::taking(policy, {"nhs_number"}),
                [&services](const http::Request& request) { return change(request, services); });
}

} // namespace onroll::people
