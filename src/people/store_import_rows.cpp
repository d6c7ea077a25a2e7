#include "people/store_import_rows.h"

#include "people/rules_care.h"
#include "people/rules_contact.h"
#include "people/store_detail.h"
#include "people/store_duplicates.h"
#include "people/store_imports_rows.h"
#include "people/store_rows.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_import_rows_detail {

RowFound found_named(std::string_view key)
{
    if (key == "same_child") return RowFound::same_child;
    if (key == "another_child") return RowFound::another_child;
    return RowFound::not_yet;
}

HeldRow row_from(const db::Rows& rows)
{
    HeldRow row{.number = static_cast<std::size_t>(rows.integer("number")),
                .reason = rows.text("reason"),
                .found = found_named(rows.text("found"))};
    if (const auto person = PersonId::parse(rows.text("person"))) row.person = *person;
    if (const auto by = access::UserId::parse(rows.text("settled_by"))) row.settled_by = *by;
    row.settled_at = rows.optional_instant("settled_at");
    return row;
}

Error already_settled()
{
    return {ErrorKind::conflict, "Somebody has settled this row already", {}, {}};
}

/// A second record is not made beside one that whoever settles the row is not told of.
Result<void> check_none_hidden(db::Queries& database, const Scope& scope, const ListedChild& listed,
                               const access::Actor* by)
{
    if (!by) return {};
    store_imports_detail::Bringing bringing(database, by);
    for (const auto& found : alike_to_row(database, scope.agency, bringing.taken(listed, {})))
        if (found.person.kind == PersonKind::child && bringing.hides(found.person.id))
            return Error{ErrorKind::conflict,
                         "Somebody else must settle this row. Ask whoever leads the work with the "
                         "child",
                         {},
                         {}};
    return {};
}

/// The row waits, and its list is imported.
Result<void> check_waits(db::Queries& database, const Scope& scope, const ImportId& id,
                         std::size_t number)
{
    const auto import = find_import(database, scope.agency, id);
    if (!import) return import.error();
    if (import->state != ImportState::made)
        return Error{ErrorKind::conflict, "This list is not imported now", {}, {}};
    const auto row = find_held_row(database, scope.agency, id, number);
    if (!row) return not_found("The row was not found. Open the list again");
    if (row->settled_at) return already_settled();
    return {};
}

Result<PersonId> carry_out(db::Transaction& transaction, const Scope& scope,
                           const AddressSafe& safe, const ImportId& import,
                           const ListedChild& listed, const RowPlan& plan, std::string_view found,
                           const access::Actor* by)
{
    store_imports_detail::Maker maker(transaction, scope, safe, import, by);
    const auto made = maker.make(listed, plan);
    if (!made) return made.error();
    // Not where somebody else has settled it since it was looked at.
    if (transaction.run(sql()("settle_import_row"), made->text(), found, scope.user.text(),
                        std::optional(scope.now), scope.agency.text(), import.text(),
                        static_cast<std::int64_t>(listed.row)) != 1)
        return already_settled();
    store_detail::note(transaction, scope, audit::Kind::changed, "people.import", "import",
                       import.text(), {"row_settled"});
    return *made;
}

std::string home_of(const ChildRecord& record, Date today)
{
    const auto* home = present_home(record.addresses, today);
    return home ? shown_address(home->where) : std::string();
}

/// The school's URN and since when, as far as known.
std::string shown_school(const std::string& school, const std::optional<Date>& from)
{
    return school + (from ? " from " + in_words(*from) : std::string());
}

std::string school_of(const ChildRecord& record, bool with_start)
{
    for (const auto& place : record.schools)
        if (place.kind == PlacementKind::main && !place.until)
            return shown_school(place.school.text(), with_start ? place.from : std::nullopt);
    return {};
}

} // namespace store_import_rows_detail

std::vector<HeldRow> held_rows_of(db::Queries& database, const access::AgencyId& agency,
                                  const ImportId& import, std::size_t most)
{
    std::vector<HeldRow> held;
    auto rows = database.query(sql()("import_rows_of"), agency.text(), import.text(),
                               static_cast<std::int64_t>(most));
    while (rows.next()) held.push_back(store_import_rows_detail::row_from(rows));
    return held;
}

std::optional<HeldRow> find_held_row(db::Queries& database, const access::AgencyId& agency,
                                     const ImportId& import, std::size_t number)
{
    auto rows = database.query(sql()("find_import_row"), agency.text(), import.text(),
                               static_cast<std::int64_t>(number));
    if (!rows.next()) return std::nullopt;
    return store_import_rows_detail::row_from(rows);
}

