// Rows of a list that wait for somebody to look: compared with records, settled, taken back.
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_import_rows.h"
#include "people/store_limits.h"
#include "people/views_import_rows.h"

#include "design/words.h"
#include "forms/asked.h"

#include <charconv>
#include <utility>

namespace onroll::people {

namespace pages_shared {

std::string settled_words(const Services& services, const access::AgencyId& agency,
                          const HeldRow& row)
{
    if (!row.settled_at) return {};
    auto words =
        std::string(row.found == RowFound::same_child ? "The same child" : "Another child");
    if (row.settled_by) words += ", by " + services.staff_name(agency, row.settled_by->text());
    return words + " on " + in_words(in_london(*row.settled_at).date);
}

} // namespace pages_shared

namespace pages_import_rows_detail {

using namespace pages_shared;

/// Which row of which list the path names.
struct Place {
    ImportId import;
    std::size_t number = 0;
    std::string list() const { return "/people/import/" + import.text(); }
    std::string row() const { return list() + "/rows/" + std::to_string(number); }
};

std::optional<Place> place_of(const http::Request& request)
{
    const auto import = request.path<ImportId>("import");
    const auto text = request.path("row");
    std::size_t number = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (!import || wrong != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return Place{*import, number};
}

std::string what_agrees(const ListedChild& listed, const Person& person, bool number_is_shown)
{
    std::vector<std::string> agreeing;
    const auto& details = listed.details;
    if (details.born_on && details.born_on == person.born_on)
        agreeing.emplace_back("date of birth");
    if (details.upn && details.upn == person.upn) agreeing.emplace_back("UPN");
    if (number_is_shown && details.nhs_number && details.nhs_number == person.nhs_number)
        agreeing.emplace_back("NHS number");
    if (agreeing.empty()) return "A name like it";
    return "A name like it, " + design::listed(agreeing);
}

/// The records like the row that the reader may change.
std::vector<Person> offered(const http::Request& request, const Services& services,
                            db::Queries& reader, const ListedChild& listed)
{
    std::vector<Person> people;
    for (const auto& found : alike_to_row(reader, access::actor(request).agency, listed))
        if (found.person.kind == PersonKind::child &&
            may_be_offered(request, services, reader, "people.change", found.person.id))
            people.push_back(found.person);
    return people;
}

http::Response show(const http::Request& request, const Services& services, Errors errors)
{
    const auto place = place_of(request);
    if (!place) return http::not_found();
    const auto& agency = access::actor(request).agency;
    const bool wrong = !errors.empty();
    HeldRowView view{.list = place->list(),
                     .start = start_of(request, place->row()),
                     .errors = std::move(errors)};
    auto reader = database_of(request, services).read(db::View::snapshot);
    auto row = find_held_row(reader, agency, place->import, place->number);
    if (!row) return http::not_found();
    view.row = *std::move(row);
    view.settled = settled_words(services, agency, view.row);
    view.may_take_back =
        view.row.settled_at && services.guard->clock().now() - *view.row.settled_at <= undo_within;
    view.may_open_person = view.row.person && may_be_offered(request, services, reader,
                                                             "people.view", *view.row.person);
    auto listed = listed_in_row(reader, agency, *services.safe, place->import, place->number,
                                today_of(services));
    if (listed) {
        if (listed->school) view.school = services.school_name(*listed->school);
        *listed = taken_by(reader, access::actor(request), *listed);
        for (auto& person : offered(request, services, reader, *listed)) {
            const bool number_is_shown =
                may(request, services, "people.nhs_number",
                    {.kind = "person",
                     .record = person.id.text(),
                     .standing = standing_to(reader, access::actor(request), person.id)});
            auto agrees = what_agrees(*listed, person, number_is_shown);
            view.alike.push_back({std::move(person), std::move(agrees)});
        }
        view.listed = std::move(listed).value();
    } else {
        view.not_kept = listed.error().message + ".";
    }
    return page(request, services, "Row " + std::to_string(place->number) + " of the list",
                held_row_view(view), place->list(), wrong);
}

/// A row says what a list says of a child, which whoever may change some record need not see.
std::optional<http::Response> refuses_lists(const http::Request& request, const Services& services)
{
    if (access::may_ever(access::actor(request), "people.import")) return std::nullopt;
    return services.guard->missing(request, "people.import", "import", request.path("import"));
}

http::Response show_beside(const http::Request& request, const Services& services,
                           const Entered& entered, const Place& place, Errors errors)
{
    const auto& agency = access::actor(request).agency;
    const bool wrong = !errors.empty();
    auto reader = database_of(request, services).read(db::View::snapshot);
    if (!find_held_row(reader, agency, place.import, place.number)) return http::not_found();
    const auto record = find_child(reader, agency, entered.person->id);
    if (!record) return http::failure(record.error());
    const auto listed = listed_in_row(reader, agency, *services.safe, place.import, place.number,
                                      today_of(services));
    if (!listed) return http::failure(listed.error());
    const RowBesideView view{
        .row = place.row(),
        .person = *entered.person,
        .top = top_of(reader, agency, *entered.person, today_of(services),
                      "Compare a row with a record")
                   .bar,
        .beside = row_beside(*record,
                             taken_by(reader, access::actor(request), *listed, entered.person->id),
                             today_of(services)),
        .start = start_of(request, place.row() + "/compare/" + entered.person->id.text()),
        .errors = std::move(errors)};
    return page(request, services, "Compare a row with a record", row_beside_view(view),
                place.row(), wrong);
}

http::Response compare(const http::Request& request, const Services& services)
{
    if (auto instead = refuses_lists(request, services)) return *std::move(instead);
    const auto entered = enter_child(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto place = place_of(request);
    return place ? show_beside(request, services, entered, *place, {}) : http::not_found();
}

http::Response settle_same(const http::Request& request, const Services& services)
{
    if (auto instead = refuses_lists(request, services)) return *std::move(instead);
    const auto entered = enter_child(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto place = place_of(request);
    if (!place) return http::not_found();
    const auto saved = save_change(
        request, services, "people.change", entered, form_of(request), place->list(),
        [&](db::Transaction& transaction, const Scope& scope) {
            return settle_as_same(transaction, scope, *services.safe, place->import, place->number,
                                  entered.person->id, &access::actor(request));
        });
    return saved ? http::redirect(*saved)
                 : show_beside(request, services, entered, *place, {saved.error()});
}

http::Response settle_another(const http::Request& request, const Services& services)
{
    const auto place = place_of(request);
    if (!place) return http::not_found();
    std::vector<PersonId> not_these;
    {
        auto reader = database_of(request, services).read();
        const auto listed = listed_in_row(reader, access::actor(request).agency, *services.safe,
                                          place->import, place->number, today_of(services));
        if (!listed) return show(request, services, {listed.error()});
        for (const auto& person :
             offered(request, services, reader, taken_by(reader, access::actor(request), *listed)))
            not_these.push_back(person.id);
    }
    const auto saved =
        save(request, services, "settle row", form_of(request),
             [&](db::Transaction& transaction) -> Result<std::string> {
                 const auto made = settle_as_another(
                     transaction, scope_of(request, services, "people.import"), *services.safe,
                     place->import, place->number, not_these, &access::actor(request));
                 if (!made) return made.error();
                 return place->list();
             });
    return saved ? http::redirect(*saved) : show(request, services, {saved.error()});
}

http::Response take_back(const http::Request& request, const Services& services)
{
    const auto place = place_of(request);
    if (!place) return http::not_found();
    const auto saved = save(request, services, "take row back", form_of(request),
                            [&](db::Transaction& transaction) -> Result<std::string> {
                                const auto done = take_back_row(
                                    transaction, scope_of(request, services, "people.import"),
                                    place->import, place->number, &access::actor(request));
                                if (!done) return done.error();
                                return place->row();
                            });
    return saved ? http::redirect(*saved) : show(request, services, {saved.error()});
}

} // namespace pages_import_rows_detail

void add_import_row_pages(http::Router& router, const Services& services)
{
    using namespace pages_import_rows_detail;
    const auto importing = services.guard->policy("people.import");
    const auto change = services.guard->policy("people.change");
    const std::string row = "/people/import/{import}/rows/{row}";
    router.get(row, importing,
               [&services](const http::Request& request) { return show(request, services, {}); });
    router.post(
        row + "/another", forms::taking(importing, forms::Asked{}),
        [&services](const http::Request& request) { return settle_another(request, services); });
    router.post(row + "/undo", forms::taking(importing, forms::Asked{}),
                [&services](const http::Request& request) { return take_back(request, services); });
    router.get(row + "/compare/{person}", change,
               [&services](const http::Request& request) { return compare(request, services); });
    router.post(
        row + "/compare/{person}", forms::taking(change, forms::Asked{}),
        [&services](const http::Request& request) { return settle_same(request, services); });
}

} // namespace onroll::people
