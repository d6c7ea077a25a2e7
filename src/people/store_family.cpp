// Families: ties, orders, siblings, statements of SEN; and the whole record of a child.
#include "people/store.h"

#include "people/store_care.h"
#include "people/store_detail.h"
#include "people/store_rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_family_detail {

/// People as one question meets them again and again: each row is read once, and what was joined is
/// looked for only where there is any.
class Relatives {
public:
    Relatives(db::Queries& database, const access::AgencyId& agency)
        : database_(database), agency_(agency)
    {
    }

    Result<Person> find(const PersonId& id)
    {
        const auto& own = row(id);
        if (!own) return store_detail::nobody();
        if (own->has_joined) return find_person(database_, agency_, id);
        return own->person;
    }
    /// The record under which it is shown.
    PersonId root_of(const PersonId& id)
    {
        auto root = id;
        while (true) {
            const auto& own = row(root);
            if (!own || !own->person.merged_into) return root;
            root = *own->person.merged_into;
        }
    }
    /// The record itself, then those joined to it.
    std::vector<PersonId> group_of(const PersonId& id)
    {
        const auto& own = row(id);
        if (own && !own->has_joined) return {id};
        return store_detail::group_of(database_, agency_, id);
    }
    std::vector<PersonAddress> addresses_of(const PersonId& id)
    {
        std::vector<PersonAddress> addresses;
        for (const auto& one : group_of(id))
            for (auto& address : store_detail::own_addresses(database_, agency_, one))
                addresses.push_back(std::move(address));
        return addresses;
    }

    db::Queries& database() const { return database_; }
    const access::AgencyId& agency() const { return agency_; }

private:
    const std::optional<store_detail::OwnRow>& row(const PersonId& id)
    {
        const auto known = rows_.find(id);
        if (known != rows_.end()) return known->second;
        return rows_.emplace(id, store_detail::read_row(database_, agency_, id)).first->second;
    }

    db::Queries& database_;
    const access::AgencyId& agency_;
    std::map<PersonId, std::optional<store_detail::OwnRow>> rows_{};
};

/// The ties of a child and of the records joined to it, each adult once, under the record that is
/// shown.
std::vector<FamilyTie> ties_of(Relatives& relatives, const std::vector<PersonId>& children)
{
    std::vector<FamilyTie> ties;
    for (const auto& child : children) {
        auto rows = relatives.database().query(sql()("ties_of_child"), relatives.agency().text(),
                                               child.text());
        while (rows.next()) ties.push_back(store_rows::tie_from(rows));
    }
    std::set<PersonId> seen;
    std::vector<FamilyTie> shown;
    for (auto& tie : ties) {
        tie.adult = relatives.root_of(tie.adult);
        if (seen.insert(tie.adult).second) shown.push_back(tie);
    }
    return shown;
}

/// Children who share an adult that is a natural parent or has care of both.
std::vector<Person> siblings_of(Relatives& relatives, const std::vector<PersonId>& self,
                                const std::vector<FamilyTie>& ties)
{
    const auto close = [](const FamilyTie& tie) {
        return tie.natural_parent == NaturalParent::yes || tie.care == HasCare::yes ||
               tie.care == HasCare::shared;
    };
    std::set<PersonId> found;
    for (const auto& tie : ties) {
        if (!close(tie)) continue;
        std::vector<FamilyTie> others;
        for (const auto& adult : relatives.group_of(tie.adult)) {
            auto rows = relatives.database().query(sql()("ties_of_adult"),
                                                   relatives.agency().text(), adult.text());
            while (rows.next()) others.push_back(store_rows::tie_from(rows));
        }
        for (const auto& other : others)
            if (close(other)) found.insert(relatives.root_of(other.child));
    }
    std::vector<Person> siblings;
    for (const auto& id : found) {
        if (std::find(self.begin(), self.end(), id) != self.end()) continue;
        if (auto person = relatives.find(id)) siblings.push_back(std::move(person).value());
    }
    return siblings;
}

