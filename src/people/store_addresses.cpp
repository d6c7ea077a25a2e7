// Addresses and how people are reached. A protected address is sealed before it meets the database,
// and opened only with a permit and a note in the audit record.
#include "people/store.h"

#include "people/rules_contact.h"
#include "people/store_detail.h"
#include "people/store_rows.h"

#include "platform/crypto/new_id.h"

#include <algorithm>
#include <set>
#include <utility>

namespace onroll::people {

using store_rows::sql;

namespace store_detail {

std::vector<PersonAddress> own_addresses(db::Queries& database, const access::AgencyId& agency,
                                         const PersonId& id)
{
    std::vector<PersonAddress> addresses;
    auto rows = database.query(sql()("addresses_of"), agency.text(), id.text());
    while (rows.next()) addresses.push_back(store_rows::address_from(rows));
    return addresses;
}

} // namespace store_detail

namespace store_addresses_detail {

using store_detail::own_addresses;

std::optional<PersonAddress> find_address(db::Queries& database, const access::AgencyId& agency,
                                          const AddressId& id)
{
    auto rows = database.query(sql()("find_address"), agency.text(), id.text());
    if (!rows.next()) return std::nullopt;
    return store_rows::address_from(rows);
}

/// The words of an address as they are compared.
std::string compared_words(const Address& address)
{
    return folded(store_rows::joined_lines(address.lines, ' ')) + "|" + folded(address.postcode);
}

Result<void> check_address(const Address& address)
{
    if (address.lines.empty() && address.postcode.empty())
        return bad_input("Enter the address", "line_1");
    if (address.lines.size() > 6) return bad_input("Enter the address in up to 6 lines", "line_1");
    for (const auto& line : address.lines)
        if (line.size() > 200 || line.find_first_of("\n\r\x1F") != std::string::npos)
            return bad_input("Each line of the address must be 200 characters or fewer", "line_1");
    if (!address.postcode.empty() && !is_postcode(address.postcode))
        return bad_input("Enter a full UK postcode", "postcode");
    return {};
}

void seal(db::Transaction& transaction, const Scope& scope, const AddressSafe& safe,
          const AddressId& id, const Address& open)
{
    const auto sealed = safe.put_away(scope.agency.text(), id, open);
    transaction.run(sql()("seal_address"), db::as_blob(sealed.sealed_bytes()), scope.agency.text(),
                    id.text());
}

/// The adults of a child, or the children of an adult and their other adults.
std::set<PersonId> relatives_of(db::Queries& database, const access::AgencyId& agency,
                                const PersonId& id)
{
    std::set<PersonId> near{id};
    for (int round = 0; round < 2; ++round) {
        std::set<PersonId> more = near;
        for (const auto& one : near)
            for (const auto* statement : {"ties_of_child", "ties_of_adult"}) {
                auto rows = database.query(sql()(statement), agency.text(), one.text());
                while (rows.next()) {
                    const auto tie = store_rows::tie_from(rows);
                    more.insert(tie.child);
                    more.insert(tie.adult);
                }
            }
        near = std::move(more);
    }
    near.erase(id);
    return near;
}

} // namespace store_addresses_detail

std::vector<PersonAddress> addresses_of(db::Queries& database, const access::AgencyId& agency,
                                        const PersonId& id)
{
    std::vector<PersonAddress> addresses;
    for (const auto& one : store_detail::group_of(database, agency, id))
        for (auto& address : store_detail::own_addresses(database, agency, one))
            addresses.push_back(std::move(address));
    return addresses;
}

Result<AddressId> move_person(db::Transaction& transaction, const Scope& scope,
                              const AddressSafe& safe, const PersonId& id, const Address& address,
                              Protection protection, Date from)
{
    using namespace store_addresses_detail;
    if (const auto sound = check_address(address); !sound) return sound.error();
    if (const auto changeable = store_detail::check_changeable(transaction, scope.agency, id);
        !changeable)
        return changeable.error();
    const bool was_protected = lives_protected(transaction, scope.agency, id);
    for (const auto& before : own_addresses(transaction, scope.agency, id)) {
        if (before.until) continue;
        if (before.from && *before.from > from)
            return bad_input("The person moved here later than that. Check the date", "from");
        // One of the same day is corrected: it stays in the history, as a home on no day. Where
        // protection was forgotten, what was written first is as secret as what follows it.
        const auto* open = std::get_if<Address>(&before.where);
        if (before.from == from && protection == Protection::protected_address && open)
            seal(transaction, scope, safe, before.id, *open);
        transaction.run(sql()("end_address"), from - Days{1}, scope.agency.text(),
                        before.id.text());
    }
    const auto address_id = crypto::new_id<AddressId>();
    if (protection == Protection::protected_address) {
        const auto sealed = safe.put_away(scope.agency.text(), address_id, address);
        transaction.run(sql()("add_address"), scope.agency.text(), address_id.text(), id.text(), "",
                        "", std::optional<std::string>(), db::as_blob(sealed.sealed_bytes()), from);
    } else {
        const auto uprn =
            address.uprn ? std::optional(address.uprn->text()) : std::optional<std::string>();
        transaction.run(sql()("add_address"), scope.agency.text(), address_id.text(), id.text(),
                        store_rows::joined_lines(address.lines, '\n'), address.postcode, uprn,
                        std::optional<db::Bytes>(), from);
    }
    store_detail::refresh_keys(transaction, scope.agency, id);
    store_detail::note(transaction, scope, audit::Kind::recorded,
                       was_protected ? "people.change_address" : "people.change", "person",
                       id.text(), {"address"});
    return address_id;
}

bool lives_protected(db::Queries& database, const access::AgencyId& agency, const PersonId& id)
{
    const auto all = addresses_of(database, agency, id);
    return std::any_of(all.begin(), all.end(), [](const PersonAddress& one) {
        return !one.until && std::holds_alternative<ProtectedAddress>(one.where);
    });
}

Result<void> protect_address(db::Transaction& transaction, const Scope& scope,
                             const AddressSafe& safe, const AddressId& id)
{
    const auto address = store_addresses_detail::find_address(transaction, scope.agency, id);
    if (!address) return store_detail::nobody();
    const auto* open = std::get_if<Address>(&address->where);
    if (!open) return {};
    store_addresses_detail::seal(transaction, scope, safe, id, *open);
    store_detail::refresh_keys(transaction, scope.agency,
                               store_detail::root_of(transaction, scope.agency, address->person));
    store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                       address->person.text(), {"address_protected"});
    return {};
}

