// A child's places at schools: added, put right, taken off the record. /people/{person}/schools and
// below it the place by its number in the record, from 1.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_schools.h"
#include "people/views_record_parts.h"
#include "people/views_schools.h"

#include "forms/asked.h"

#include <algorithm>
#include <charconv>
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

http::Fields values_of(const SchoolPlace& place)
{
    http::Fields values{{"was", key_of(place)},
                        {"urn", place.school.text()},
                        {"kind", std::string(key_of(place.kind))}};
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

std::vector<SchoolPlace> schools_of(const http::Request& request, const Services& services,
                                    const Entered& entered)
{
    auto reader = database_of(request, services).read(db::View::snapshot);
    const auto record = find_child(reader, access::actor(request).agency, entered.person->id);
    return record ? record->schools : std::vector<SchoolPlace>{};
}

/// The place that the path numbers.
struct Numbered {
    std::string page; ///< "/people/0123/schools/1"
    SchoolPlace place;
    std::vector<SchoolPlace> all;
};
std::optional<Numbered> numbered(const http::Request& request, const Services& services,
                                 const Entered& entered)
{
    const auto text = request.path("place");
    std::size_t number = 0;
    const auto [stop, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
    auto all = schools_of(request, services, entered);
    if (trouble != std::errc{} || stop != text.data() + text.size() || number == 0 ||
        number > all.size())
        return std::nullopt;
    const auto place = all[number - 1];
    return Numbered{path_of(entered.person->id, "/schools/" + std::to_string(number)), place,
                    std::move(all)};
}

/// The place that the form was opened for; nothing where the record has it no more.
std::optional<SchoolPlace> opened_for(const Numbered& found, const http::Form& form)
{
    const auto place =
        std::find_if(found.all.begin(), found.all.end(),
                     [&](const SchoolPlace& one) { return key_of(one) == form["was"]; });
    return place == found.all.end() ? std::nullopt : std::optional(*place);
}

Error changed_meanwhile()
{
    return {ErrorKind::conflict,
            "Somebody has changed the schools since you opened this page. Open the record, and "
            "change the school there",
            {},
            {}};
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
                           const Entered& entered, const Numbered& found, FormView form)
{
    constexpr std::string_view title = "Change a school";
    const bool wrong = !form.errors.empty();
    const ChangeSchoolView view{
        .part = part_of(request, services, entered, found.page, title, std::move(form)),
        .remove = found.page + "/remove"};
    return page(request, services, std::string(title), change_school_view(view),
                path_of(entered.person->id), wrong);
}

http::Response change(const http::Request& request, const Services& services,
                      const Entered& entered, const Numbered& found)
{
    const auto form = form_of(request);
    const auto& id = entered.person->id;
    Errors errors;
    const auto was = opened_for(found, form);
    const auto now = read_place(form, Blank::allowed, errors);
    if (now && !was) errors.push_back(changed_meanwhile());
    if (now && was) {
        const auto saved = save_change(
            request, services, "people.change", entered, form, path_of(id),
            [&](db::Transaction& transaction, const Scope& scope) {
                return change_school(transaction, scope, id, *was, *now, std::string(form["note"]));
            });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_change(request, services, entered, found, {form.fields, std::move(errors)});
}

http::Response show_remove(const http::Request& request, const Services& services,
                           const Entered& entered, const Numbered& found, FormView form)
{
    constexpr std::string_view title = "Take a school off the record";
    const bool wrong = !form.errors.empty();
    const auto before = ended_for(found.all, found.place);
    const auto& place = found.place;
    const RemoveSchoolView view{
        .part = part_of(request, services, entered, found.page + "/remove", title, std::move(form)),
        .school = services.school_name(place.school),
        .place =
            std::string(in_words(place.kind)) + ". " + record_parts::days(place.from, place.until),
        .ended_before = before ? services.school_name(before->school) : std::string()};
    return page(request, services, std::string(title), remove_school_view(view),
                path_of(entered.person->id), wrong);
}

http::Response remove(const http::Request& request, const Services& services,
                      const Entered& entered, const Numbered& found)
{
    const auto form = form_of(request);
    const auto& id = entered.person->id;
    auto error = changed_meanwhile();
    if (const auto place = opened_for(found, form)) {
        const auto saved = save_change(
            request, services, "people.change", entered, form, path_of(id),
            [&](db::Transaction& transaction, const Scope& scope) {
                return remove_school(transaction, scope, id, *place, form["reopens"] == "yes",
                                     std::string(form["note"]));
            });
        if (saved) return http::redirect(*saved);
        error = saved.error();
    }
    return show_remove(request, services, entered, found, {form.fields, {std::move(error)}});
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

/// The same about one place of theirs.
template <class Work>
http::Handler numbered_by(const Services& services, Work work)
{
    return entered_by(services,
                      [&services, work](const http::Request& request, const Entered& entered) {
                          const auto found = numbered(request, services, entered);
                          return found ? work(request, entered, *found) : http::not_found();
                      });
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
               numbered_by(services, [&services](const auto& request, const auto& entered,
                                                 const auto& found) {
                   return show_change(request, services, entered, found,
                                      first_view(request, services, values_of(found.place)));
               }));
    router.post(one, forms::taking(change_policy, {"was", "urn", "kind", "from", "until", "note"}),
                numbered_by(services, [&services](const auto& request, const auto& entered,
                                                  const auto& found) {
                    return change(request, services, entered, found);
                }));
    router.get(one + "/remove", change_policy,
               numbered_by(services, [&services](const auto& request, const auto& entered,
                                                 const auto& found) {
                   return show_remove(
                       request, services, entered, found,
                       first_view(request, services, http::Fields{{"was", key_of(found.place)}}));
               }));
    router.post(one + "/remove", forms::taking(change_policy, {"was", "reopens", "note"}),
                numbered_by(services, [&services](const auto& request, const auto& entered,
                                                  const auto& found) {
                    return remove(request, services, entered, found);
                }));
}

} // namespace onroll::people
