// One person: the record, changing details, needs and court orders.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/rules_merge.h"
#include "people/store_duplicates.h"
#include "people/store_households.h"
#include "people/store_schools.h"
#include "people/store_told.h"
#include "people/views_forms.h"

#include "forms/asked.h"
#include "forms/comparison.h"
#include "forms/form_start.h"
#include "platform/http/percent.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace onroll::people {

namespace pages_record_detail {

using namespace pages_shared;

/// Other records that may be of the same person and that the reader may join to it.
std::vector<PersonId> alike_to(const http::Request& request, const Services& services,
                               db::Queries& reader, const Entered& entered)
{
    std::vector<PersonId> alike;
    if (!may(request, services, "people.merge", entered.subject)) return alike;
    const auto listed = [&](const PersonId& id) {
        return may_be_offered(request, services, reader, "people.merge", id);
    };
    for (const auto& found :
         alike_records(reader, access::actor(request).agency, *entered.person, listed))
        alike.push_back(found.person.id);
    return alike;
}

bool may_record_move(const http::Request& request, const Services& services, db::Queries& reader,
                     const Entered& entered)
{
    const auto& agency = access::actor(request).agency;
    return may(request, services,
               lives_protected(reader, agency, entered.person->id) ? "people.change_address"
                                                                   : "people.change",
               entered.subject);
}

http::Response show_adult(const http::Request& request, const Services& services,
                          const Entered& entered)
{
    const auto& agency = access::actor(request).agency;
    const auto& id = entered.person->id;
    auto reader = database_of(request, services).read(db::View::snapshot);
    AdultView view{*entered.person};
    view.today = today_of(services);
    view.addresses = addresses_of(reader, agency, id);
    view.contacts = contacts_of(reader, agency, id);
    view.warnings = top_of(reader, agency, *entered.person, view.today, "An adult’s record").alerts;
    view.children = children_of(reader, agency, id);
    Telling telling(reader, access::actor(request));
    std::erase_if(view.children, [&](const auto& child) { return telling.hides(child.first.id); });
    view.safe = safe_contact_of(reader, agency, id);
    for (const auto& [child, tie] : view.children)
        if (tie.contact == ContactPermission::not_permitted ||
            (tie.contact == ContactPermission::in_writing_only &&
             view.contact == ContactPermission::permitted))
            view.contact = tie.contact;
    view.may_change = may(request, services, "people.change", entered.subject);
    view.may_move = may_record_move(request, services, reader, entered);
    view.may_declare = may(request, services, "people.declare_conflict", entered.subject);
    view.alike = alike_to(request, services, reader, entered);
    view.more = more_about(request, services, entered);
    return page(request, services, "An adult’s record", adult_view(view), "/people");
}

http::Response show(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "people.view");
    if (entered.instead) return *entered.instead;
    if (entered.person->merged_into) return http::redirect(path_of(*entered.person->merged_into));
    if (entered.person->kind == PersonKind::adult) return show_adult(request, services, entered);
    auto reader = database_of(request, services).read(db::View::snapshot);
    auto record = find_child(reader, access::actor(request).agency, entered.person->id);
    if (!record) return http::failure(record.error());
    ChildView view{std::move(record).value()};
    view.today = today_of(services);
    view.alerts = alerts_of(view.record, view.today);
    for (auto& note : notes_on(reader, access::actor(request).agency, entered.person->id))
        view.alerts.push_back(std::move(note));
    view.school_name = services.school_name;
    view.alike = alike_to(request, services, reader, entered);
    view.may_change = may(request, services, "people.change", entered.subject);
    view.may_move = may_record_move(request, services, reader, entered);
    view.may_see_audit = may(request, services, "audit.record", entered.subject);
    view.may_keep = may(request, services, "retention.hold", entered.subject);
    view.may_copy = may(request, services, "records_request.prepare", entered.subject);
    view.may_see_number = may(request, services, "people.nhs_number", entered.subject);
    view.may_reveal = may(request, services, "people.address", entered.subject);
    view.may_withhold = may(request, services, "people.withhold", entered.subject);
    view.may_declare = may(request, services, "people.declare_conflict", entered.subject);
    view.may_dispute = may(request, services, "people.dispute", entered.subject);
    view.may_restrict = may(request, services, "limits.restrict", entered.subject);
    view.may_ask_requests = may(request, services, "records_request.view", entered.subject);
    const auto here = path_of(entered.person->id);
    if (view.may_change)
        for (const auto& place : view.record.schools)
            view.school_pages.push_back(here + "/schools/" +
                                        name_in_address(entered.person->id, place));
    auto protected_one = entered.subject;
    protected_one.standing.withheld = true;
    if (services.guard->answer(request, "people.address", protected_one) ==
        access::Answer::ask_break_glass)
        view.break_glass = "/break-glass/open?kind=person&record=" + entered.person->id.text() +
                           "&next=" + http::percent_encoded(here);
    Telling telling(reader, access::actor(request));
    std::erase_if(view.record.siblings,
                  [&](const Person& sibling) { return telling.hides(sibling.id); });
    view.households = households_told(reader, telling, entered.person->id);
    for (const auto& address : view.record.addresses)
        if (std::holds_alternative<ProtectedAddress>(address.where))
            view.reveal.emplace_back(
                address.id, PostButton{path_of(entered.person->id, "/address/") + address.id.text(),
                                       start_of(request, here)});
    return page(request, services, "A child’s record", child_view(view), "/people");
}

