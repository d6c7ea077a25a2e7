// Whether a council looks after a child: stated, with its days.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_care.h"
#include "people/views_forms.h"

#include "forms/asked.h"

#include <utility>

namespace onroll::people {

namespace pages_care_detail {

using namespace pages_shared;

constexpr std::string_view page_path = "/care";
constexpr std::string_view title = "Care by a council";

struct Answers {
    std::optional<CareStatement> statement{};
    Errors errors{};
};

Answers read_statement(const http::Form& form)
{
    Answers answers;
    const auto status = care_status_named(form["status"]);
    if (!status) answers.errors.push_back(bad_input("Choose what is known now", "status"));
    const auto from = read_date(form, "from", "The day it began", Blank::refused, answers.errors);
    const auto until = read_date(form, "until", "Last day", Blank::allowed, answers.errors);
    if (answers.errors.empty())
        answers.statement = CareStatement{*from, *status, std::string(form["council"]), until};
    return answers;
}

http::Response show(const http::Request& request, const Services& services, const Entered& entered,
                    FormView form)
{
    const auto here = path_of(entered.person->id, page_path);
    const bool wrong = !form.errors.empty();
    auto reader = database_of(request, services).read(db::View::snapshot);
    const PartView part{.form = std::move(form),
                        .start = start_of(request, here),
                        .action = here,
                        .top = top_of(reader, access::actor(request).agency, *entered.person,
                                      today_of(services), title)
                                   .bar};
    return page(request, services, std::string(title), care_view(part), path_of(entered.person->id),
                wrong);
}

http::Response state(const http::Request& request, const Services& services)
{
    const auto entered = enter_child(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    auto read = read_statement(form);
    if (read.statement) {
        const auto& id = entered.person->id;
        const auto saved =
            save_change(request, services, "people.change", entered, form, path_of(id),
                        [&](db::Transaction& transaction, const Scope& scope) {
                            return state_care(transaction, scope, id, *read.statement);
                        });
        if (saved) return http::redirect(*saved);
        read.errors.push_back(saved.error());
    }
    return show(request, services, entered, {form.fields, std::move(read.errors)});
}

} // namespace pages_care_detail

void add_care_pages(http::Router& router, const Services& services)
{
    using namespace pages_care_detail;
    const auto change = services.guard->policy("people.change");
    router.get("/people/{person}/care", change, [&services](const http::Request& request) {
        const auto entered = enter_child(request, services, "people.change");
        if (entered.instead) return *entered.instead;
        return show(request, services, entered, first_view(request, services, {}));
    });
    router.post("/people/{person}/care",
                forms::taking(change, {"status", "council", "from", "until"}),
                [&services](const http::Request& request) { return state(request, services); });
}

} // namespace onroll::people
