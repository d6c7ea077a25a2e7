// Opens a case from a contact, so that nothing is told twice: the child and the calling adult
// become people of the service, with the phone and what is safe, and the contact is the first of
// the case. All in the caller's transaction. capabilities.md N02, N07.
#pragma once

#include "casework/types.h"

#include "access/types.h"
#include "kernel/result.h"
#include "people/store.h"
#include "platform/db/db.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// A child of the service's own people who may be the one of a contact.
struct AlikeChild {
    people::Person child;
    std::optional<Urn> school{};  ///< the present or last one
    std::optional<Case> latest{}; ///< the newest case
};

/// Those whose names are the same, or sound the same, best first, at most `limit` of those that
/// `listed` takes. Nothing for a blank name.
std::vector<AlikeChild>
children_alike(db::Queries& database, const access::AgencyId& agency, std::string_view name,
               std::size_t limit, const std::function<bool(const people::PersonId&)>& listed = {});
/// The same, without children of whom the actor is told nothing: their own, or a relative's.
std::vector<AlikeChild> children_alike(db::Queries& database, const access::Actor& actor,
                                       std::string_view name, std::size_t limit);

/// What became of what a contact says of its caller.
struct CallerTaken {
    std::optional<people::PersonId> person{}; ///< nothing where the caller is not of the family
    bool asks = false; ///< what held before is stricter, and holds until somebody decides
};
/// The caller of a contact about that child: a new adult of the family, or one who is known, or the
/// child. The telephone is added to those that are known. How they may be reached becomes the
/// stricter of what held and of what is said now, so that nothing leaves by a way that was taken
/// back (trust.md M-03, F-07).
Result<CallerTaken> take_in_caller(db::Transaction& transaction, const people::Scope& scope,
                                   const people::PersonId& child, const NewContact& told);

/// Where the call of a contact says something else than what holds for its caller.
struct ReachQuestion {
    people::PersonId person;
    std::string name;
    people::SafeContact holds{};
    people::SafeContact said{};
};
/// Nothing where the contact is of no known child, its caller is not known, or there is no
/// difference.
std::optional<ReachQuestion> reach_question(db::Queries& database, const access::AgencyId& agency,
                                            const Contact& contact);

/// Which child a case is opened for.
struct Opening {
    std::optional<people::PersonId> child{}; ///< of the service's own people; else one is made
    std::string child_name{};                ///< for one who is made
    std::optional<Date> born_on{};           ///< the same
};

/// The case that the contact belongs to from now on: the child's open one, else a new one at level
/// 1. Again for the same contact answers the same case. bad_input where the child cannot be made,
/// with the field in `where`; not_found for a child of no or another agency.
Result<CaseId> open_case_from(db::Transaction& transaction, const people::Scope& scope,
                              const Contact& contact, const Opening& opening);

} // namespace onroll::casework
