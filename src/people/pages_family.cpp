// The adults of a child: adding one, what they may be told, how to reach them.
#include "people/forms.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/rules_disclosure.h"
#include "people/views_forms.h"

#include "forms/asked.h"
#include "forms/form_start.h"
#include "kernel/one_line.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace onroll::people {

namespace pages_family_detail {

using namespace pages_shared;

/// The adult of the path, in the family of the child.
struct InFamily {
    ChildRecord record;
    FamilyMember member;
};

std::optional<InFamily> find_member(const http::Request& request, const Services& services,
                                    const Entered& entered)
{
    const auto adult = request.path<PersonId>("adult");
    if (!adult) return std::nullopt;
    auto reader = database_of(request, services).read(db::View::snapshot);
    auto record = find_child(reader, access::actor(request).agency, entered.person->id);
    if (!record) return std::nullopt;
    for (const auto& member : record->family)
        if (member.adult.id == *adult) return InFamily{*record, member};
    return std::nullopt;
}

http::Response show_rights(const http::Request& request, const Services& services)
{
    const auto entered = enter_child(request, services, "people.view");
    if (entered.instead) return *entered.instead;
    const auto found = find_member(request, services, entered);
    if (!found) return http::not_found();
    const auto today = today_of(services);
    RightsView view{.child = found->record.child,
                    .member = found->member,
                    .rights = rights_of(found->member.tie,
                                        facts_for(found->record, found->member, today), today),
                    .alerts = alerts_of(found->record, today),
                    .copy = copy_for_adult(found->record, found->member.adult.id, today),
                    .school_name = services.school_name,
                    .today = today,
                    .may_change = may(request, services, "people.change", entered.subject)};
    return page(request, services, "An adult of the child", rights_view(view),
                path_of(entered.person->id));
}

http::Response show_form(const http::Request& request, const Services& services,
                         const Entered& entered, FormView form,
                         const std::optional<InFamily>& found)
{
    const bool wrong = !form.errors.empty();
    const auto rest =
        found ? "/family/" + found->member.adult.id.text() + "/edit" : std::string("/family");
    const auto here = path_of(entered.person->id, rest);
    design::Html bar;
    {
        auto reader = database_of(request, services).read();
        bar = top_of(reader, access::actor(request).agency, *entered.person, today_of(services),
                     found ? "Change a tie" : "Add an adult")
                  .bar;
    }
    return page(request, services, found ? "Change a tie" : "Add an adult",
                tie_view({.form = std::move(form),
                          .start = start_of(request, here, found ? found->member.tie.version : 0),
                          .action = here,
                          .top = std::move(bar),
                          .is_new = !found,
                          .adult = found ? called(found->member.adult.name) : ""}),
                path_of(entered.person->id), wrong);
}

FamilyTie tie_of(const PersonId& child, const PersonId& adult, const TieAnswers& answers)
{
    FamilyTie tie{child, adult};
    tie.bond = answers.bond;
    tie.natural_parent = answers.natural_parent;
    tie.responsibility = answers.responsibility;
    tie.care = answers.care;
    tie.contact = answers.contact;
    return tie;
}

/// How the adult may be reached, in the transaction of the tie.
Result<void> save_reach(db::Transaction& transaction, const Scope& scope, const PersonId& adult,
                        const TieAnswers& answers)
{
    if (const auto saved = save_contacts(transaction, scope, adult, answers.contacts); !saved)
        return saved;
    if (!answers.safe.asked) return {};
    return save_safe_contact(transaction, scope, adult, answers.safe);
}

http::Response add(const http::Request& request, const Services& services)
{
    const auto entered = enter_child(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    auto read = read_tie(form);
    PersonDetails details;
    details.kind = PersonKind::adult;
    details.name = {one_line(form["given_name"]), one_line(form["family_name"]), {}};
    if (details.name.given.empty() && details.name.family.empty())
        read.errors.insert(read.errors.begin(),
                           bad_input("Enter a first name or a last name", "given_name"));
    if (read.errors.empty()) {
        const auto& child = entered.person->id;
        const auto saved = save(
            request, services, "add adult", form,
            [&](db::Transaction& transaction) -> Result<std::string> {
                const auto scope = scope_of(request, services, "people.change", entered.subject);
                const auto adult = create_person(transaction, scope, details);
                if (!adult) return adult.error();
                if (const auto tied =
                        add_tie(transaction, scope, tie_of(child, *adult, read.value));
                    !tied)
                    return tied.error();
                if (const auto reach = save_reach(transaction, scope, *adult, read.value); !reach)
                    return reach.error();
                return path_of(child, "/family/") + adult->text();
            });
        if (saved) return http::redirect(*saved);
        read.errors.push_back(saved.error());
    }
    return show_form(request, services, entered, {form.fields, std::move(read.errors)},
                     std::nullopt);
}

http::Response change(const http::Request& request, const Services& services)
{
    const auto entered = enter_child(request, services, "people.change");
    if (entered.instead) return *entered.instead;
    const auto found = find_member(request, services, entered);
    if (!found) return http::not_found();
    const auto form = form_of(request);
    auto read = read_tie(form);
    if (read.errors.empty()) {
        const auto& child = entered.person->id;
        const auto& adult = found->member.adult.id;
        auto tie = tie_of(found->member.tie.child, found->member.tie.adult, read.value);
        tie.from = found->member.tie.from;
        tie.until = found->member.tie.until;
        const auto version = form[onroll::forms::version_field];
        std::from_chars(version.data(), version.data() + version.size(), tie.version);
        const auto saved = save(
            request, services, "change tie", form,
            [&](db::Transaction& transaction) -> Result<std::string> {
                const auto scope = scope_of(request, services, "people.change", entered.subject);
                if (const auto tied = change_tie(transaction, scope, tie); !tied)
                    return tied.error();
                if (const auto reach = save_reach(transaction, scope, adult, read.value); !reach)
                    return reach.error();
                return path_of(child, "/family/") + adult.text();
            });
        if (saved) return http::redirect(*saved);
        read.errors.push_back(saved.error());
    }
    return show_form(request, services, entered, {form.fields, std::move(read.errors)}, found);
}

} // namespace pages_family_detail

void add_family_pages(http::Router& router, const Services& services)
{
    using namespace pages_family_detail;
    const auto& guard = *services.guard;
    const auto changing = guard.policy("people.change");
    router.get("/people/{person}/family", changing, [&services](const http::Request& request) {
        const auto entered = enter_child(request, services, "people.change");
        if (entered.instead) return *entered.instead;
        return show_form(request, services, entered, first_view(request, services, {}),
                         std::nullopt);
    });
    router.post("/people/{person}/family",
                forms::taking(changing, {"given_name", "family_name", "bond", "natural_parent",
                                         "responsibility", "care", "contact", "telephone", "email",
                                         "safe_asked", "safe_channels", "earliest", "latest",
                                         "code_name", "only_ask_for", "neutral_sender"}),
                [&services](const http::Request& request) { return add(request, services); });
    router.get(
        "/people/{person}/family/{adult}", guard.policy("people.view"),
        [&services](const http::Request& request) { return show_rights(request, services); });
    router.get("/people/{person}/family/{adult}/edit", changing,
               [&services](const http::Request& request) {
                   const auto entered = enter_child(request, services, "people.change");
                   if (entered.instead) return *entered.instead;
                   const auto found = find_member(request, services, entered);
                   if (!found) return http::not_found();
                   return show_form(request, services, entered,
                                    first_view(request, services, values_of(found->member)), found);
               });
    router.post(
        "/people/{person}/family/{adult}/edit",
        forms::taking(changing, {"bond", "natural_parent", "responsibility", "care", "contact",
                                 "telephone", "email", "safe_asked", "safe_channels", "earliest",
                                 "latest", "code_name", "only_ask_for", "neutral_sender"}),
        [&services](const http::Request& request) { return change(request, services); });
}

} // namespace onroll::people