std::int64_t count_waiting_rows(db::Queries& database, const access::AgencyId& agency,
                                const ImportId& import)
{
    auto rows = database.query(sql()("count_import_rows"), agency.text(), import.text());
    return rows.next() ? rows.integer("waiting") : 0;
}

Result<ListedChild> listed_in_row(db::Queries& database, const access::AgencyId& agency,
                                  const AddressSafe& safe, const ImportId& import,
                                  std::size_t number, Date today)
{
    auto bytes = original_of(database, agency, safe, import);
    if (!bytes) return bytes.error();
    const auto list = read_child_list(std::move(bytes).value(), today);
    if (!list) return list.error();
    const auto listed = std::find_if(list->children.begin(), list->children.end(),
                                     [&](const ListedChild& one) { return one.row == number; });
    if (listed == list->children.end())
        return not_found("The row was not found. Open the list again");
    return *listed;
}

ListedChild taken_by(db::Queries& database, const access::Actor& by, const ListedChild& listed,
                     const std::optional<PersonId>& on)
{
    return store_imports_detail::Bringing(database, &by).taken(listed, on);
}

std::vector<Found> alike_to_row(db::Queries& database, const access::AgencyId& agency,
                                const ListedChild& listed)
{
    return possible_duplicates(database, agency, listed.details,
                               listed.address ? listed.address->postcode : std::string(),
                               std::nullopt);
}

RowBesideRecord row_beside(const ChildRecord& record, const ListedChild& listed, Date today)
{
    using namespace store_import_rows_detail;
    const auto difference = store_imports_detail::difference_of(record, listed, today);
    RowBesideRecord beside{.changes = difference.fields, .doubt = difference.doubt};
    Person stated{record.child.id};
    const auto& details = listed.details;
    stated.name = details.name;
    stated.born_on = details.born_on;
    stated.sex = details.sex;
    stated.upn = details.upn;
    stated.language = details.language;
    beside.rows = compared(stated, record.child);
    const auto add = [&](std::string_view what, std::string one, std::string other) {
        if (one.empty()) return; // a blank cell erases nothing
        const bool differs = one != other;
        beside.rows.push_back({what, std::move(one), std::move(other), differs});
    };
    if (listed.address) add("Home", shown_address(*listed.address), home_of(record, today));
    if (listed.school)
        add("School (URN)", shown_school(listed.school->text(), listed.school_from),
            school_of(record, listed.school_from.has_value()));
    if (listed.care) {
        const auto known = care_on(record.care, today);
        const auto words = [&](const CareStatement& statement) {
            return said_of(statement) +
                   (listed.care_from_stated ? ", from " + in_words(statement.from) : "");
        };
        add("Care by a council", words(*listed.care), known ? words(*known) : std::string());
    }
    return beside;
}

Result<void> settle_as_same(db::Transaction& transaction, const Scope& scope,
                            const AddressSafe& safe, const ImportId& import, std::size_t number,
                            const PersonId& child, const access::Actor* by)
{
    using namespace store_import_rows_detail;
    if (const auto waits = check_waits(transaction, scope, import, number); !waits) return waits;
    const auto listed =
        listed_in_row(transaction, scope.agency, safe, import, number, scope.today());
    if (!listed) return listed.error();
    if (const auto sound = store_detail::check_changeable(transaction, scope.agency, child); !sound)
        return sound;
    const auto made = carry_out(transaction, scope, safe, import, *listed,
                                {number, RowOutcome::updated, child, {}, {}}, "same_child", by);
    if (!made) return made.error();
    return {};
}

Result<PersonId> settle_as_another(db::Transaction& transaction, const Scope& scope,
                                   const AddressSafe& safe, const ImportId& import,
                                   std::size_t number, const std::vector<PersonId>& not_these,
                                   const access::Actor* by)
{
    using namespace store_import_rows_detail;
    if (const auto waits = check_waits(transaction, scope, import, number); !waits)
        return waits.error();
    const auto listed =
        listed_in_row(transaction, scope.agency, safe, import, number, scope.today());
    if (!listed) return listed.error();
    if (const auto sound = check_none_hidden(transaction, scope, *listed, by); !sound)
        return sound.error();
    auto made = carry_out(transaction, scope, safe, import, *listed,
                          {number, RowOutcome::created, {}, {}, {}}, "another_child", by);
    if (!made) return made;
    for (const auto& other : not_these)
        if (const auto apart = find_two_people(transaction, scope, *made, other); !apart)
            return apart.error();
    return made;
}

} // namespace onroll::people