http::Response show_edit(const http::Request& request, const Services& services,
                         const Entered& entered, FormView form)
{
    const auto& person = *entered.person;
    const bool wrong = !form.errors.empty();
    const auto here = path_of(person.id, "/edit");
    design::Html bar;
    {
        auto reader = database_of(request, services).read();
        bar = top_of(reader, access::actor(request).agency, person, today_of(services),
                     "Change details")
                  .bar;
    }
    return page(request, services, "Change details",
                details_view({.form = std::move(form),
                              .start = start_of(request, here, person.version),
                              .action = here,
                              .kind = person.kind,
                              .is_new = false,
                              .top = std::move(bar)}),
                path_of(person.id), wrong);
}

/// A date's three boxes, compared as one question.
forms::Compared compared_date(const http::Fields& saved, const http::Fields& typed)
{
    forms::Compared question{.label = "Date of birth"};
    const auto words = [](const http::Fields& values) {
        const auto part = [&](std::string_view name) { return std::string(values[name]); };
        return part("born_on-day") + " " + part("born_on-month") + " " + part("born_on-year");
    };
    for (const auto* name : {"born_on-day", "born_on-month", "born_on-year"}) {
        question.saved.set(name, std::string(saved[name]));
        question.typed.set(name, std::string(typed[name]));
    }
    question.saved_words = words(saved);
    question.typed_words = words(typed);
    return question;
}

http::Response show_comparison(const http::Request& request, const Services& services,
                               const Entered& entered, const http::Form& form)
{
    const auto& person = *entered.person;
    const auto here = path_of(person.id, "/edit");
    const auto saved = values_of(details_of(person));
    forms::Comparison comparison{.action = here,
                                 .start = {.page = here,
                                           .form_token = access::actor(request).sign_in.form_token,
                                           .version = std::to_string(person.version)}};
    auto reader = database_of(request, services).read();
    const auto past = changes_of(reader, access::actor(request).agency, person.id);
    const auto saved_last = std::find_if(past.begin(), past.end(), [](const PastValue& one) {
        return one.field != "school" && one.field != "looked_after"; // not asked on this page
    });
    if (saved_last != past.end()) {
        comparison.saved_by =
            services.staff_name(access::actor(request).agency, saved_last->changed_by);
        comparison.saved_when = with_weekday(in_london(saved_last->changed_at).date);
    }
    for (const auto& [name, label] :
         {std::pair{"given_name", "First name"}, std::pair{"family_name", "Last name"},
          std::pair{"known_as", "Name they want used"}, std::pair{"sex", "Sex, as recorded"},
          std::pair{"pronouns", "Pronouns"}, std::pair{"upn", "UPN"},
          std::pair{"language", "Language"}, std::pair{"needs_interpreter", "Interpreter"},
          std::pair{"access_needs", "Access needs"}, std::pair{"alert", "Alert"}})
        comparison.questions.push_back(
            forms::compared(name, label, std::string(saved[name]), std::string(form[name])));
    comparison.questions.push_back(compared_date(saved, form.fields));
    comparison.leave_href = path_of(person.id);
    const auto bar = top_of(reader, access::actor(request).agency, person, today_of(services),
                            "Compare and save")
                         .bar;
    return page(request, services, "Compare and save", bar + forms::comparison_form(comparison),
                path_of(person.id));
}

http::Response edit(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    auto read = read_details(form, entered.person->kind);
    if (!read.errors.empty())
        return show_edit(request, services, entered, {form.fields, std::move(read.errors)});
    read.value.nhs_number = entered.person->nhs_number; // not asked here, so not changed here
    const auto version = form[onroll::forms::version_field];
    int number = 0;
    std::from_chars(version.data(), version.data() + version.size(), number);
    if (number != entered.person->version) return show_comparison(request, services, entered, form);
    const auto& id = entered.person->id;
    const auto saved =
        save(request, services, "change person", form, [&](db::Transaction& transaction) {
            const auto scope = scope_of(request, services, "people.change", entered.subject);
            const auto done =
                change_person(transaction, scope, id, number, read.value, form["note"]);
            return done ? Result<std::string>(path_of(id)) : Result<std::string>(done.error());
        });
    if (saved) return http::redirect(*saved);
    return show_edit(request, services, entered, {form.fields, {saved.error()}});
}