Result<Address> reveal_address(db::Transaction& transaction, const Scope& scope,
                               const AddressSafe& safe, const AddressId& id, RevealPermit permit)
{
    const auto address = store_addresses_detail::find_address(transaction, scope.agency, id);
    if (!address) return store_detail::nobody();
    store_detail::note(transaction, scope, audit::Kind::read, "people.address", "person",
                       address->person.text(), {"protected_address"});
    if (const auto* open = std::get_if<Address>(&address->where)) return *open;
    return safe.take_out(scope.agency.text(), id, std::get<ProtectedAddress>(address->where),
                         permit);
}

std::vector<Person> still_at_address(db::Queries& database, const access::AgencyId& agency,
                                     const PersonId& id, Date today)
{
    using namespace store_addresses_detail;
    std::vector<Person> people;
    const auto mine = own_addresses(database, agency, id);
    const auto* home = present_home(mine, today);
    const auto* open = home ? std::get_if<Address>(&home->where) : nullptr;
    if (!open) return people;
    for (const auto& other : relatives_of(database, agency, id)) {
        const auto theirs = own_addresses(database, agency, other);
        const auto* there = present_home(theirs, today);
        const auto* their_open = there ? std::get_if<Address>(&there->where) : nullptr;
        if (!their_open || compared_words(*their_open) != compared_words(*open)) continue;
        if (auto person = find_person(database, agency, other))
            people.push_back(std::move(person).value());
    }
    return people;
}

Result<void> save_contacts(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                           const std::vector<ContactLine>& contacts)
{
    if (const auto changeable = store_detail::check_changeable(transaction, scope.agency, id);
        !changeable)
        return changeable;
    transaction.run(sql()("drop_contacts"), scope.agency.text(), id.text());
    int position = 0;
    for (const auto& line : contacts)
        transaction.run(sql()("add_contact"), scope.agency.text(), id.text(), ++position,
                        key_of(line.channel), line.value);
    store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                       id.text(), {"contacts"});
    return {};
}

Result<void> save_safe_contact(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                               const SafeContact& safe)
{
    if (const auto changeable = store_detail::check_changeable(transaction, scope.agency, id);
        !changeable)
        return changeable;
    if (safe.earliest_minute < 0 || safe.latest_minute > 24 * 60 ||
        safe.earliest_minute >= safe.latest_minute)
        return bad_input("The earliest time must be before the latest", "earliest");
    std::vector<std::string> channels;
    for (const auto channel : safe.channels) channels.emplace_back(key_of(channel));
    transaction.run(sql()("save_safe_contact"), scope.agency.text(), id.text(),
                    store_rows::joined_lines(channels, ' '), safe.code_name, safe.only_ask_for,
                    safe.earliest_minute, safe.latest_minute, safe.neutral_sender);
    store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                       id.text(), {"safe_contact"});
    return {};
}

std::vector<ContactLine> contacts_of(db::Queries& database, const access::AgencyId& agency,
                                     const PersonId& id)
{
    std::vector<ContactLine> contacts;
    auto rows = database.query(sql()("contacts_of"), agency.text(), id.text());
    while (rows.next())
        contacts.push_back(
            {channel_named(rows.text("channel")).value_or(Channel::telephone), rows.text("value")});
    return contacts;
}

SafeContact safe_contact_of(db::Queries& database, const access::AgencyId& agency,
                            const PersonId& id)
{
    auto rows = database.query(sql()("safe_contact_of"), agency.text(), id.text());
    if (!rows.next()) return {};
    SafeContact safe{.channels = {}, .asked = true};
    for (const auto& name : store_rows::split_lines(rows.text("channels"), ' '))
        if (const auto channel = channel_named(name)) safe.channels.push_back(*channel);
    safe.code_name = rows.text("code_name");
    safe.only_ask_for = rows.text("only_ask_for");
    safe.earliest_minute = static_cast<int>(rows.integer("earliest_minute"));
    safe.latest_minute = static_cast<int>(rows.integer("latest_minute"));
    safe.neutral_sender = rows.boolean("neutral_sender");
    return safe;
}

} // namespace onroll::people
