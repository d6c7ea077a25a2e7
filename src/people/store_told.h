// What one actor is told of the agency's people: lists, counts and suggestions are made of nothing
// else, so that none of them says that there is a record which the actor may not know of. trust.md
// Z-09.
#pragma once

#include "people/rules_told.h"
#include "people/store.h"
#include "people/types_limits.h"

#include <map>
#include <set>
#include <vector>

namespace onroll::people {

/// Looked up once for a page: one query, and some more for each limited record that is asked about.
class Telling {
public:
    Telling(db::Queries& database, const access::Actor& actor);

    Told of(const PersonId& id);
    /// Nothing is said of it, not even its name.
    bool hides(const PersonId& id) { return of(id) == Told::nothing; }
    bool is_limited(const PersonId& id) const { return limited_.contains(id); }
    /// How many records are limited, whoever asks.
    std::size_t limited() const { return limited_.size(); }
    std::int64_t limited_children() const { return children_; }
    const access::Actor& actor() const { return actor_; }

private:
    db::Queries& database_;
    const access::Actor& actor_;
    std::set<PersonId> limited_{};
    std::int64_t children_ = 0;
    std::map<PersonId, Told> told_{};
};

/// Children on record, without those under a limit: the same number to everybody.
std::int64_t count_open_children(db::Queries& database, Telling& telling);

/// What a search found for one actor.
struct SearchTold {
    Search search{};
    std::vector<Person> by_name{}; ///< found by their names alone, and nothing else is told of them
};
/// As search_people, of what the actor is told of.
SearchTold search_told(db::Queries& database, Telling& telling, const Question& question,
                       std::size_t limit);

/// As households_of, without members of whom the actor is told nothing.
std::vector<Household> households_told(db::Queries& database, Telling& telling,
                                       const PersonId& person);

/// As possible_duplicates, of what the actor is told of; by_name are those called the same.
struct AlikeTold {
    std::vector<Found> found{};
    std::vector<Person> by_name{};
};
AlikeTold duplicates_told(db::Queries& database, Telling& telling, const PersonDetails& details);

} // namespace onroll::people
