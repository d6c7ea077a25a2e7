// How long records are kept, holds on them, and deletion by two people. trust.md G-05 to G-08.
#pragma once

#include "people/rules_retention.h"
#include "people/store.h"

namespace onroll::people {

/// The agency's periods; the published ones that ship where it has saved none.
std::vector<RetentionRule> retention_rules_of(db::Queries& database,
                                              const access::AgencyId& agency);
/// The published periods that ship (data/reference/retention_periods.csv).
const std::vector<RetentionRule>& published_retention_rules();
/// Saves one period beside the others, which become the agency's own too.
Result<void> save_retention_rule(db::Transaction& transaction, const Scope& scope,
                                 const RetentionRule& rule);

/// A group that a record belongs to: because somebody said so, or because it follows from the
/// record itself, from what it is, a plan, or an order of a court.
struct Belongs {
    RetentionGroup group = RetentionGroup::pupil_record;
    std::optional<Date> closed_on{};
    std::optional<Date> decided_on{};
    bool stated = false; ///< somebody said so
    std::optional<access::UserId> put_by{};
    std::optional<Instant> put_at{};
};
/// Each group once; those of joined records too.
std::vector<Belongs> groups_of_person(db::Queries& database, const access::AgencyId& agency,
                                      const Person& person);
/// Says that the record belongs to a group, such as "ever looked after"; it never leaves one.
/// bad_input with the field for a day that is still to come.
Result<void> add_to_group(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                          RetentionGroup group, std::optional<Date> closed_on,
                          std::optional<Date> decided_on);
/// Until when the record is kept.
Result<Retention> retention_of_person(db::Queries& database, const access::AgencyId& agency,
                                      const PersonId& id);

/// The same under other periods, for looking before they are saved.
Result<Retention> retention_of_person(db::Queries& database, const access::AgencyId& agency,
                                      const PersonId& id, const std::vector<RetentionRule>& rules);

Result<void> begin_hold(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                        std::string_view reason);
/// The first person asks; a second, somebody else, ends it. Answers whether it has ended.
Result<bool> end_hold(db::Transaction& transaction, const Scope& scope, const PersonId& id);
/// The second of two alone: not_allowed for whoever asked, conflict where nobody has asked.
Result<void> agree_to_end_hold(db::Transaction& transaction, const Scope& scope,
                               const PersonId& id);

/// What somebody has asked for and a second person must agree to.
enum class SecondStep : std::uint8_t { deletion, end_of_hold };
struct WaitsForSecond {
    PersonId person;
    SecondStep step = SecondStep::deletion;
    access::UserId asked_by;
    std::optional<Instant> asked_at{};
};
/// Oldest deletions first, then ends of holds; at most a hundred of each.
std::vector<WaitsForSecond> waiting_for_second(db::Queries& database,
                                               const access::AgencyId& agency);
bool waits_for_second(db::Queries& database, const access::AgencyId& agency, const PersonId& id,
                      SecondStep step);
/// Whether somebody has asked to end the hold.
bool hold_ending_asked(db::Queries& database, const access::AgencyId& agency, const PersonId& id);
/// Whether somebody has proposed to delete the record, and nobody agreed yet.
bool deletion_proposed(db::Queries& database, const access::AgencyId& agency, const PersonId& id);
/// Everybody whose record is on hold or whose use is restricted, and everybody who is shown as one
/// record with them.
std::vector<PersonId> held_people(db::Queries& database, const access::AgencyId& agency);
bool on_hold(db::Queries& database, const access::AgencyId& agency, const PersonId& id);

/// A record whose last day has passed.
struct Due {
    PersonId id;
    KeepUntil kept;
};
/// What a deletion would take, oldest first; changes nothing.
std::vector<Due> due_for_deletion(db::Queries& database, const access::AgencyId& agency,
                                  Date today);

/// The same under other periods.
std::vector<Due> due_for_deletion(db::Queries& database, const access::AgencyId& agency, Date today,
                                  const std::vector<RetentionRule>& rules);
/// The periods as they would be with this one saved.
std::vector<RetentionRule> with_rule(std::vector<RetentionRule> rules,
                                     const RetentionRule& changed);

/// The first of two: bad_input unless the record is due, conflict where it is on hold.
Result<void> propose_deletion(db::Transaction& transaction, const Scope& scope, const PersonId& id);
/// The second, somebody else: where the period says to take the names out, what may be counted is
/// kept under a number that leads nowhere (count_without_names). Then the person, all that is
/// theirs, their search keys and the originals of lists that named them are gone; one line without
/// their name stays.
Result<void> agree_to_deletion(db::Transaction& transaction, const Scope& scope,
                               const PersonId& id);

/// For store_erasure: the whole record goes on request, and its line stays. Whoever calls has made
/// sure that it may go and that two people agree, of whom `decided_by` was the first.
void delete_on_request(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                       const access::UserId& decided_by);

/// How many records were made anonymous.
std::int64_t count_without_names(db::Queries& database, const access::AgencyId& agency);

} // namespace onroll::people
