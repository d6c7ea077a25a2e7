// The only code that touches the tables of people. Nothing is asked or changed without a Scope: the
// agency leads each key, and each change notes its deed in the same transaction (trust.md W-01,
// L-01, L-04). Works on any database that `prepare` has met, so that an agency whose records lie
// apart keeps its people there.
#pragma once

#include "people/address_safe.h"
#include "people/history.h"
#include "people/record.h"
#include "people/rules_family.h"
#include "people/rules_search.h"
#include "people/types.h"
#include "people/types_family.h"

#include "access/types.h"
#include "audit/types.h"
#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::people {

/// Brings the tables, and those of the audit record, to their present shape. Conflict for a newer
/// database.
Result<void> prepare(db::Database& database, const Clock& clock);

/// For whom and as whom: the agency whose records these are, the user, and the deed that each
/// change notes, of which act, kind, record and fields are filled in here.
struct Scope {
    access::AgencyId agency;
    access::UserId user;
    Instant now{};
    audit::Deed deed{};
    bool with_broken_glass = false; ///< whether the store also holds which records were opened in
                                    ///< an emergency, and why
    bool onto_caseload = true;      ///< what is created is on the user's caseload: not a program's
    Date today() const { return in_london(now).date; }
};

/// A scope for work that no page asks for: a command, the demonstration.
Scope scope_of(const access::AgencyId& agency, const access::UserId& user, Instant now);

/// conflict where the UPN is somebody else's already.
Result<PersonId> create_person(db::Transaction& transaction, const Scope& scope,
                               const PersonDetails& details);
/// What each of them is called, asked for many at once; those that are not there are left out.
std::map<PersonId, std::string> names_of_people(db::Queries& database,
                                                const access::AgencyId& agency,
                                                const std::vector<PersonId>& ids);
/// The person with what joined records add. not_found in another agency, or anywhere. A record that
/// was joined to another is found with `merged_into` set.
Result<Person> find_person(db::Queries& database, const access::AgencyId& agency,
                           const PersonId& id);
/// Changes only the fields that differ from what is shown now. conflict where the version is not
/// the present one, or the record was joined to another.
Result<void> change_person(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                           int version, const PersonDetails& sent, std::string_view note = {});
/// The same for the NHS number alone, as an act of its own; without one it is taken off the record.
Result<void> change_nhs_number(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                               int version, const std::optional<NhsNumber>& number);
Result<void> add_other_name(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                            const OtherName& name);
Result<void> record_death(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                          Date died_on);

Result<ChildRecord> find_child(db::Queries& database, const access::AgencyId& agency,
                               const PersonId& id);
/// On whose caseload a record is: users and teams. Whoever creates a record has it, unless that is
/// a program.
struct Caseload {
    std::vector<access::UserId> workers{};
    std::vector<access::TeamId> teams{};
    bool operator==(const Caseload&) const = default;
};
Caseload caseload_of(db::Queries& database, const access::AgencyId& agency, const PersonId& id);
Result<void> add_worker(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                        const access::UserId& worker);
/// Takes it from a worker's caseload; nothing happens where it was not on it.
Result<void> drop_worker(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                         const access::UserId& worker);
Result<void> add_team(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                      const access::TeamId& team);
/// How many records are on a team's caseload, those that were joined into another among them.
std::int64_t count_of_team(db::Queries& database, const access::AgencyId& agency,
                           const access::TeamId& team);

std::int64_t count_children(db::Queries& database, const access::AgencyId& agency);

/// Of one record alone, newest first.
std::vector<PastValue> changes_of(db::Queries& database, const access::AgencyId& agency,
                                  const PersonId& id);
/// The same with those of records joined to it.
std::vector<PastValue> history_of(db::Queries& database, const access::AgencyId& agency,
                                  const PersonId& id);

