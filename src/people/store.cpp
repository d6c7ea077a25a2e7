#include "people/store.h"

#include "people/rules_contact.h"
#include "people/rules_merge.h"
#include "people/store_detail.h"
#include "people/store_rows.h"

#include "audit/store.h"
#include "embedded/people_files.h"
#include "kernel/one_line.h"
#include "platform/crypto/new_id.h"

#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_detail {

Error nobody()
{
    return not_found("The record was not found. Search again");
}

Error stale()
{
    return {ErrorKind::conflict,
            "Somebody else has changed this record since you opened it. Compare and save again",
            {},
            {}};
}

void note(db::Transaction& transaction, const Scope& scope, audit::Kind kind, std::string_view act,
          std::string_view record_kind, std::string_view record,
          const std::vector<std::string>& fields)
{
    auto deed = scope.deed;
    deed.agency = scope.agency.text();
    deed.actor = scope.user.text();
    deed.kind = kind;
    deed.act = act;
    deed.record_kind = record_kind;
    deed.record = record;
    deed.fields = fields;
    deed.outcome = audit::Outcome::done;
    audit::note(transaction, deed, scope.now);
}

std::optional<OwnRow> read_row(db::Queries& database, const access::AgencyId& agency,
                               const PersonId& id)
{
    std::optional<OwnRow> own;
    bool has_other_names = false;
    bool has_former_upns = false;
    {
        auto rows = database.query(sql()("find_person"), agency.text(), id.text());
        if (!rows.next()) return std::nullopt;
        own = OwnRow{store_rows::person_from(rows), rows.integer("joined") > 0};
        has_other_names = rows.integer("other_names") > 0;
        has_former_upns = rows.integer("former_upns") > 0;
    }
    if (has_other_names) {
        auto rows = database.query(sql()("other_names_of"), agency.text(), id.text());
        while (rows.next())
            own->person.other_names.push_back(
                {rows.text("given_name"), rows.text("family_name"),
                 other_name_kind_named(rows.text("kind")).value_or(OtherNameKind::alias)});
    }
    if (!has_former_upns) return own;
    auto rows = database.query(sql()("former_upns_of"), agency.text(), id.text());
    while (rows.next()) own->person.former_upns.push_back(Upn::parse(rows.text("upn")).value());
    return own;
}

std::optional<Person> own_row(db::Queries& database, const access::AgencyId& agency,
                              const PersonId& id)
{
    auto own = read_row(database, agency, id);
    if (!own) return std::nullopt;
    return std::move(own->person);
}

std::vector<Person> joined_rows(db::Queries& database, const access::AgencyId& agency,
                                const PersonId& id)
{
    std::vector<PersonId> ids;
    {
        auto rows = database.query(sql()("joined_to_person"), agency.text(), id.text());
        while (rows.next()) ids.push_back(store_rows::stored_id<PersonId>(rows.text("id")));
    }
    std::vector<Person> joined;
    for (const auto& other : ids) {
        auto own = read_row(database, agency, other);
        if (!own) continue;
        joined.push_back(std::move(own->person));
        if (!own->has_joined) continue;
        for (auto& further : joined_rows(database, agency, other))
            joined.push_back(std::move(further));
    }
    return joined;
}

PersonId root_of(db::Queries& database, const access::AgencyId& agency, const PersonId& id)
{
    auto root = id;
    while (true) {
        auto rows = database.query(sql()("find_person"), agency.text(), root.text());
        if (!rows.next()) return root;
        const auto into = rows.optional_text("merged_into");
        if (!into) return root;
        root = store_rows::stored_id<PersonId>(*into);
    }
}

std::vector<PersonId> group_of(db::Queries& database, const access::AgencyId& agency,
                               const PersonId& id)
{
    std::vector<PersonId> ids{id};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto rows = database.query(sql()("joined_to_person"), agency.text(), ids[i].text());
        while (rows.next()) ids.push_back(store_rows::stored_id<PersonId>(rows.text("id")));
    }
    return ids;
}

