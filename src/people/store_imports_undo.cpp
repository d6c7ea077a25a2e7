// Taking a list back, newest change first. What somebody has changed since is left and counted.
#include "people/store_imports.h"

#include "people/rules_merge.h"
#include "people/store_care.h"
#include "people/store_detail.h"
#include "people/store_import_rows.h"
#include "people/store_imports_rows.h"
#include "people/store_merge.h"
#include "people/store_rows.h"
#include "people/store_schools.h"

#include "kernel/ensure.h"
#include "kernel/one_line.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_imports_undo_detail {

struct Kept {
    PersonId person;
    std::string field;
    std::string before;
    std::string after;
};

/// The details with one field set back to what it was; a name that had more than one line, on one.
void set_back(PersonDetails& details, const Kept& kept)
{
    const auto& before = kept.before;
    if (kept.field == "given_name") details.name.given = one_line(before);
    if (kept.field == "family_name") details.name.family = one_line(before);
    if (kept.field == "known_as") details.name.known_as = one_line(before);
    if (kept.field == "language") details.language = before;
    if (kept.field == "sex") details.sex = sex_named(before).value_or(Sex::not_stated);
    if (kept.field == "born_on")
        details.born_on = before.empty() ? std::nullopt : std::optional(parse_date(before).value());
    if (kept.field == "upn")
        details.upn = before.empty() ? std::nullopt : std::optional(Upn::parse(before).value());
    if (kept.field == "nhs_number")
        details.nhs_number =
            before.empty() ? std::nullopt : std::optional(NhsNumber::parse(before).value());
}

class Undoer {
public:
    /// `since` is when the list was made.
    Undoer(db::Transaction& transaction, const Scope& scope, const access::Actor* by, Instant since)
        : transaction_(transaction), scope_(scope), since_(since), bringing_(transaction, by)
    {
    }

    /// Whether it could be taken back.
    bool take_back(const Kept& kept)
    {
        if (!bringing_.may_take_back(kept.person, kept.field)) return false;
        if (kept.field == "created") return take_back_person(kept);
        if (kept.field == "address") return take_back_address(kept);
        if (kept.field == "schools") return take_back_school(kept);
        if (kept.field == "school_from") return take_back_school_start(kept);
        if (kept.field == "looked_after") return take_back_stated_care(kept);
        if (kept.field == "family")
            return transaction_.run(sql()("delete_tie"), agency(), kept.person.text(),
                                    kept.after) == 1;
        return take_back_field(kept);
    }

private:
    const std::string& agency() const { return scope_.agency.text(); }
    bool has_changed_schools(const PersonId& child);
    bool take_back_person(const Kept& kept);
    bool take_back_address(const Kept& kept);
    bool take_back_school(const Kept& kept);
    bool take_back_school_start(const Kept& kept);
    bool take_back_stated_care(const Kept& kept);
    bool take_back_field(const Kept& kept);

    db::Transaction& transaction_;
    const Scope& scope_;
    Instant since_;
    store_imports_detail::Bringing bringing_;
};

/// Whether somebody has put a school of the record right by hand since.
bool Undoer::has_changed_schools(const PersonId& child)
{
    const auto changes = changes_of(transaction_, scope_.agency, child);
    return std::any_of(changes.begin(), changes.end(), [&](const PastValue& change) {
        return change.field == "school" && change.changed_at >= since_;
    });
}