Result<void> check_tie(const FamilyTie& tie)
{
    if (tie.child == tie.adult) return bad_input("Choose an adult other than the child", "adult");
    if (tie.from && tie.until && *tie.until < *tie.from)
        return bad_input("The last day must be after the first day", "until");
    return {};
}

} // namespace store_family_detail

Result<ChildRecord> find_child(db::Queries& database, const access::AgencyId& agency,
                               const PersonId& id)
{
    store_family_detail::Relatives relatives(database, agency);
    auto child = relatives.find(id);
    if (!child) return child.error();
    if (child->kind != PersonKind::child) return store_detail::nobody();
    ChildRecord record{std::move(child).value()};
    const auto group = relatives.group_of(id);
    record.joined.assign(group.begin() + 1, group.end());
    record.addresses = relatives.addresses_of(id);
    const auto ties = store_family_detail::ties_of(relatives, group);
    for (const auto& tie : ties) {
        auto adult = relatives.find(tie.adult);
        if (!adult) continue;
        record.family.push_back(
            {tie, std::move(adult).value(), safe_contact_of(database, agency, tie.adult),
             contacts_of(database, agency, tie.adult), relatives.addresses_of(tie.adult)});
    }
    record.siblings = store_family_detail::siblings_of(relatives, group, ties);
    for (const auto& one : group) {
        {
            auto rows = database.query(sql()("orders_of_child"), agency.text(), one.text());
            while (rows.next()) record.orders.push_back(store_rows::order_from(rows));
        }
        {
            auto rows = database.query(sql()("school_places_of"), agency.text(), one.text());
            while (rows.next()) record.schools.push_back(store_rows::school_place_from(rows));
        }
        auto rows = database.query(sql()("sen_of"), agency.text(), one.text());
        while (rows.next())
            record.sen.push_back(
                {rows.date("starts_on"),
                 sen_status_named(rows.text("status")).value_or(SenStatus::not_asked),
                 rows.text("need"), rows.text("note")});
        for (auto& statement : care_of(database, agency, one))
            record.care.push_back(std::move(statement));
    }
    for (auto& order : record.orders)
        if (order.concerns) order.concerns = relatives.root_of(*order.concerns);
    const auto begins_sooner = [](const auto& one, const auto& other) {
        return one.from < other.from;
    };
    std::stable_sort(record.sen.begin(), record.sen.end(), begins_sooner);
    std::stable_sort(record.care.begin(), record.care.end(), begins_sooner);
    return record;
}

std::vector<std::pair<Person, FamilyTie>>
children_of(db::Queries& database, const access::AgencyId& agency, const PersonId& adult)
{
    std::vector<FamilyTie> ties;
    for (const auto& one : store_detail::group_of(database, agency, adult)) {
        auto rows = database.query(sql()("ties_of_adult"), agency.text(), one.text());
        while (rows.next()) ties.push_back(store_rows::tie_from(rows));
    }
    std::vector<std::pair<Person, FamilyTie>> children;
    std::set<PersonId> seen;
    for (const auto& tie : ties) {
        const auto child = store_detail::root_of(database, agency, tie.child);
        if (!seen.insert(child).second) continue;
        if (auto person = find_person(database, agency, child))
            children.emplace_back(std::move(person).value(), tie);
    }
    return children;
}