void refresh_keys(db::Transaction& transaction, const access::AgencyId& agency, const PersonId& id)
{
    transaction.run(sql()("drop_search_keys"), agency.text(), id.text());
    const auto person = find_person(transaction, agency, id);
    if (!person || person->merged_into) return;
    std::vector<std::string> postcodes;
    for (const auto& address : addresses_of(transaction, agency, id))
        if (const auto* open = std::get_if<Address>(&address.where);
            open && !was_corrected(address))
            postcodes.push_back(open->postcode);
    auto bulk = transaction.bulk(sql()("add_search_key"));
    for (const auto& key : keys_of(*person, postcodes))
        bulk.add(agency.text(), key.key, id.text(), key.weight);
    bulk.finish();
}

Result<void> check_changeable(db::Queries& database, const access::AgencyId& agency,
                              const PersonId& id)
{
    auto rows = database.query(sql()("find_person"), agency.text(), id.text());
    if (!rows.next()) return nobody();
    if (!rows.is_null("merged_into"))
        return Error{ErrorKind::conflict,
                     "This record was joined to another. Open that one and change it there",
                     {},
                     {}};
    return {};
}

Result<void> check_child(db::Queries& database, const access::AgencyId& agency, const PersonId& id)
{
    if (const auto changeable = check_changeable(database, agency, id); !changeable)
        return changeable;
    const auto person = own_row(database, agency, id);
    if (person->kind != PersonKind::child)
        return bad_input("Choose a child. This record is an adult’s");
    return {};
}

/// conflict where another record of the agency has that UPN.
Result<void> check_upn_free(db::Queries& database, const Scope& scope,
                            const std::optional<Upn>& upn, const std::optional<PersonId>& except)
{
    if (!upn) return {};
    auto found = search_people(database, scope.agency, {.words = {}, .upn = *upn}, 2);
    for (const auto& other : found.found)
        if (other.person.upn == upn && (!except || other.person.id != *except))
            return Error{ErrorKind::conflict,
                         "Another record has this UPN. Search for it and compare the two",
                         {},
                         "upn"};
    return {};
}

std::optional<std::string> text_of(const std::optional<Upn>& upn)
{
    return upn ? std::optional(upn->text()) : std::nullopt;
}
std::optional<std::string> text_of(const std::optional<NhsNumber>& number)
{
    return number ? std::optional(number->text()) : std::nullopt;
}

} // namespace store_detail

Result<void> prepare(db::Database& database, const Clock& clock)
{
    if (const auto ready = audit::prepare(database, clock); !ready) return ready;
    const auto migrated = db::migrate(database, "people", embedded::people_files(), clock);
    if (!migrated) return migrated.error();
    return {};
}

Scope scope_of(const access::AgencyId& agency, const access::UserId& user, Instant now)
{
    return {agency, user, now, {}, false};
}

Result<PersonId> create_person(db::Transaction& transaction, const Scope& scope,
                               const PersonDetails& details)
{
    using namespace store_detail;
    if (const auto problems = problems_of(details, scope.today()); !problems.empty())
        return problems.front();
    if (const auto free = check_upn_free(transaction, scope, details.upn, {}); !free)
        return free.error();
    const auto id = crypto::new_id<PersonId>();
    transaction.run(sql()("create_person"), scope.agency.text(), id.text(), key_of(details.kind),
                    details.name.given, details.name.family, details.name.known_as, details.born_on,
                    key_of(details.sex), details.pronouns, text_of(details.upn),
                    text_of(details.nhs_number), details.language, details.needs_interpreter,
                    details.access_needs, details.alert, scope.now, scope.now);
    if (scope.onto_caseload)
        transaction.run(sql()("add_to_caseload"), scope.agency.text(), id.text(), scope.user.text(),
                        "user");
    refresh_keys(transaction, scope.agency, id);
    note(transaction, scope, audit::Kind::recorded, "people.create", "person", id.text());
    return id;
}

Result<Person> find_person(db::Queries& database, const access::AgencyId& agency,
                           const PersonId& id)
{
    const auto own = store_detail::read_row(database, agency, id);
    if (!own) return store_detail::nobody();
    return joined_view(own->person, own->has_joined
                                        ? store_detail::joined_rows(database, agency, id)
                                        : std::vector<Person>());
}

