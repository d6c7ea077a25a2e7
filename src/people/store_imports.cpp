#include "people/store_imports.h"

#include "people/imports_rows.h"

#include "people/rules_contact.h"
#include "people/rules_merge.h"
#include "people/store_detail.h"
#include "people/store_rows.h"

#include "platform/crypto/crypto.h"
#include "platform/crypto/new_id.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_imports_detail {

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
    import.made_at = row.optional_instant("made_at");
    import.undone_at = row.optional_instant("undone_at");
    return import;
}

/// Whom a row is about: somebody certain, somebody who must be looked at, or nobody yet.
struct Match {
    std::optional<PersonId> person{};
    std::string doubt{};
};

Match match_of(db::Queries& database, const access::AgencyId& agency, const ListedChild& listed)
{
    const auto postcode = listed.address ? listed.address->postcode : std::string();
    std::vector<PersonId> certain;
    bool doubtful = false;
    for (const auto& found :
         possible_duplicates(database, agency, listed.details, postcode, std::nullopt)) {
        const bool same_name =
            folded(found.person.name.given) == folded(listed.details.name.given) &&
            folded(found.person.name.family) == folded(listed.details.name.family);
        const bool same_birth = found.person.born_on == listed.details.born_on;
        const bool contradicted =
            (found.person.upn && listed.details.upn && found.person.upn != listed.details.upn) ||
            (found.person.nhs_number && listed.details.nhs_number &&
             found.person.nhs_number != listed.details.nhs_number);
        if (!contradicted && ((same_name && same_birth) ||
                              (found.fit.why == FoundBy::number && (same_name || same_birth))))
            certain.push_back(found.person.id);
        else
            doubtful = true;
    }
    if (certain.size() == 1) return {certain.front(), {}};
    if (certain.size() > 1) return {{}, "Two records here fit this row. Compare them first"};
    if (doubtful) return {{}, "A record here is much like this row. Compare the two"};
    return {};
}

/// The details with what the row states; what it leaves blank stays.
PersonDetails filled(const Person& person, const PersonDetails& listed)
{
    auto details = details_of(person);
    details.name.given = listed.name.given;
    details.name.family = listed.name.family;
    if (!listed.name.known_as.empty()) details.name.known_as = listed.name.known_as;
    if (listed.born_on) details.born_on = listed.born_on;
    if (listed.sex != Sex::not_stated) details.sex = listed.sex;
    if (listed.upn) details.upn = listed.upn;
    if (listed.nhs_number) details.nhs_number = listed.nhs_number;
    if (!listed.language.empty()) details.language = listed.language;
    return details;
}

std::string words_of(const Address& address)
{
    return folded(store_rows::joined_lines(address.lines, ' ')) + "|" + address.postcode;
}

/// What of the row differs from the record.
struct Difference {
    std::vector<std::string> fields{};
    bool address = false;
    bool school = false;
    std::vector<ListedParent> new_parents{};
    std::string doubt{};
};

Difference difference_of(const ChildRecord& record, const ListedChild& listed, Date today)
{
    Difference difference;
    for (const auto& change :
         changed_fields(details_of(record.child), filled(record.child, listed.details)))
        difference.fields.emplace_back(change.field);
    if (listed.address) {
        const auto* home = present_home(record.addresses, today);
        const auto* open = home ? std::get_if<Address>(&home->where) : nullptr;
        // A list must never write over, or stand beside, a home that is protected.
        if (home && !open)
            difference.doubt =
                "The child’s home is protected. Change it by hand, if it has changed";
        else if (!open || words_of(*open) != words_of(*listed.address))
            difference.address = true;
    }
    if (listed.school &&
        std::none_of(record.schools.begin(), record.schools.end(), [&](const SchoolPlace& place) {
            return place.school == *listed.school && place.kind == PlacementKind::main &&
                   !place.until;
        }))
        difference.school = true;
    for (const auto& parent : listed.parents)
        if (std::none_of(record.family.begin(), record.family.end(),
                         [&](const FamilyMember& member) {
                             return folded(member.adult.name.given) == folded(parent.name.given) &&
                                    folded(member.adult.name.family) == folded(parent.name.family);
                         }))
            difference.new_parents.push_back(parent);
    if (difference.address) difference.fields.emplace_back("address");
    if (difference.school) difference.fields.emplace_back("schools");
    if (!difference.new_parents.empty()) difference.fields.emplace_back("family");
    return difference;
}

