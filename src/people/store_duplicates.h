// Two records that may be of one person: looked for day of birth by day of birth, so that a county
// is looked through without comparing everybody with everybody; and what somebody found who
// compared two. Joining them is store_merge.h. trust.md R-15.
#pragma once

#include "people/store.h"

#include <functional>
#include <optional>
#include <vector>

namespace onroll::people {

/// Two records that may be of one person, as they are themselves.
struct AlikePair {
    Person one;
    Person other;
};
struct LookedThrough {
    std::vector<AlikePair> pairs{};
    std::optional<Date> until{}; ///< born later are not looked at yet; nothing where all were
};

/// How many children are looked at in one go.
inline constexpr std::int64_t most_looked_through = 10'000;

/// Children of the agency born after that day, in pairs that may be of one child and that nobody
/// has compared: neither found to be two people nor proposed to be joined. At most `most` pairs,
/// and whole days of birth. Only those that `listed` takes are looked at and counted; `unlisted` is
/// how many it may leave out at most.
using Listed = std::function<bool(const PersonId&)>;
LookedThrough look_through(db::Queries& database, const access::AgencyId& agency, Date born_after,
                           std::size_t most, const Listed& listed = {}, std::size_t unlisted = 0);
/// Records of any kind that hold one NHS number, and that nobody has compared.
std::vector<AlikePair> with_one_nhs_number(db::Queries& database, const access::AgencyId& agency);

/// Other records that may be of the same person, as `possible_duplicates` finds them; without those
/// that somebody found to be of another, and that `listed` does not take.
std::vector<Found> alike_records(db::Queries& database, const access::AgencyId& agency,
                                 const Person& person, const Listed& listed = {});

/// Who found two records to be of two people, and when.
struct FoundApart {
    access::UserId by;
    Instant at{};
};
/// From now on the two are not suggested; what waited for a second person waits no more. bad_input
/// for one record twice; conflict where they are joined, not_found where one is not there.
Result<void> find_two_people(db::Transaction& transaction, const Scope& scope, const PersonId& one,
                             const PersonId& other);
std::optional<FoundApart> found_two_people(db::Queries& database, const access::AgencyId& agency,
                                           const PersonId& one, const PersonId& other);

} // namespace onroll::people