/// Where the person lives from that day; the home before it ends the day before. One that began on
/// the same day is corrected by it: it stays in the history and was a home on no day. A protected
/// one is sealed and is never in a search.
Result<AddressId> move_person(db::Transaction& transaction, const Scope& scope,
                              const AddressSafe& safe, const PersonId& id, const Address& address,
                              Protection protection, Date from);
/// Whether a home of the person that has not ended is protected: only those named on the record may
/// put another in its place.
bool lives_protected(db::Queries& database, const access::AgencyId& agency, const PersonId& id);
/// Seals an address that was open, in every place that holds it.
Result<void> protect_address(db::Transaction& transaction, const Scope& scope,
                             const AddressSafe& safe, const AddressId& id);
/// Opens a protected address and notes who saw it. not_found outside the agency.
Result<Address> reveal_address(db::Transaction& transaction, const Scope& scope,
                               const AddressSafe& safe, const AddressId& id, RevealPermit permit);
/// Who of the person's family has the same open address today: asked when somebody moves
/// (trust.md F-06).
std::vector<Person> still_at_address(db::Queries& database, const access::AgencyId& agency,
                                     const PersonId& id, Date today);
std::vector<PersonAddress> addresses_of(db::Queries& database, const access::AgencyId& agency,
                                        const PersonId& id);

Result<void> save_contacts(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                           const std::vector<ContactLine>& contacts);
Result<void> save_safe_contact(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                               const SafeContact& safe);
std::vector<ContactLine> contacts_of(db::Queries& database, const access::AgencyId& agency,
                                     const PersonId& id);
SafeContact safe_contact_of(db::Queries& database, const access::AgencyId& agency,
                            const PersonId& id);

/// The children of an adult, with the tie to each.
std::vector<std::pair<Person, FamilyTie>>
children_of(db::Queries& database, const access::AgencyId& agency, const PersonId& adult);
/// Under which of these people each record is shown: they themselves, and what was joined to them.
/// One query for each sixty, and one more for each sixty that were joined.
std::map<PersonId, PersonId> shown_under(db::Queries& database, const access::AgencyId& agency,
                                         const std::vector<PersonId>& people);
/// As which record each of these is shown: itself, or what it was joined to. One query for each
/// sixty, and one more for each sixty of what they were joined to.
std::map<PersonId, PersonId> shown_as(db::Queries& database, const access::AgencyId& agency,
                                      const std::vector<PersonId>& people);
/// A child of an adult, and how they are related.
struct AdultsChild {
    PersonId adult;
    PersonId child;
    Bond bond = Bond::other;
};
/// The children of several adults, by two queries for each sixty of them and some more for each
/// record that others were joined to.
std::vector<AdultsChild> children_of_all(db::Queries& database, const access::AgencyId& agency,
                                         const std::vector<PersonId>& adults);
/// conflict where the tie is there already, or a version is not the present one.
Result<void> add_tie(db::Transaction& transaction, const Scope& scope, const FamilyTie& tie);
Result<void> change_tie(db::Transaction& transaction, const Scope& scope, const FamilyTie& tie);
Result<void> add_order(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                       const CourtOrder& order);
Result<void> state_sen(db::Transaction& transaction, const Scope& scope, const PersonId& child,
                       const SenStatement& statement);

/// Those of one agency who fit best, best first, at most `limit`. Five queries, and some more for
/// each record that others were joined to.
Search search_people(db::Queries& database, const access::AgencyId& agency,
                     const Question& question, std::size_t limit);
/// How many are suggested as the same person.
inline constexpr std::size_t most_alike = 5;
/// Who may be the same person as these details, of those that `listed` takes: asked before anybody
/// is created. What one actor is told of them is store_told.h.
std::vector<Found> possible_duplicates(db::Queries& database, const access::AgencyId& agency,
                                       const PersonDetails& details, std::string_view postcode,
                                       const std::optional<PersonId>& except,
                                       const std::function<bool(const PersonId&)>& listed = {});

} // namespace onroll::people