bool Undoer::take_back_person(const Kept& kept)
{
    const auto person = store_detail::own_row(transaction_, scope_.agency, kept.person);
    if (!person) return true;
    // Somebody has worked with the record since: it stays.
    if (person->version > 1 || person->merged_into || !person->other_names.empty() ||
        !merges_of(transaction_, scope_.agency, kept.person).empty())
        return false;
    if (person->kind == PersonKind::child) {
        const auto record = find_child(transaction_, scope_.agency, kept.person);
        if (!record || has_changed_schools(kept.person) || !record->family.empty() ||
            !record->addresses.empty() || !record->schools.empty() || !record->sen.empty() ||
            !record->orders.empty() || !record->care.empty())
            return false;
    } else {
        auto rows = transaction_.query(sql()("ties_of_adult"), agency(), kept.person.text());
        if (rows.next()) return false;
    }
    auto consents = transaction_.query(sql()("consents_about"), agency(), kept.person.text());
    if (consents.next()) return false;
    transaction_.run(sql()("drop_contacts"), agency(), kept.person.text());
    transaction_.run(sql()("delete_safe_contacts"), agency(), kept.person.text());
    transaction_.run(sql()("drop_search_keys"), agency(), kept.person.text());
    transaction_.run(sql()("delete_caseload"), agency(), kept.person.text());
    transaction_.run(sql()("delete_two_people"), agency(), kept.person.text(), kept.person.text());
    transaction_.run(sql()("delete_care"), agency(), kept.person.text());
    transaction_.run(sql()("delete_changes"), agency(), kept.person.text());
    transaction_.run(sql()("delete_person"), agency(), kept.person.text());
    return true;
}

bool Undoer::take_back_address(const Kept& kept)
{
    {
        auto rows = transaction_.query(sql()("find_address"), agency(), kept.after);
        if (!rows.next()) return true;
        // Ended or sealed since: somebody has taken it in hand.
        if (!rows.is_null("ends_on") || !rows.is_null("sealed")) return false;
    }
    transaction_.run(sql()("delete_address"), agency(), kept.after);
    if (!kept.before.empty()) transaction_.run(sql()("reopen_address"), agency(), kept.before);
    store_detail::refresh_keys(transaction_, scope_.agency, kept.person);
    return true;
}

bool Undoer::take_back_school(const Kept& kept)
{
    const auto number = [](const std::string& urn) { return Urn::parse(urn).value().number(); };
    if (has_changed_schools(kept.person)) return false;
    const auto& child = kept.person.text();
    std::optional<Date> began;
    {
        auto rows = transaction_.query(sql()("newest_school_start"), agency(), child,
                                       number(kept.after), agency(), child);
        if (rows.next()) began = rows.optional_date("starts_on");
    }
    const auto gone = transaction_.run(sql()("delete_newest_school"), agency(), child,
                                       number(kept.after), agency(), child);
    if (gone == 1 && !kept.before.empty())
        transaction_.run(sql()("reopen_school"), agency(), child, number(kept.before), agency(),
                         child, began ? std::optional(*began - Days{1}) : std::nullopt);
    if (gone == 1 && began)
        for (const auto& one : store_detail::group_of(transaction_, scope_.agency, kept.person))
            transaction_.run(sql()("reopen_schools_ended_by"), agency(), one.text(), child,
                             *began - Days{1});
    return gone == 1;
}

bool Undoer::take_back_school_start(const Kept& kept)
{
    const auto space = kept.before.find(' ');
    const auto school = Urn::parse(kept.before.substr(0, space));
    const auto was = kept.before.substr(space + 1);
    const auto from = parse_date(kept.after);
    ensure(school && from, "what a list stated of a school was kept as it was stated");
    // Moved since, or gone, or ended before the day that it began from: it stays.
    const auto record = find_child(transaction_, scope_.agency, kept.person);
    if (!record) return false;
    const auto place =
        std::find_if(record->schools.begin(), record->schools.end(), [&](const SchoolPlace& one) {
            return one.school == *school && one.kind == PlacementKind::main && one.from == *from;
        });
    return place != record->schools.end() &&
           move_school_start(transaction_, scope_, kept.person, *place,
                             was.empty() ? std::nullopt : std::optional(parse_date(was).value()))
               .has_value();
}

bool Undoer::take_back_stated_care(const Kept& kept)
{
    const auto space = kept.before.find(' ');
    const auto status = care_status_named(kept.before.substr(0, space));
    const auto from = parse_date(kept.before.substr(std::min(space, kept.before.size() - 1) + 1));
    ensure(status && from, "what a list stated of care was kept as it was stated");
    return take_back_care(transaction_, scope_, kept.person, {*from, *status, kept.after});
}