std::vector<AdultsChild> children_of_all(db::Queries& database, const access::AgencyId& agency,
                                         const std::vector<PersonId>& adults)
{
    std::vector<AdultsChild> children;
    std::set<PersonId> alone;
    for (std::size_t from = 0; from < adults.size(); from += store_detail::asked_at_once) {
        const auto texts = store_detail::asked_with(agency, adults, from);
        std::vector<db::Value> values;
        for (const auto& text : texts) values.push_back(db::to_value(text));
        {
            auto rows = database.query_values(sql()("people_by_ids"), values);
            while (rows.next())
                if (rows.integer("joined") > 0)
                    alone.insert(store_rows::stored_id<PersonId>(rows.text("id")));
        }
        auto rows = database.query_values(sql()("children_by_adults"), values);
        while (rows.next()) {
            const auto adult = store_rows::stored_id<PersonId>(rows.text("adult"));
            if (rows.integer("joined") > 0) alone.insert(adult);
            children.push_back({adult, store_rows::stored_id<PersonId>(rows.text("child")),
                                bond_named(rows.text("bond")).value_or(Bond::other)});
        }
    }
    std::erase_if(children, [&](const AdultsChild& child) { return alone.contains(child.adult); });
    for (const auto& adult : alone)
        for (const auto& [child, tie] : children_of(database, agency, adult))
            children.push_back({adult, child.id, tie.bond});
    return children;
}

Result<void> add_tie(db::Transaction& transaction, const Scope& scope, const FamilyTie& tie)
{
    using namespace store_family_detail;
    if (const auto sound = check_tie(tie); !sound) return sound;
    if (const auto child = store_detail::check_child(transaction, scope.agency, tie.child); !child)
        return child;
    if (const auto adult = store_detail::check_changeable(transaction, scope.agency, tie.adult);
        !adult)
        return adult;
    Relatives relatives(transaction, scope.agency);
    for (const auto& other : ties_of(relatives, relatives.group_of(tie.child)))
        if (other.adult == tie.adult)
            return Error{
                ErrorKind::conflict, "This adult is already in the child’s family", {}, {}};
    transaction.run(sql()("add_tie"), scope.agency.text(), tie.child.text(), tie.adult.text(),
                    key_of(tie.bond), key_of(tie.natural_parent), key_of(tie.responsibility),
                    key_of(tie.care), key_of(tie.contact), tie.emergency_contact, tie.from,
                    tie.until);
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.change", "person",
                       tie.child.text(), {"family"});
    return {};
}

Result<void> change_tie(db::Transaction& transaction, const Scope& scope, const FamilyTie& tie)
{
    if (const auto sound = store_family_detail::check_tie(tie); !sound) return sound;
    const auto changed = transaction.run(
        sql()("change_tie"), key_of(tie.bond), key_of(tie.natural_parent),
        key_of(tie.responsibility), key_of(tie.care), key_of(tie.contact), tie.emergency_contact,
        tie.from, tie.until, scope.agency.text(), tie.child.text(), tie.adult.text(), tie.version);
    if (changed != 1) return store_detail::stale();
    store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                       tie.child.text(), {"family"});
    return {};
}

Result<void> add_order(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                       const CourtOrder& order)
{
    if (const auto sound = store_detail::check_child(transaction, scope.agency, child); !sound)
        return sound;
    if (order.made_on && order.ends_on && *order.ends_on < *order.made_on)
        return bad_input("The order must end after it was made", "ends_on");
    const auto concerns =
        order.concerns ? std::optional(order.concerns->text()) : std::optional<std::string>();
    transaction.run(sql()("add_order"), scope.agency.text(), child.text(), key_of(order.kind),
                    concerns, order.made_on, order.ends_on, order.document, scope.agency.text(),
                    child.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.change", "person",
                       child.text(), {"orders"});
    return {};
}

Result<void> state_sen(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                       const SenStatement& statement)
{
    if (const auto sound = store_detail::check_child(transaction, scope.agency, child); !sound)
        return sound;
    if (statement.from > scope.today())
        return bad_input("The date must be today or earlier", "from");
    transaction.run(sql()("add_sen"), scope.agency.text(), child.text(), statement.from,
                    key_of(statement.status), statement.need, statement.note, scope.now,
                    scope.user.text(), scope.agency.text(), child.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.change", "person",
                       child.text(), {"sen_status"});
    return {};
}

} // namespace onroll::people
