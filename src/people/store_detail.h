// What the store's own files share: who a record is joined to, its search keys, and the deed that a
// change notes. Only for the store's own files.
#pragma once

#include "people/store.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::people::store_detail {

/// Notes the change in the agency's chain, in the same transaction.
void note(db::Transaction& transaction, const Scope& scope, audit::Kind kind, std::string_view act,
          std::string_view record_kind, std::string_view record,
          const std::vector<std::string>& fields = {});

/// A record by itself, and whether others were joined to it.
struct OwnRow {
    Person person;
    bool has_joined = false;
};
/// The record with names and numbers, without what joined records add; nothing where the agency has
/// none.
std::optional<OwnRow> read_row(db::Queries& database, const access::AgencyId& agency,
                               const PersonId& id);
/// The same, where it does not matter whether others were joined to it.
std::optional<Person> own_row(db::Queries& database, const access::AgencyId& agency,
                              const PersonId& id);
/// The records joined to this one, and to those, nearest first.
std::vector<Person> joined_rows(db::Queries& database, const access::AgencyId& agency,
                                const PersonId& id);
/// The record under which a joined one is shown: itself where it was not joined.
PersonId root_of(db::Queries& database, const access::AgencyId& agency, const PersonId& id);
/// The record itself, then those joined to it.
std::vector<PersonId> group_of(db::Queries& database, const access::AgencyId& agency,
                               const PersonId& id);

/// The addresses of the record alone, without those of records joined to it.
std::vector<PersonAddress> own_addresses(db::Queries& database, const access::AgencyId& agency,
                                         const PersonId& id);

/// How many the queries that end in _by_ids and _by_adults take.
inline constexpr std::size_t asked_at_once = 60;
/// What such a query is asked with: the agency and up to sixty ids from `from` on, the last one
/// again and again where there are fewer.
std::vector<std::string> asked_with(const access::AgencyId& agency,
                                    const std::vector<PersonId>& ids, std::size_t from = 0);

/// Those with the strongest keys, strongest first, at most so many.
std::vector<PersonId> strongest(db::Queries& database, const access::AgencyId& agency,
                                const Question& question, std::size_t most);
/// Those of at most sixty people who fit, in the order of `ids`.
std::vector<Found> fitting(db::Queries& database, const access::AgencyId& agency,
                           const Question& question, const std::vector<PersonId>& ids);
/// Puts the best first and leaves at most `limit`; `more` says whether there were others.
void best_first(Search& search, std::size_t limit);

/// Makes the search keys of the record anew; none for one that is shown as another.
void refresh_keys(db::Transaction& transaction, const access::AgencyId& agency, const PersonId& id);

/// conflict unless the record is there and is shown as itself.
Result<void> check_changeable(db::Queries& database, const access::AgencyId& agency,
                              const PersonId& id);

/// The same for a child; bad_input where the record is an adult's.
Result<void> check_child(db::Queries& database, const access::AgencyId& agency, const PersonId& id);

Error nobody();
Error stale();

} // namespace onroll::people::store_detail
