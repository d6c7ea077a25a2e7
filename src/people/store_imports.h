// Lists of children: looked at, made all or nothing, undone within 30 days, with the original kept
// sealed. The same list again changes nothing. trust.md U-07, U-10.
#pragma once

#include "people/imports.h"
#include "people/store.h"
#include "people/types_import.h"

#include "access/types.h"

namespace onroll::people {

/// What each row would do now; changes nothing. `by` brings the list: NHS numbers that they may not
/// set are left out and said, and a row like a record that they may not know of waits, with nothing
/// said of it. Nobody is the server's own command, which may all.
ImportPlan plan_import(db::Queries& database, const access::AgencyId& agency, const ChildList& list,
                       Date today, const access::Actor* by = nullptr);

/// Keeps the file, sealed, to be looked at and then made. Lists that were sent a day ago and never
/// made are dropped.
Result<ImportId> send_list(db::Transaction& transaction, const Scope& scope,
                           const AddressSafe& safe, std::string_view file_name,
                           std::string_view bytes);
Import import_from(const db::Rows& row);
Result<Import> find_import(db::Queries& database, const access::AgencyId& agency,
                           const ImportId& id);
Result<std::string> original_of(db::Queries& database, const access::AgencyId& agency,
                                const AddressSafe& safe, const ImportId& id);
/// Newest first, without those that were only sent.
std::vector<Import> imports_of(db::Queries& database, const access::AgencyId& agency);
/// When the same bytes were imported before.
std::optional<Instant> imported_before(db::Queries& database, const access::AgencyId& agency,
                                       std::string_view bytes);

enum class FaultyRows : std::uint8_t { refuse, leave_out };

/// Makes the list in the caller's transaction: all rows, or with `leave_out` those that can be
/// read. Rows that a person must look at are left out either way and wait (store_import_rows.h).
Result<ImportPlan> make_import(db::Transaction& transaction, const Scope& scope,
                               const AddressSafe& safe, const ImportId& id, FaultyRows faulty,
                               const access::Actor* by = nullptr);

/// What an undo could not take back.
struct Undone {
    std::size_t taken_back = 0;
    std::size_t left = 0; ///< changed by somebody since, or not for `by` to change
};
/// bad_input after 30 days. Each thing is taken back only where `by` may change it on that record.
Result<Undone> undo_import(db::Transaction& transaction, const Scope& scope, const ImportId& id,
                           const access::Actor* by = nullptr);

inline constexpr Days undo_within{30};

} // namespace onroll::people