namespace store_detail {

Result<void> change_as(std::string_view act, db::Transaction& transaction, const Scope& scope,
                       const PersonId& id, int version, const PersonDetails& sent,
                       std::string_view note_of_change)
{
    const auto shown = find_person(transaction, scope.agency, id);
    if (!shown) return shown.error();
    if (const auto problems = problems_of_change(details_of(*shown), sent, scope.today());
        !problems.empty())
        return problems.front();
    if (const auto changeable = check_changeable(transaction, scope.agency, id); !changeable)
        return changeable;
    const auto own = own_row(transaction, scope.agency, id);
    if (!own || own->version != version) return stale();
    const auto changes = changed_fields(details_of(*shown), sent);
    if (changes.empty()) return {};
    if (sent.upn != shown->upn)
        if (const auto free = check_upn_free(transaction, scope, sent.upn, id); !free) return free;
    const auto details = with_changes(details_of(*own), details_of(*shown), sent);
    const auto changed = transaction.run(
        sql()("change_person"), details.name.given, details.name.family, details.name.known_as,
        details.born_on, key_of(details.sex), details.pronouns, text_of(details.upn),
        text_of(details.nhs_number), details.language, details.needs_interpreter,
        details.access_needs, details.alert, scope.now, scope.agency.text(), id.text(), version);
    if (changed != 1) return stale();
    if (own->upn && own->upn != details.upn)
        transaction.run(sql()("add_former_upn"), scope.agency.text(), id.text(), own->upn->text());
    std::vector<std::string> fields;
    for (const auto& change : changes) {
        fields.emplace_back(change.field);
        transaction.run(sql()("add_change"), scope.agency.text(), id.text(), change.field,
                        change.before, change.after, note_of_change, scope.now, scope.user.text(),
                        scope.agency.text(), id.text());
    }
    refresh_keys(transaction, scope.agency, id);
    note(transaction, scope, audit::Kind::changed, act, "person", id.text(), fields);
    return {};
}

} // namespace store_detail

Result<void> change_person(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                           int version, const PersonDetails& sent, std::string_view note_of_change)
{
    return store_detail::change_as("people.change", transaction, scope, id, version, sent,
                                   note_of_change);
}

Result<void> change_nhs_number(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                               int version, const std::optional<NhsNumber>& number)
{
    const auto shown = find_person(transaction, scope.agency, id);
    if (!shown) return shown.error();
    auto details = details_of(*shown);
    details.nhs_number = number;
    return store_detail::change_as("people.nhs_number", transaction, scope, id, version, details,
                                   {});
}

Result<void> add_other_name(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                            const OtherName& name)
{
    using namespace store_detail;
    if (name.given.empty() && name.family.empty())
        return bad_input("Enter a first name or a last name", "given_name");
    if (has_hidden_characters(name.given + name.family))
        return bad_input("Write the name on one line, without hidden characters", "given_name");
    if (const auto changeable = check_changeable(transaction, scope.agency, id); !changeable)
        return changeable;
    transaction.run(sql()("add_other_name"), scope.agency.text(), id.text(), name.given,
                    name.family, key_of(name.kind), scope.agency.text(), id.text());
    refresh_keys(transaction, scope.agency, id);
    note(transaction, scope, audit::Kind::changed, "people.change", "person", id.text(),
         {"other_names"});
    return {};
}

Result<void> record_death(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                          Date died_on)
{
    using namespace store_detail;
    if (died_on > scope.today()) return bad_input("The date must be in the past", "died_on");
    if (const auto changeable = check_changeable(transaction, scope.agency, id); !changeable)
        return changeable;
    transaction.run(sql()("record_death"), died_on, scope.now, scope.agency.text(), id.text());
    note(transaction, scope, audit::Kind::changed, "people.change", "person", id.text(),
         {"died_on"});
    return {};
}

std::int64_t count_children(db::Queries& database, const access::AgencyId& agency)
{
    auto rows = database.query(sql()("count_children"), agency.text());
    return rows.next() ? rows.integer("children") : 0;
}

} // namespace onroll::people
