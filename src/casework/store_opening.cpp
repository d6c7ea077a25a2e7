#include "casework/store_opening.h"

#include "casework/rules_callers.h"
#include "casework/rules_safe_contact.h"
#include "casework/store.h"
#include "casework/store_cases.h"
#include "people/store_schools.h"
#include "people/store_told.h"

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

std::string digits_of(std::string_view number)
{
    std::string digits;
    for (const char letter : number)
        if (letter >= '0' && letter <= '9') digits += letter;
    return digits;
}

/// Adds the number to those of the person, where it is a new one.
Result<void> add_telephone(db::Transaction& transaction, const people::Scope& scope,
                           const people::PersonId& person, const std::string& number)
{
    if (number.empty()) return {};
    auto contacts = people::contacts_of(transaction, scope.agency, person);
    for (const auto& line : contacts)
        if (line.channel == people::Channel::telephone &&
            digits_of(line.value) == digits_of(number))
            return {};
    contacts.push_back({people::Channel::telephone, number});
    return people::save_contacts(transaction, scope, person, contacts);
}

/// Answers whether what held before is stricter than what is said now.
Result<bool> save_how_to_reach(db::Transaction& transaction, const people::Scope& scope,
                               const people::PersonId& person, const NewContact& told)
{
    if (const auto added = add_telephone(transaction, scope, person, told.phone); !added)
        return added.error();
    if (!says_how_to_reach(told)) return false;
    const auto held = people::safe_contact_of(transaction, scope.agency, person);
    const auto said = safe_contact_told(told, held);
    const auto strict = stricter_of(held, said);
    if (strict != held)
        if (const auto saved = people::save_safe_contact(transaction, scope, person, strict);
            !saved)
            return saved.error();
    return strict != said;
}

std::vector<std::string> words_of(const people::Name& name)
{
    auto words = people::name_words(name.given + " " + name.family);
    std::sort(words.begin(), words.end());
    return words;
}

/// Whether one is the other with some words left out: "Amina" of "Amina Rahmani".
bool is_part_of(const std::vector<std::string>& one, const std::vector<std::string>& other)
{
    const auto& few = one.size() < other.size() ? one : other;
    const auto& many = one.size() < other.size() ? other : one;
    return !few.empty() && std::includes(many.begin(), many.end(), few.begin(), few.end());
}

/// The adult of the family whom the caller is: by the same name, or by part of it and the same tie
/// where that fits one alone.
std::optional<people::PersonId> known_adult(const people::ChildRecord& record,
                                            const NamedCaller& caller)
{
    const auto words = words_of(caller.name);
    std::vector<people::PersonId> nearly;
    for (const auto& member : record.family) {
        const auto theirs = words_of(member.adult.name);
        if (words == theirs) return member.adult.id;
        const bool tie_fits = caller.bond == member.tie.bond || caller.bond == people::Bond::other;
        if (tie_fits && is_part_of(words, theirs)) nearly.push_back(member.adult.id);
    }
    return nearly.size() == 1 ? std::optional(nearly.front()) : std::nullopt;
}

bool is_of_the_family(const NewContact& told, const NamedCaller& caller)
{
    if (told.caller_name.empty()) return false;
    return told.caller == Caller::parent_or_carer ||
           (!told.caller && caller.bond != people::Bond::other);
}

/// Whom the contact's caller is among those who are known.
std::optional<people::PersonId> known_caller(const people::ChildRecord& record,
                                             const NewContact& told)
{
    if (told.caller == Caller::child_or_young_person) return record.child.id;
    const auto caller = caller_as_said(told.caller_name);
    return is_of_the_family(told, caller) ? known_adult(record, caller) : std::nullopt;
}

Result<people::PersonId> make_adult(db::Transaction& transaction, const people::Scope& scope,
                                    const people::PersonId& child, const NamedCaller& caller)
{
    const auto adult = people::create_person(
        transaction, scope, {.kind = people::PersonKind::adult, .name = caller.name});
    if (!adult) return Error{adult.error().kind, adult.error().message, {}, "caller_name"};
    const auto tied =
        people::add_tie(transaction, scope, {.child = child, .adult = *adult, .bond = caller.bond});
    if (!tied) return tied.error();
    return *adult;
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
                                       std::string_view name, std::size_t limit,
                                       const std::function<bool(const people::PersonId&)>& listed)
{
    constexpr std::size_t most_looked_at = 60;
    const auto question = people::question_of(
        people::PersonDetails{.kind = people::PersonKind::child, .name = name_as_said(name)}, {});
    if (question.words.empty()) return {};
    std::vector<AlikeChild> alike;
    for (const auto& found :
         people::search_people(database, agency, question, most_looked_at).found) {
        if (!alike_by_name(found) || (listed && !listed(found.person.id))) continue;
        alike.push_back(with_case(database, agency, found.person));
        if (alike.size() == limit) break;
    }
    return alike;
}

std::vector<AlikeChild> children_alike(db::Queries& database, const access::Actor& actor,
                                       std::string_view name, std::size_t limit)
{
    people::Telling telling(database, actor);
    return children_alike(database, actor.agency, name, limit,
                          [&](const people::PersonId& id) { return !telling.hides(id); });
}

Result<CallerTaken> take_in_caller(db::Transaction& transaction, const people::Scope& scope,
                                   const people::PersonId& child, const NewContact& told)
{
    const auto record = people::find_child(transaction, scope.agency, child);
    if (!record) return record.error();
    CallerTaken taken{.person = known_caller(*record, told)};
    if (!taken.person) {
        const auto caller = caller_as_said(told.caller_name);
        if (!is_of_the_family(told, caller)) return taken;
        const auto made = make_adult(transaction, scope, record->child.id, caller);
        if (!made) return made.error();
        taken.person = *made;
    }
    const auto asks = save_how_to_reach(transaction, scope, *taken.person, told);
    if (!asks) return asks.error();
    taken.asks = *asks;
    return taken;
}

std::optional<ReachQuestion> reach_question(db::Queries& database, const access::AgencyId& agency,
                                            const Contact& contact)
{
    if (!contact.child || !says_how_to_reach(contact.told)) return std::nullopt;
    const auto record = people::find_child(database, agency, *contact.child);
    if (!record) return std::nullopt;
    const auto person = known_caller(*record, contact.told);
    if (!person) return std::nullopt;
    const auto named = people::find_person(database, agency, *person);
    if (!named) return std::nullopt;
    ReachQuestion question{.person = *person, .name = people::called(named->name)};
    question.holds = people::safe_contact_of(database, agency, *person);
    question.said = safe_contact_told(contact.told, question.holds);
    if (question.holds == question.said) return std::nullopt;
    return question;
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
    if (const auto taken = take_in_caller(transaction, scope, *child, contact.told); !taken)
        return taken.error();
    const auto opened = case_for(transaction, scope, *child);
    if (!opened) return opened.error();
    const auto attached = attach_contact(transaction, scope.agency, contact.id, *opened, *child);
    if (!attached) return attached.error();
    return *opened;
}

} // namespace onroll::casework