RowPlan plan_row(db::Queries& database, const access::AgencyId& agency, const ListedChild& listed,
                 RowsSoFar& before, Date today)
{
    if (const auto same = row_of_same_child(listed, before))
        return {listed.row,
                RowOutcome::held,
                {},
                {},
                "The same child is in row " + std::to_string(*same)};
    const auto match = match_of(database, agency, listed);
    if (!match.doubt.empty()) return {listed.row, RowOutcome::held, {}, {}, match.doubt};
    if (!match.person) return {listed.row, RowOutcome::created, {}, {}, {}};
    const auto record = find_child(database, agency, *match.person);
    if (!record) return {listed.row, RowOutcome::created, {}, {}, {}};
    auto difference = difference_of(*record, listed, today);
    if (!difference.doubt.empty())
        return {listed.row, RowOutcome::held, match.person, {}, difference.doubt};
    const auto outcome = difference.fields.empty() ? RowOutcome::unchanged : RowOutcome::updated;
    return {listed.row, outcome, match.person, std::move(difference.fields), {}};
}

/// Carries out rows and keeps what an undo needs.
class Maker {
public:
    Maker(db::Transaction& transaction, const Scope& scope, const AddressSafe& safe,
          const ImportId& id)
        : transaction_(transaction), scope_(scope), safe_(safe), id_(id)
    {
    }

    Result<void> make(const ListedChild& listed, const RowPlan& plan);

private:
    void keep(const PersonId& person, std::string_view field, std::string_view before,
              std::string_view after)
    {
        transaction_.run(sql()("add_import_change"), scope_.agency.text(), id_.text(), ++position_,
                         person.text(), field, before, after);
    }
    Result<void> change_details(const Person& person, const ListedChild& listed);
    Result<void> change_home(const ChildRecord& record, const Address& address);
    Result<void> change_school(const ChildRecord& record, Urn school);
    Result<void> add_parent(const PersonId& child, const ListedParent& parent);

    db::Transaction& transaction_;
    const Scope& scope_;
    const AddressSafe& safe_;
    ImportId id_;
    int position_ = 0;
};

Result<void> Maker::change_details(const Person& person, const ListedChild& listed)
{
    const auto details = filled(person, listed.details);
    for (const auto& change : changed_fields(details_of(person), details))
        keep(person.id, change.field, change.before, change.after);
    return change_person(transaction_, scope_, person.id, person.version, details,
                         "List of children");
}

Result<void> Maker::change_home(const ChildRecord& record, const Address& address)
{
    const auto* home = present_home(record.addresses, scope_.today());
    const auto before = home && !home->until ? home->id.text() : std::string();
    const auto moved = move_person(transaction_, scope_, safe_, record.child.id, address,
                                   Protection::open, scope_.today());
    if (!moved) return moved.error();
    keep(record.child.id, "address", before, moved->text());
    return {};
}

Result<void> Maker::change_school(const ChildRecord& record, Urn school)
{
    std::string before;
    for (const auto& place : record.schools)
        if (place.kind == PlacementKind::main && !place.until) before = place.school.text();
    keep(record.child.id, "schools", before, school.text());
    return add_school(transaction_, scope_, record.child.id,
                      {school, scope_.today(), std::nullopt, PlacementKind::main});
}

