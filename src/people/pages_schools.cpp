// A child's places at schools: added, put right, taken off the record. /people/{person}/schools and
// below it the place by a name of its own, which changes with it.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_schools.h"
#include "people/views_record_parts.h"
#include "people/views_schools.h"

#include "forms/asked.h"

#include <utility>

namespace onroll::people {

namespace pages_schools_detail {

using namespace pages_shared;

/// What the form says of the place; nothing where something is wrong.
std::optional<SchoolPlace> read_place(const http::Form& form, Blank first_day, Errors& errors)
{
    const auto urn = Urn::parse(form["urn"]);
    if (!urn) errors.push_back(bad_input("Enter the school’s URN of 6 digits", "urn"));
    const auto kind = placement_kind_named(form["kind"]);
    if (!kind) errors.push_back(bad_input("Choose what the school is to the child", "kind"));
    const auto from = read_date(form, "from", "First day", first_day, errors);
    const auto until = read_date(form, "until", "Last day", Blank::allowed, errors);
    if (!errors.empty()) return std::nullopt;
    return SchoolPlace{*urn, from, until, *kind};
}

SchoolCorrection correction_in(const http::Form& form, const Services& services)
{
    return {services.school_name, std::string(form["note"]), form["reopens"] == "yes"};
}

http::Fields values_of(const SchoolPlace& place)
{
    http::Fields values{{"urn", place.school.text()}, {"kind", std::string(key_of(place.kind))}};
    write_date(values, "from", place.from);
    write_date(values, "until", place.until);
    return values;
}

PartView part_of(const http::Request& request, const Services& services, const Entered& entered,
                 const std::string& here, std::string_view title, FormView form)
{
    auto reader = database_of(request, services).read(db::View::snapshot);
    const auto& agency = access::actor(request).agency;
    return {.form = std::move(form),
            .start = start_of(request, here),
            .action = here,
            .top = top_of(reader, agency, *entered.person, today_of(services), title).bar};
}

/// The place that the path names, as the record has it now.
struct Named {
    std::string page; ///< "/people/0123/schools/4567"
    std::optional<SchoolPlace> place{};
    std::optional<SchoolPlace> before{}; ///< the school that ended the day before it
};
Named named_in(const http::Request& request, const Services& services, const Entered& entered)
{
    const auto name = request.path("place");
    Named named{.page = path_of(entered.person->id, "/schools/") + std::string(name)};
    auto reader = database_of(request, services).read(db::View::snapshot);
    const auto record = find_child(reader, access::actor(request).agency, entered.person->id);
    if (!record) return named;
    named.place = place_named(*record, name);
    if (named.place) named.before = ended_before(record->schools, *named.place);
    return named;
}

std::string in_words(const Services& services, const SchoolPlace& place)
{
    return services.school_name(place.school) + ". " + std::string(in_words(place.kind)) + ". " +
           record_parts::days(place.from, place.until);
}

EndedBefore in_words(const Services& services, const std::optional<SchoolPlace>& before)
{
    if (!before) return {};
    return {services.school_name(before->school), onroll::in_words(before->until.value())};
}

/// Finds the place that the path names when the change is made, so that one sent twice is made once
/// and one of a place that is gone says so. `work(transaction, scope, place)`.
template <class Work>
Result<std::string> save_place(const http::Request& request, const Services& services,
                               const Entered& entered, const http::Form& form, const Work& work)
{
    const auto& id = entered.person->id;
    return save_change(request, services, "people.change", entered, form, path_of(id),
                       [&](db::Transaction& transaction, const Scope& scope) -> Result<void> {
                           const auto record = find_child(transaction, scope.agency, id);
                           if (!record) return record.error();
                           const auto place = place_named(*record, request.path("place"));
                           if (!place) return place_changed();
                           return work(transaction, scope, *place);
                       });
}

http::Response show_add(const http::Request& request, const Services& services,
                        const Entered& entered, FormView form)
{
    constexpr std::string_view title = "Add a school";
    const bool wrong = !form.errors.empty();
    const auto part = part_of(request, services, entered, path_of(entered.person->id, "/schools"),
                              title, std::move(form));
    return page(request, services, std::string(title), add_school_view(part),
                path_of(entered.person->id), wrong);
}

http::Response add(const http::Request& request, const Services& services, const Entered& entered)
{
    const auto form = form_of(request);
    const auto& id = entered.person->id;
    Errors errors;
    if (const auto place = read_place(form, Blank::refused, errors)) {
        const auto saved =
            save_change(request, services, "people.change", entered, form, path_of(id),
                        [&](db::Transaction& transaction, const Scope& scope) {
                            return add_school(transaction, scope, id, *place);
                        });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_add(request, services, entered, {form.fields, std::move(errors)});
}

http::Response show_change(const http::Request& request, const Services& services,
                           const Entered& entered, FormView form)
{
    constexpr std::string_view title = "Change a school";
    const auto named = named_in(request, services, entered);
    if (!named.place && form.errors.empty()) return http::not_found();
    if (!named.place) form.errors = {place_changed()};
    const bool wrong = !form.errors.empty();
    const ChangeSchoolView view{
        .part = part_of(request, services, entered, named.page, title, std::move(form)),
        .place = named.place ? in_words(services, *named.place) : std::string(),
        .before = in_words(services, named.before),
        .remove = named.page + "/remove"};
    return page(request, services, std::string(title), change_school_view(view),
                path_of(entered.person->id), wrong);
}

http::Response open_change(const http::Request& request, const Services& services,
                           const Entered& entered)
{
    const auto named = named_in(request, services, entered);
    if (!named.place) return http::not_found();
    return show_change(request, services, entered,
                       first_view(request, services, values_of(*named.place)));
}

http::Response change(const http::Request& request, const Services& services,
                      const Entered& entered)
{
    const auto form = form_of(request);
    Errors errors;
    if (const auto now = read_place(form, Blank::allowed, errors)) {
        const auto saved = save_place(
            request, services, entered, form,
            [&](db::Transaction& transaction, const Scope& scope, const SchoolPlace& was) {
                return change_school(transaction, scope, entered.person->id, was, *now,
                                     correction_in(form, services));
            });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_change(request, services, entered, {form.fields, std::move(errors)});
}

http::Response show_remove(const http::Request& request, const Services& services,
                           const Entered& entered, FormView form)
{
    constexpr std::string_view title = "Take a school off the record";
    const auto named = named_in(request, services, entered);
    if (!named.place && form.errors.empty()) return http::not_found();
    const bool wrong = !form.errors.empty();
    const RemoveSchoolView view{
        .part = part_of(request, services, entered, named.page + "/remove", title, std::move(form)),
        .place = named.place ? in_words(services, *named.place) : std::string(),
        .before = in_words(services, named.before)};
    return page(request, services, std::string(title), remove_school_view(view),
                path_of(entered.person->id), wrong);
}

http::Response remove(const http::Request& request, const Services& services,
                      const Entered& entered)
{
    const auto form = form_of(request);
    const auto saved =
        save_place(request, services, entered, form,
                   [&](db::Transaction& transaction, const Scope& scope, const SchoolPlace& place) {
                       return remove_school(transaction, scope, entered.person->id, place,
                                            correction_in(form, services));
                   });
    if (saved) return http::redirect(*saved);
    return show_remove(request, services, entered, {form.fields, {saved.error()}});
}

/// A page about a child whose record was entered for a change.
template <class Work>
http::Handler entered_by(const Services& services, Work work)
{
    return [&services, work](const http::Request& request) {
        auto entered = enter_child(request, services, "people.change");
        if (entered.instead) return *entered.instead;
        return work(request, entered);
    };
}

} // namespace pages_schools_detail

void add_school_pages(http::Router& router, const Services& services)
{
    using namespace pages_schools_detail;
    const auto change_policy = services.guard->policy("people.change");
    const std::string all = "/people/{person}/schools";
    const auto one = all + "/{place}";
    router.get(all, change_policy,
               entered_by(services, [&services](const auto& request, const auto& entered) {
                   return show_add(request, services, entered, first_view(request, services, {}));
               }));
    router.post(all, forms::taking(change_policy, {"urn", "kind", "from", "until"}),
                entered_by(services, [&services](const auto& request, const auto& entered) {
                    return add(request, services, entered);
                }));
    router.get(one, change_policy,
               entered_by(services, [&services](const auto& request, const auto& entered) {
                   return open_change(request, services, entered);
               }));
    router.post(one,
                forms::taking(change_policy, {"urn", "kind", "from", "until", "reopens", "note"}),
                entered_by(services, [&services](const auto& request, const auto& entered) {
                    return change(request, services, entered);
                }));
    router.get(one + "/remove", change_policy,
               entered_by(services, [&services](const auto& request, const auto& entered) {
                   return show_remove(request, services, entered,
                                      first_view(request, services, {}));
               }));
    router.post(one + "/remove", forms::taking(change_policy, {"reopens", "note"}),
                entered_by(services, [&services](const auto& request, const auto& entered) {
                    return remove(request, services, entered);
                }));
}

} // namespace onroll::people
