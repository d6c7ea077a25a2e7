// Who lives together with a person: /people/{person}/household.
#include "forms/asked.h"
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_households.h"
#include "people/store_told.h"
#include "people/views_household.h"

#include <charconv>
#include <set>
#include <utility>

namespace onroll::people {

namespace pages_household_detail {

using namespace pages_shared;

/// Family and brothers and sisters: who may live with the child.
std::vector<Person> near(db::Queries& database, const access::Actor& actor, const PersonId& child)
{
    std::vector<Person> people;
    const auto record = find_child(database, actor.agency, child);
    Telling telling(database, actor);
    if (!record) return people;
    for (const auto& member : record->family) people.push_back(member.adult);
    for (const auto& sibling : record->siblings)
        if (!telling.hides(sibling.id)) people.push_back(sibling);
    return people;
}

http::Response show(const http::Request& request, const Services& services, const Entered& entered,
                    FormView form)
{
    const auto& agency = access::actor(request).agency;
    const auto& id = entered.person->id;
    const auto here = path_of(id, "/household");
    const bool wrong = !form.errors.empty();
    HouseholdView view{.form = std::move(form), .person = id, .action = here};
    view.start = start_of(request, here);
    view.may_change = may(request, services, "people.change", entered.subject);
    auto reader = database_of(request, services).read(db::View::snapshot);
    view.top =
        top_of(reader, agency, *entered.person, today_of(services), "Who lives together").bar;
    Telling telling(reader, access::actor(request));
    view.households = households_told(reader, telling, id);
    for (const auto& other : near(reader, access::actor(request), id))
        view.near.emplace_back(other.id.text(), called(other.name));
    return page(request, services, "Who lives together", household_view(view), path_of(id), wrong);
}

http::Response form_one(const http::Request& request, const Services& services)
{
    const auto entered = enter_child(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    Errors errors;
    const auto from = read_date(form, "from", "The day it began", Blank::refused, errors);
    const auto& id = entered.person->id;
    if (errors.empty()) {
        const auto saved = save(
            request, services, "form household", form,
            [&](db::Transaction& transaction) -> Result<std::string> {
                std::set<PersonId> allowed;
                for (const auto& other : near(transaction, access::actor(request), id))
                    allowed.insert(other.id);
                std::vector<PersonId> with;
                for (const auto text : form.all("with"))
                    if (const auto other = PersonId::parse(text); other && allowed.contains(*other))
                        with.push_back(*other);
                const auto done = form_household(
                    transaction, scope_of(request, services, "people.change", entered.subject), id,
                    form["name"], with, *from);
                if (!done) return done.error();
                return path_of(id, "/household");
            });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show(request, services, entered, {form.fields, std::move(errors)});
}

/// The household of the path, where the child lives or lived in it.
std::optional<Household> household_of(const http::Request& request, const Services& services,
                                      const Entered& entered)
{
    const auto id = request.path<HouseholdId>("household");
    if (!id) return std::nullopt;
    auto reader = database_of(request, services).read(db::View::snapshot);
    for (auto& each : households_of(reader, access::actor(request).agency, entered.person->id))
        if (each.id == *id) return std::move(each);
    return std::nullopt;
}

http::Response show_leave(const http::Request& request, const Services& services,
                          const Entered& entered, Household household, FormView form)
{
    const auto& id = entered.person->id;
    const auto here = path_of(id, "/household/") + household.id.text();
    const bool wrong = !form.errors.empty();
    LeaveView view{.form = std::move(form),
                   .action = here,
                   .start = start_of(request, here, household.version),
                   .top = {},
                   .household = std::move(household)};
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.top = top_of(reader, access::actor(request).agency, *entered.person,
                          today_of(services), "Somebody left a household")
                       .bar;
    }
    return page(request, services, "Somebody left a household", leave_view(view),
                path_of(id, "/household"), wrong);
}

http::Response leave(const http::Request& request, const Services& services)
{
    const auto entered = enter_child(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto household = household_of(request, services, entered);
    if (!household) return http::not_found();
    const auto form = form_of(request);
    Errors errors;
    const auto until = read_date(form, "until", "The last day", Blank::refused, errors);
    const auto who = PersonId::parse(form["who"]);
    if (!who) errors.push_back(bad_input("Choose who left", "who"));
    const auto version = form[onroll::forms::version_field];
    int number = 0;
    std::from_chars(version.data(), version.data() + version.size(), number);
    const auto& id = entered.person->id;
    if (errors.empty()) {
        const auto saved =
            save(request, services, "leave household", form,
                 [&](db::Transaction& transaction) -> Result<std::string> {
                     const auto done = leave_household(
                         transaction, scope_of(request, services, "people.change", entered.subject),
                         household->id, number, *who, *until);
                     if (!done) return done.error();
                     return path_of(id, "/household");
                 });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_leave(request, services, entered, *household, {form.fields, std::move(errors)});
}

} // namespace pages_household_detail

void add_household_pages(http::Router& router, const Services& services)
{
    using namespace pages_household_detail;
    const auto& guard = *services.guard;
    router.get("/people/{person}/household", guard.policy("people.view"),
               [&services](const http::Request& request) {
                   const auto entered = enter_child(request, services, "people.view");
                   if (entered.instead) return *entered.instead;
                   return show(request, services, entered, first_view(request, services, {}));
               });
    router.post("/people/{person}/household",
                forms::taking(guard.policy("people.change"), {"name", "with", "from"}),
                [&services](const http::Request& request) { return form_one(request, services); });
    router.get("/people/{person}/household/{household}", guard.policy("people.change"),
               [&services](const http::Request& request) {
                   const auto entered = enter_child(request, services, "people.change");
                   if (entered.instead) return *entered.instead;
                   auto household = household_of(request, services, entered);
                   if (!household) return http::not_found();
                   return show_leave(request, services, entered, *std::move(household), {});
               });
    router.post("/people/{person}/household/{household}",
                forms::taking(guard.policy("people.change"), {"who", "until"}),
                [&services](const http::Request& request) { return leave(request, services); });
}

} // namespace onroll::people
