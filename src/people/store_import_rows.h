// Rows of a list that waited for somebody to look: of the child of a record, or of another child.
// What was settled can be taken back. trust.md U-07, R-15.
#pragma once

#include "people/held_rows.h"
#include "people/store_imports.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::people {

/// Those that wait first, at most `most`.
std::vector<HeldRow> held_rows_of(db::Queries& database, const access::AgencyId& agency,
                                  const ImportId& import, std::size_t most);
std::optional<HeldRow> find_held_row(db::Queries& database, const access::AgencyId& agency,
                                     const ImportId& import, std::size_t number);
std::int64_t count_waiting_rows(db::Queries& database, const access::AgencyId& agency,
                                const ImportId& import);

/// What the row states, from the file that is kept. not_found where it is not kept any more.
Result<ListedChild> listed_in_row(db::Queries& database, const access::AgencyId& agency,
                                  const AddressSafe& safe, const ImportId& import,
                                  std::size_t number, Date today);
/// The row without an NHS number that `by` may not set on the record; with nobody, on any.
ListedChild taken_by(db::Queries& database, const access::Actor& by, const ListedChild& listed,
                     const std::optional<PersonId>& on = std::nullopt);
/// Records that may be of the child of the row, as they stand now.
std::vector<Found> alike_to_row(db::Queries& database, const access::AgencyId& agency,
                                const ListedChild& listed);
/// What the row, as `taken_by` gives it, says beside what the record says, and what of it is taken
/// over.
RowBesideRecord row_beside(const ChildRecord& record, const ListedChild& listed, Date today);

/// The row is of this record’s child: what it states is taken over. conflict where the row is
/// settled, or the list is not imported now.
Result<void> settle_as_same(db::Transaction& transaction, const Scope& scope,
                            const AddressSafe& safe, const ImportId& import, std::size_t number,
                            const PersonId& child, const access::Actor* by = nullptr);
/// The row is of a child without a record: one is made, and it and each of `not_these` are found to
/// be two people. conflict also where another record has the UPN, and where one is like the row
/// that `by` is not told of.
Result<PersonId> settle_as_another(db::Transaction& transaction, const Scope& scope,
                                   const AddressSafe& safe, const ImportId& import,
                                   std::size_t number, const std::vector<PersonId>& not_these,
                                   const access::Actor* by = nullptr);
/// Takes back what was settled; the row waits again. bad_input after 30 days, conflict where
/// somebody has worked with what it changed since, where `by` may not change the record, or where
/// the list is not imported now.
Result<void> take_back_row(db::Transaction& transaction, const Scope& scope, const ImportId& import,
                           std::size_t number, const access::Actor* by = nullptr);

} // namespace onroll::people