bool Undoer::take_back_field(const Kept& kept)
{
    const auto person = find_person(transaction_, scope_.agency, kept.person);
    if (!person || person->merged_into) return false;
    auto details = details_of(*person);
    set_back(details, kept);
    const auto changes = changed_fields(details_of(*person), details);
    if (changes.empty()) return true;
    if (changes.front().before != kept.after) return false;
    return change_person(transaction_, scope_, kept.person, person->version, details,
                         "List of children taken back")
        .has_value();
}

std::vector<Kept> kept_of(db::Rows rows)
{
    std::vector<Kept> changes;
    while (rows.next())
        changes.push_back({store_rows::stored_id<PersonId>(rows.text("person")), rows.text("field"),
                           rows.text("before"), rows.text("after")});
    return changes;
}

Undone take_back_all(db::Transaction& transaction, const Scope& scope,
                     const std::vector<Kept>& changes, const access::Actor* by, Instant since)
{
    Undone undone;
    Undoer undoer(transaction, scope, by, since);
    // Children made by the list go last, when what hangs on them has gone.
    for (const bool people : {false, true})
        for (const auto& kept : changes)
            if ((kept.field == "created") == people)
                ++(undoer.take_back(kept) ? undone.taken_back : undone.left);
    return undone;
}

} // namespace store_imports_undo_detail

Result<Undone> undo_import(db::Transaction& transaction, const Scope& scope, const ImportId& id,
                           const access::Actor* by)
{
    using namespace store_imports_undo_detail;
    const auto import = find_import(transaction, scope.agency, id);
    if (!import) return import.error();
    if (import->state != ImportState::made || !import->made_at)
        return Error{ErrorKind::conflict, "This list is not imported now", {}, {}};
    if (scope.now - *import->made_at > undo_within)
        return bad_input("A list can be taken back for 30 days. Change the records one by one");
    const auto undone = take_back_all(
        transaction, scope,
        kept_of(transaction.query(sql()("import_changes"), scope.agency.text(), id.text())), by,
        *import->made_at);
    transaction.run(sql()("mark_import_undone"), std::optional(scope.now), scope.agency.text(),
                    id.text());
    store_detail::note(transaction, scope, audit::Kind::changed, "people.import", "import",
                       id.text(), {"undone"});
    return undone;
}

Result<void> take_back_row(db::Transaction& transaction, const Scope& scope, const ImportId& import,
                           std::size_t number, const access::Actor* by)
{
    using namespace store_imports_undo_detail;
    const auto list = find_import(transaction, scope.agency, import);
    if (!list) return list.error();
    if (list->state != ImportState::made)
        return Error{ErrorKind::conflict, "This list is not imported now", {}, {}};
    const auto row = find_held_row(transaction, scope.agency, import, number);
    if (!row) return not_found("The row was not found. Open the list again");
    if (!row->settled_at) return Error{ErrorKind::conflict, "This row is not settled now", {}, {}};
    if (scope.now - *row->settled_at > undo_within)
        return bad_input("A row can be taken back for 30 days. Change the record itself");
    const auto at = static_cast<std::int64_t>(number);
    const auto undone =
        take_back_all(transaction, scope,
                      kept_of(transaction.query(sql()("import_row_changes"), scope.agency.text(),
                                                import.text(), at)),
                      by, *row->settled_at);
    if (undone.left > 0)
        return Error{
            ErrorKind::conflict,
            "Somebody has worked with the record since, or it is not yours to change. Ask a "
            "colleague to change it there",
            {},
            {}};
    transaction.run(sql()("delete_import_row_changes"), scope.agency.text(), import.text(), at);
    if (transaction.run(sql()("open_import_row"), scope.agency.text(), import.text(), at) != 1)
        return Error{ErrorKind::conflict, "This row is not settled now", {}, {}};
    store_detail::note(transaction, scope, audit::Kind::changed, "people.import", "import",
                       import.text(), {"row_taken_back"});
    return {};
}

} // namespace onroll::people
