// Other names of a person, and a death: /people/{person}/names and /people/{person}/death.
#include "forms/asked.h"
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/views_names.h"

#include "kernel/one_line.h"

#include <utility>

namespace onroll::people {

namespace pages_names_detail {

using namespace pages_shared;

http::Response show(const http::Request& request, const Services& services, const Entered& entered,
                    std::string_view rest, std::string title,
                    design::Html (*view)(const NamesView&), FormView form)
{
    const auto here = path_of(entered.person->id, rest);
    const bool wrong = !form.errors.empty();
    NamesView shown{.form = std::move(form),
                    .start = start_of(request, here),
                    .action = here,
                    .top = {},
                    .person = *entered.person};
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        shown.top = top_of(reader, access::actor(request).agency, *entered.person,
                           today_of(services), title)
                        .bar;
    }
    return page(request, services, std::move(title), view(shown), path_of(entered.person->id),
                wrong);
}

http::Response show_names(const http::Request& request, const Services& services,
                          const Entered& entered, FormView form)
{
    return show(request, services, entered, "/names", "Other names", names_view, std::move(form));
}

http::Response show_death(const http::Request& request, const Services& services,
                          const Entered& entered, FormView form)
{
    return show(request, services, entered, "/death", "Record a death", death_view,
                std::move(form));
}

http::Response add_name(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    Errors errors;
    const auto kind = other_name_kind_named(form["kind"]);
    if (!kind) errors.push_back(bad_input("Choose what kind of name it is", "kind"));
    const auto& id = entered.person->id;
    if (errors.empty()) {
        const auto saved =
            save(request, services, "add name", form,
                 [&](db::Transaction& transaction) -> Result<std::string> {
                     const auto done = add_other_name(
                         transaction, scope_of(request, services, "people.change", entered.subject),
                         id, {one_line(form["given_name"]), one_line(form["family_name"]), *kind});
                     if (!done) return done.error();
                     return path_of(id);
                 });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_names(request, services, entered, {form.fields, std::move(errors)});
}

http::Response take_death(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    Errors errors;
    const auto day = read_date(form, "died_on", "The date of death", Blank::refused, errors);
    if (day && entered.person->born_on && *day < *entered.person->born_on)
        errors.push_back(bad_input("The date must not be before the date of birth", "died_on"));
    const auto& id = entered.person->id;
    if (errors.empty()) {
        const auto saved =
            save(request, services, "record death", form,
                 [&](db::Transaction& transaction) -> Result<std::string> {
                     const auto done = record_death(
                         transaction, scope_of(request, services, "people.change", entered.subject),
                         id, *day);
                     if (!done) return done.error();
                     return path_of(id);
                 });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_death(request, services, entered, {form.fields, std::move(errors)});
}

} // namespace pages_names_detail

void add_name_pages(http::Router& router, const Services& services)
{
    using namespace pages_names_detail;
    const auto change = services.guard->policy("people.change");
    const auto shown = [&](std::string_view path, auto show) {
        router.get(path, change, [&services, show](const http::Request& request) {
            const auto entered = enter(request, services, "people.change");
            if (entered.instead) return *entered.instead;
            return show(request, services, entered, first_view(request, services, {}));
        });
    };
    shown("/people/{person}/names", show_names);
    shown("/people/{person}/death", show_death);
    router.post("/people/{person}/names",
                forms::taking(change, {"given_name", "family_name", "kind"}),
                [&services](const http::Request& request) { return add_name(request, services); });
    router.post(
        "/people/{person}/death", forms::taking(change, {"died_on"}),
        [&services](const http::Request& request) { return take_death(request, services); });
}

} // namespace onroll::people