Result<void> Maker::add_parent(const PersonId& child, const ListedParent& parent)
{
    PersonDetails details;
    details.kind = PersonKind::adult;
    details.name = parent.name;
    const auto adult = create_person(transaction_, scope_, details);
    if (!adult) return adult.error();
    keep(*adult, "created", "", "");
    std::vector<ContactLine> contacts;
    if (!parent.telephone.empty()) contacts.push_back({Channel::telephone, parent.telephone});
    if (!parent.email.empty()) contacts.push_back({Channel::email, parent.email});
    if (!contacts.empty())
        if (const auto saved = save_contacts(transaction_, scope_, *adult, contacts); !saved)
            return saved;
    // A list says how somebody is related. It says nothing of parental responsibility or care.
    FamilyTie tie{child, *adult};
    tie.bond = parent.bond;
    keep(child, "family", "", adult->text());
    return add_tie(transaction_, scope_, tie);
}

Result<void> Maker::make(const ListedChild& listed, const RowPlan& plan)
{
    auto id = plan.person;
    if (plan.outcome == RowOutcome::created) {
        const auto created = create_person(transaction_, scope_, listed.details);
        if (!created) return created.error();
        id = *created;
        keep(*id, "created", "", "");
    }
    const auto record = find_child(transaction_, scope_.agency, *id);
    if (!record) return record.error();
    const auto difference = difference_of(*record, listed, scope_.today());
    if (plan.outcome == RowOutcome::updated)
        if (const auto changed = change_details(record->child, listed); !changed) return changed;
    if (difference.address)
        if (const auto moved = change_home(*record, *listed.address); !moved) return moved;
    if (difference.school)
        if (const auto changed = change_school(*record, *listed.school); !changed) return changed;
    for (const auto& parent : difference.new_parents)
        if (const auto added = add_parent(*id, parent); !added) return added;
    return {};
}

} // namespace store_imports_detail

ImportPlan plan_import(db::Queries& database, const access::AgencyId& agency, const ChildList& list,
                       Date today)
{
    ImportPlan plan;
    RowsSoFar seen;
    for (const auto& listed : list.children)
        plan.rows.push_back(store_imports_detail::plan_row(database, agency, listed, seen, today));
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
    transaction.run(sql()("drop_sent_imports"), scope.agency.text(),
                    scope.now - std::chrono::hours{24});
    const auto id = crypto::new_id<ImportId>();
    const auto sealed = safe.seal_file(scope.agency.text(), id, bytes);
    transaction.run(sql()("add_import"), scope.agency.text(), id.text(), file_name.substr(0, 200),
                    crypto::to_hex(crypto::sha256(bytes)), db::as_blob(sealed), scope.now,
                    scope.user.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.import", "import",
                       id.text(), {"sent"});
    return id;
}

Result<Import> find_import(db::Queries& database, const access::AgencyId& agency,
                           const ImportId& id)
{
    auto rows = database.query(sql()("find_import"), agency.text(), id.text());
    if (!rows.next()) return not_found("The list was not found. Send it again");
    return store_imports_detail::import_from(rows);
}

Result<std::string> original_of(db::Queries& database, const access::AgencyId& agency,
                                const AddressSafe& safe, const ImportId& id)
{
    auto rows = database.query(sql()("import_original"), agency.text(), id.text());
    if (!rows.next()) return not_found("The list was not found. Send it again");
    const auto sealed = rows.blob("original");
    return safe.open_file(
        agency.text(), id,
        std::string_view(reinterpret_cast<const char*>(sealed.data()), sealed.size()));
}

std::vector<Import> imports_of(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<Import> imports;
    auto rows = database.query(sql()("imports_of"), agency.text());
    while (rows.next()) imports.push_back(store_imports_detail::import_from(rows));
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
                               const AddressSafe& safe, const ImportId& id, FaultyRows faulty)
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
    auto plan = plan_import(transaction, scope.agency, *list, scope.today());
    store_imports_detail::Maker maker(transaction, scope, safe, id);
    std::size_t at = 0;
    for (const auto& row : plan.rows) {
        if (row.outcome == RowOutcome::rejected) continue;
        const auto& listed = list->children[at++];
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
