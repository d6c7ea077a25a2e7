#include "people/store_imports.h"

#include "people/imports_rows.h"
#include "people/store_detail.h"
#include "people/store_imports_rows.h"
#include "people/store_let_go.h"
#include "people/store_restrictions.h"
#include "people/store_rows.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/new_id.h"
#include "kernel/whole_characters.h"

#include <algorithm>
#include <set>
#include <utility>

namespace onroll::people {

using store_rows::sql;

Import import_from(const db::Rows& row)
{
    Import import{store_rows::stored_id<ImportId>(row.text("id"))};
    const auto state = row.text("state");
    import.state = state == "made"     ? ImportState::made
                   : state == "undone" ? ImportState::undone
                                       : ImportState::sent;
    import.file_name = row.text("file_name");
    import.created = static_cast<std::size_t>(row.integer("created"));
    import.updated = static_cast<std::size_t>(row.integer("updated"));
    import.unchanged = static_cast<std::size_t>(row.integer("unchanged"));
    import.rejected = static_cast<std::size_t>(row.integer("rejected"));
    import.held = static_cast<std::size_t>(row.integer("held"));
    import.sent_at = row.instant("sent_at");
    import.sent_by = row.text("sent_by");
    import.made_at = row.optional_instant("made_at");
    import.undone_at = row.optional_instant("undone_at");
    return import;
}

namespace store_imports_detail {

/// What a row comes to for whoever brings it, whose record it is of, and nothing of one that is
/// kept from them.
RowPlan plan_row(Bringing& bringing, const access::AgencyId& agency, const ListedChild& listed,
                 RowsSoFar& before, Date today)
{
    auto& database = bringing.database();
    if (const auto same = row_of_same_child(listed, before))
        return {listed.row,
                RowOutcome::held,
                {},
                {},
                "The same child is in row " + std::to_string(*same)};
    const auto match = match_of(bringing, agency, bringing.taken(listed, {}));
    if (!match.doubt.empty()) return {listed.row, RowOutcome::held, {}, {}, match.doubt};
    if (!match.person) return {listed.row, RowOutcome::created, {}, {}, {}};
    const auto record = find_child(database, agency, *match.person);
    if (!record) return {listed.row, RowOutcome::created, {}, {}, {}};
    auto difference = difference_of(*record, bringing.taken(listed, match.person), today);
    if (!difference.doubt.empty())
        return {listed.row, RowOutcome::held, match.person, {}, difference.doubt};
    // Nothing of such a record changes until that has ended (UK GDPR Article 18).
    if (!difference.fields.empty() && is_restricted(database, agency, *match.person))
        return {listed.row,
                RowOutcome::held,
                match.person,
                {},
                "The use of the record is restricted, so nothing of it changes"};
    const auto outcome = difference.fields.empty() ? RowOutcome::unchanged : RowOutcome::updated;
    return {listed.row, outcome, match.person, std::move(difference.fields), {}};
}

} // namespace store_imports_detail

ImportPlan plan_import(db::Queries& database, const access::AgencyId& agency, const ChildList& list,
                       Date today, const access::Actor* by)
{
    using namespace store_imports_detail;
    ImportPlan plan;
    RowsSoFar seen;
    Bringing bringing(database, by);
    for (const auto& listed : list.children) {
        auto row = plan_row(bringing, agency, listed, seen, today);
        if (auto note = bringing.note_of(listed, row)) plan.notes.push_back(*std::move(note));
        plan.rows.push_back(std::move(row));
    }
    std::set<std::size_t> faulty;
    for (const auto& error : list.errors) faulty.insert(error.row);
    for (const auto row : faulty) plan.rows.push_back({row, RowOutcome::rejected, {}, {}, {}});
    std::sort(plan.rows.begin(), plan.rows.end(),
              [](const RowPlan& one, const RowPlan& other) { return one.row < other.row; });
    return plan;
}

Result<ImportId> send_list(db::Transaction& transaction, const Scope& scope,
                           const AddressSafe& safe, std::string_view file_name,
                           std::string_view bytes)
{
    if (bytes.empty()) return bad_input("Choose a file", "file");
    let_go_of_sent(transaction, scope.agency, scope.now);
    const auto id = crypto::new_id<ImportId>();
    const auto sealed = safe.seal_file(scope.agency.text(), id, bytes);
    transaction.run(sql()("add_import"), scope.agency.text(), id.text(),
                    whole_characters(file_name, 200), crypto::to_hex(crypto::sha256(bytes)),
                    db::as_blob(sealed), scope.now, scope.user.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.import", "import",
                       id.text(), {"sent"});
    return id;
}

Result<Import> find_import(db::Queries& database, const access::AgencyId& agency,
                           const ImportId& id)
{
    auto rows = database.query(sql()("find_import"), agency.text(), id.text());
    if (!rows.next()) return not_found("The list was not found. Send it again");
    return import_from(rows);
}

Result<std::string> original_of(db::Queries& database, const access::AgencyId& agency,
                                const AddressSafe& safe, const ImportId& id)
{
    auto rows = database.query(sql()("import_original"), agency.text(), id.text());
    if (!rows.next()) return not_found("The list was not found. Send it again");
    const auto sealed = rows.blob("original");
    if (sealed.empty())
        return not_found("The list is not kept any more. Search for the child instead");
    return safe.open_file(
        agency.text(), id,
        std::string_view(reinterpret_cast<const char*>(sealed.data()), sealed.size()));
}

std::vector<Import> imports_of(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<Import> imports;
    auto rows = database.query(sql()("imports_of"), agency.text());
    while (rows.next()) imports.push_back(import_from(rows));
    return imports;
}

std::optional<Instant> imported_before(db::Queries& database, const access::AgencyId& agency,
                                       std::string_view bytes)
{
    std::optional<Instant> before;
    auto rows = database.query(sql()("imports_with_hash"), agency.text(),
                               crypto::to_hex(crypto::sha256(bytes)));
    while (rows.next()) before = rows.optional_instant("made_at");
    return before;
}

Result<ImportPlan> make_import(db::Transaction& transaction, const Scope& scope,
                               const AddressSafe& safe, const ImportId& id, FaultyRows faulty,
                               const access::Actor* by)
{
    const auto import = find_import(transaction, scope.agency, id);
    if (!import) return import.error();
    if (import->state != ImportState::sent)
        return Error{ErrorKind::conflict, "This list has been imported already", {}, {}};
    auto bytes = original_of(transaction, scope.agency, safe, id);
    if (!bytes) return bytes.error();
    const auto list = read_child_list(std::move(bytes).value(), scope.today());
    if (!list) return list.error();
    if (list->rejected > 0 && faulty == FaultyRows::refuse)
        return bad_input("Some rows cannot be read. Correct the list, or choose to leave them out");
    auto plan = plan_import(transaction, scope.agency, *list, scope.today(), by);
    store_imports_detail::Maker maker(transaction, scope, safe, id, by);
    std::size_t at = 0;
    for (const auto& row : plan.rows) {
        if (row.outcome == RowOutcome::rejected) continue;
        const auto& listed = list->children[at++];
        if (row.outcome == RowOutcome::held)
            transaction.run(sql()("add_import_row"), scope.agency.text(), id.text(),
                            static_cast<std::int64_t>(row.row), row.reason);
        if (row.outcome != RowOutcome::created && row.outcome != RowOutcome::updated) continue;
        if (const auto made = maker.make(listed, row); !made) {
            auto error = made.error();
            error.message = "Row " + std::to_string(row.row) + ": " + error.message;
            return error;
        }
    }
    const auto count = [&](RowOutcome outcome) {
        return static_cast<std::int64_t>(plan.count(outcome));
    };
    transaction.run(sql()("finish_import"), count(RowOutcome::created), count(RowOutcome::updated),
                    count(RowOutcome::unchanged), count(RowOutcome::rejected),
                    count(RowOutcome::held), std::optional(scope.now), scope.agency.text(),
                    id.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.import", "import",
                       id.text(), {"made"});
    return plan;
}

} // namespace onroll::people