http::Response show_part(const http::Request& request, const Services& services,
                         const Entered& entered, std::string_view rest, std::string title,
                         design::Html (*view)(const PartView&), FormView form)
{
    const auto here = path_of(entered.person->id, rest);
    const bool wrong = !form.errors.empty();
    auto reader = database_of(request, services).read(db::View::snapshot);
    PartView part{.form = std::move(form), .start = start_of(request, here), .action = here};
    const auto& agency = access::actor(request).agency;
    part.top = top_of(reader, agency, *entered.person, today_of(services), title).bar;
    if (const auto record = find_child(reader, agency, entered.person->id))
        for (const auto& member : record->family)
            part.adults.emplace_back(member.adult.id.text(), called(member.adult.name));
    return page(request, services, std::move(title), view(part), path_of(entered.person->id),
                wrong);
}

http::Response add_to_needs(const http::Request& request, const Services& services)
{
    const auto entered = enter_child(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    Errors errors;
    const auto status = sen_status_named(form["status"]);
    if (!status) errors.push_back(bad_input("Choose what is known now", "status"));
    const auto from = read_date(form, "from", "The day it began", Blank::refused, errors);
    const auto& id = entered.person->id;
    if (errors.empty()) {
        const auto saved =
            save(request, services, "state needs", form, [&](db::Transaction& transaction) {
                const auto done = state_sen(
                    transaction, scope_of(request, services, "people.change", entered.subject), id,
                    {*from, *status, std::string(form["need"]), std::string(form["note"])});
                return done ? Result<std::string>(path_of(id)) : Result<std::string>(done.error());
            });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_part(request, services, entered, "/needs", "Special educational needs", needs_view,
                     {form.fields, std::move(errors)});
}

http::Response add_to_orders(const http::Request& request, const Services& services)
{
    const auto entered = enter_child(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    Errors errors;
    CourtOrder order;
    const auto kind = order_kind_named(form["kind"]);
    if (!kind) errors.push_back(bad_input("Choose the order", "kind"));
    order.kind = kind.value_or(OrderKind::no_contact);
    if (form["concerns"] != "nobody") {
        const auto adult = PersonId::parse(form["concerns"]);
        if (adult)
            order.concerns = *adult;
        else
            errors.push_back(bad_input("Choose whom the order concerns", "concerns"));
    }
    order.made_on = read_date(form, "made_on", "The date of the order", Blank::allowed, errors);
    order.ends_on = read_date(form, "ends_on", "The last day", Blank::allowed, errors);
    order.document = std::string(form["document"]);
    const auto& id = entered.person->id;
    if (errors.empty()) {
        const auto saved =
            save(request, services, "add order", form, [&](db::Transaction& transaction) {
                const auto done = add_order(
                    transaction, scope_of(request, services, "people.change", entered.subject), id,
                    order);
                return done ? Result<std::string>(path_of(id)) : Result<std::string>(done.error());
            });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_part(request, services, entered, "/orders", "Add a court order", order_view,
                     {form.fields, std::move(errors)});
}

/// The page of a form that is not filled in yet.
template <class Show>
http::Handler opening(const Services& services, Show show)
{
    return [&services, show](const http::Request& request) {
        auto entered = enter_child(request, services, "people.change");
        if (entered.instead) return *entered.instead;
        return show(request, entered);
    };
}

} // namespace pages_record_detail

void add_record_pages(http::Router& router, const Services& services)
{
    using namespace pages_record_detail;
    const auto& guard = *services.guard;
    const auto change = guard.policy("people.change");
    router.get("/people/{person}", guard.policy("people.view"),
               [&services](const http::Request& request) { return show(request, services); });
    router.get("/people/{person}/edit", change, [&services](const http::Request& request) {
        const auto entered = enter(request, services, "people.change");
        if (entered.instead) return *entered.instead;
        return show_edit(request, services, entered,
                         first_view(request, services, values_of(details_of(*entered.person))));
    });
    router.post("/people/{person}/edit",
                forms::taking(change, {"given_name", "family_name", "known_as", "born_on", "sex",
                                       "pronouns", "upn", "language", "needs_interpreter",
                                       "access_needs", "alert", "note"}),
                [&services](const http::Request& request) { return edit(request, services); });
    const auto part = [&](std::string_view rest, std::string title,
                          design::Html (*view)(const PartView&)) {
        router.get("/people/{person}" + std::string(rest), change,
                   opening(services, [&services, rest, title, view](const http::Request& request,
                                                                    const Entered& entered) {
                       return show_part(request, services, entered, rest, title, view,
                                        first_view(request, services, {}));
                   }));
    };
    part("/needs", "Special educational needs", needs_view);
    part("/orders", "Add a court order", order_view);
    router.post(
        "/people/{person}/needs", forms::taking(change, {"status", "from", "need", "note"}),
        [&services](const http::Request& request) { return add_to_needs(request, services); });
    router.post(
        "/people/{person}/orders",
        forms::taking(change, {"kind", "concerns", "made_on", "ends_on", "document"}),
        [&services](const http::Request& request) { return add_to_orders(request, services); });
}

} // namespace onroll::people
