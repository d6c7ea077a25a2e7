// Where a person lives: a move, with those who move along, and the protected address shown on
// request. trust.md F-03, F-06.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_told.h"
#include "people/views_forms.h"

#include "forms/asked.h"

#include <set>
#include <utility>

namespace onroll::people {

namespace pages_homes_detail {

using namespace pages_shared;

/// Who of the family has the same address now and may move along: nobody whose record is closed to
/// the actor.
std::vector<Person> may_move_along(db::Queries& database, const access::Actor& actor,
                                   const PersonId& id, Date today)
{
    auto people = still_at_address(database, actor.agency, id, today);
    Telling telling(database, actor);
    std::erase_if(people, [&](const Person& each) { return telling.of(each.id) != Told::whole; });
    return people;
}

http::Response show_move(const http::Request& request, const Services& services,
                         const Entered& entered, FormView form)
{
    const auto here = path_of(entered.person->id, "/move");
    const bool wrong = !form.errors.empty();
    const auto& agency = access::actor(request).agency;
    auto reader = database_of(request, services).read(db::View::snapshot);
    MoveView view{.form = std::move(form), .start = start_of(request, here), .action = here};
    view.top = top_of(reader, agency, *entered.person, today_of(services), "Record a move").bar;
    view.also =
        may_move_along(reader, access::actor(request), entered.person->id, today_of(services));
    return page(request, services, "Record a move", move_view(view), path_of(entered.person->id),
                wrong);
}

/// Another home in place of a protected one is a change of what was protected.
std::string_view act_of_move(const http::Request& request, const Services& services)
{
    const auto id = request.path<PersonId>("person");
    if (!id) return "people.change";
    auto reader = database_of(request, services).read();
    return lives_protected(reader, access::actor(request).agency, *id) ? "people.change_address"
                                                                       : "people.change";
}

http::Response move(const http::Request& request, const Services& services)
{
    const auto act = act_of_move(request, services);
    const auto entered = enter(request, services, act);
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    auto read = read_move(form);
    if (!read.errors.empty())
        return show_move(request, services, entered, {form.fields, std::move(read.errors)});
    const auto& id = entered.person->id;
    const auto saved =
        save(request, services, "record move", form,
             [&](db::Transaction& transaction) -> Result<std::string> {
                 const auto scope = scope_of(request, services, act, entered.subject);
                 if (act == "people.change" && lives_protected(transaction, scope.agency, id))
                     return Error{ErrorKind::conflict,
                                  "Their home has been protected since you opened this page. Ask "
                                  "somebody who is named on the record",
                                  {},
                                  "line_1"};
                 // Only those who have the same address now may move along.
                 std::set<PersonId> near;
                 for (const auto& person :
                      may_move_along(transaction, access::actor(request), id, scope.today()))
                     near.insert(person.id);
                 std::vector<PersonId> movers{id};
                 for (const auto& also : read.value.also)
                     if (const auto other = PersonId::parse(also); other && near.contains(*other))
                         movers.push_back(*other);
                 for (const auto& mover : movers)
                     if (const auto moved = move_person(transaction, scope, *services.safe, mover,
                                                        read.value.address, read.value.protection,
                                                        *read.value.from);
                         !moved)
                         return moved.error();
                 return path_of(id);
             });
    if (saved) return http::redirect(*saved);
    return show_move(request, services, entered, {form.fields, {saved.error()}});
}

http::Response reveal(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "people.address");
    if (entered.instead) return *entered.instead;
    const auto id = request.path<AddressId>("address");
    if (!id) return http::not_found();
    const auto& agency = access::actor(request).agency;
    auto transaction = database_of(request, services).begin("show protected address");
    bool theirs = false;
    for (const auto& address : addresses_of(transaction, agency, entered.person->id))
        theirs = theirs || address.id == *id;
    if (!theirs) return http::not_found();
    const auto address = reveal_address(
        transaction, scope_of(request, services, "people.address", entered.subject), *services.safe,
        *id, RevealPermit::given(RevealPermit::For::showing_on_request));
    const auto top =
        top_of(transaction, agency, *entered.person, today_of(services), "A protected address");
    transaction.commit();
    if (!address) return http::failure(address.error());
    return page(request, services, "A protected address",
                revealed_view(*entered.person, *address, top.alerts, today_of(services)),
                path_of(entered.person->id));
}

} // namespace pages_homes_detail

void add_home_pages(http::Router& router, const Services& services)
{
    using namespace pages_homes_detail;
    const auto& guard = *services.guard;
    const auto change = guard.policy("people.change");
    router.get("/people/{person}/move", change, [&services](const http::Request& request) {
        const auto entered = enter(request, services, act_of_move(request, services));
        if (entered.instead) return *entered.instead;
        return show_move(request, services, entered, first_view(request, services, {}));
    });
    router.post("/people/{person}/move",
                forms::taking(
                    change, {"line_1", "line_2", "town", "postcode", "from", "protected", "also"}),
                [&services](const http::Request& request) { return move(request, services); });
    router.post("/people/{person}/address/{address}",
                forms::taking(guard.policy("people.address"), forms::Asked{}),
                [&services](const http::Request& request) { return reveal(request, services); });
}

} // namespace onroll::people
