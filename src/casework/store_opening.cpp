#include "casework/store_opening.h"

#include "casework/rules_callers.h"
#include "casework/rules_spoken_hours.h"
#include "casework/store.h"
#include "casework/store_cases.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace store_opening_detail {

using people::FoundBy;

/// Alike by name; a shared birthday or postcode is not asked here.
bool alike_by_name(const people::Found& found)
{
    return found.person.kind == people::PersonKind::child &&
           (found.fit.why == FoundBy::name || found.fit.why == FoundBy::name_and_birth ||
            found.fit.why == FoundBy::name_sounds_alike);
}

AlikeChild with_case(db::Queries& database, const access::AgencyId& agency,
                     const people::Person& child)
{
    AlikeChild alike{.child = child};
    const auto cases = cases_of_child(database, agency, child.id);
    if (!cases.empty()) alike.latest = cases.front();
    const auto record = people::find_child(database, agency, child.id);
    if (!record) return alike;
    for (const auto& place : record->schools)
        if (!alike.school || !place.until) alike.school = place.school;
    return alike;
}

people::SafeContact safe_contact_of(const NewContact& told)
{
    people::SafeContact safe{.asked = told.safe != SafeToRing::not_asked};
    if (told.safe == SafeToRing::any_time)
        safe.channels = people::all_channels();
    else if (told.safe == SafeToRing::only_as_said)
        safe.channels = {people::Channel::telephone};
    safe.only_ask_for = told.safe_how;
    if (const auto hours = hours_as_said(told.safe_how)) {
        safe.earliest_minute = hours->earliest;
        safe.latest_minute = hours->latest;
    }
    return safe;
}

Result<void> save_how_to_reach(db::Transaction& transaction, const people::Scope& scope,
                               const people::PersonId& person, const NewContact& told)
{
    if (!told.phone.empty()) {
        const auto saved = people::save_contacts(transaction, scope, person,
                                                 {{people::Channel::telephone, told.phone}});
        if (!saved) return saved;
    }
    if (told.safe == SafeToRing::not_asked && told.safe_how.empty()) return {};
    return people::save_safe_contact(transaction, scope, person, safe_contact_of(told));
}

bool same_name(const people::Name& one, const people::Name& other)
{
    return people::name_words(one.given + " " + one.family) ==
           people::name_words(other.given + " " + other.family);
}

/// Whether the family has that adult already.
bool is_known(db::Queries& database, const access::AgencyId& agency, const people::PersonId& child,
              const people::Name& name)
{
    const auto record = people::find_child(database, agency, child);
    return record && std::any_of(record->family.begin(), record->family.end(),
                                 [&](const people::FamilyMember& member) {
                                     return same_name(member.adult.name, name);
                                 });
}

/// The calling adult, tied to the child, with the phone and what is safe.
Result<void> add_caller(db::Transaction& transaction, const people::Scope& scope,
                        const people::PersonId& child, const NewContact& told)
{
    const auto caller = caller_as_said(told.caller_name);
    const bool family = told.caller == Caller::parent_or_carer ||
                        (!told.caller && caller.bond != people::Bond::other);
    if (!family || told.caller_name.empty()) return {};
    if (is_known(transaction, scope.agency, child, caller.name)) return {};
    const auto adult = people::create_person(
        transaction, scope, {.kind = people::PersonKind::adult, .name = caller.name});
    if (!adult) return Error{adult.error().kind, adult.error().message, {}, "caller_name"};
    const auto tied =
        people::add_tie(transaction, scope, {.child = child, .adult = *adult, .bond = caller.bond});
    if (!tied) return tied;
    return save_how_to_reach(transaction, scope, *adult, told);
}

Result<people::PersonId> make_child(db::Transaction& transaction, const people::Scope& scope,
                                    const NewContact& told, const Opening& opening)
{
    const auto child = people::create_person(transaction, scope,
                                             {.kind = people::PersonKind::child,
                                              .name = name_as_said(opening.child_name),
                                              .born_on = opening.born_on});
    if (!child)
        return Error{child.error().kind,
                     child.error().message,
                     {},
                     child.error().where == "born_on" ? "born_on" : "child_name"};
    if (told.school)
        if (const auto added =
                people::add_school(transaction, scope, *child, {.school = *told.school});
            !added)
            return added.error();
    if (told.caller == Caller::child_or_young_person)
        if (const auto saved = save_how_to_reach(transaction, scope, *child, told); !saved)
            return saved.error();
    return *child;
}

Result<CaseId> case_for(db::Transaction& transaction, const people::Scope& scope,
                        const people::PersonId& child)
{
    for (const auto& one : cases_of_child(transaction, scope.agency, child))
        if (one.state != CaseState::closed) return one.id;
    return open_case(transaction, scope.agency, {.child = child}, scope.user, scope.today());
}

} // namespace store_opening_detail
using namespace store_opening_detail;

std::vector<AlikeChild> children_alike(db::Queries& database, const access::AgencyId& agency,
                                       std::string_view name, std::size_t limit)
{
    const auto question = people::question_of(
        people::PersonDetails{.kind = people::PersonKind::child, .name = name_as_said(name)}, {});
    if (question.words.empty()) return {};
    std::vector<AlikeChild> alike;
    for (const auto& found : people::search_people(database, agency, question, 2 * limit).found) {
        if (!alike_by_name(found)) continue;
        alike.push_back(with_case(database, agency, found.person));
        if (alike.size() == limit) break;
    }
    return alike;
}

Result<CaseId> open_case_from(db::Transaction& transaction, const people::Scope& scope,
                              const Contact& contact, const Opening& opening)
{
    if (contact.case_id) return *contact.case_id;
    auto child = opening.child;
    if (child) {
        const auto there = people::find_person(transaction, scope.agency, *child);
        if (!there) return there.error();
    } else {
        const auto made = make_child(transaction, scope, contact.told, opening);
        if (!made) return made.error();
        child = *made;
    }
    if (const auto added = add_caller(transaction, scope, *child, contact.told); !added)
        return added.error();
    const auto opened = case_for(transaction, scope, *child);
    if (!opened) return opened.error();
    const auto attached = attach_contact(transaction, scope.agency, contact.id, *opened, *child);
    if (!attached) return attached.error();
    return *opened;
}

} // namespace onroll::casework
