#include "people/store_restrictions.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include "platform/crypto/new_id.h"

#include <algorithm>

namespace onroll::people {

using store_rows::sql;
using store_rows::stored_id;

namespace store_restrictions_detail {

Restriction restriction_from(const db::Rows& rows)
{
    return {stored_id<RestrictionId>(rows.text("id")),
            stored_id<PersonId>(rows.text("person")),
            restriction_ground_named(rows.text("ground")).value_or(RestrictionGround::accuracy),
            rows.text("reason"),
            rows.text("begun_by"),
            rows.instant("begun_at"),
            rows.optional_date("told_on"),
            rows.optional_instant("ended_at")};
}

Dispute dispute_from(const db::Rows& rows)
{
    return {stored_id<DisputeId>(rows.text("id")),
            stored_id<PersonId>(rows.text("person")),
            rows.text("about"),
            rows.text("recorded"),
            rows.text("said"),
            rows.text("said_by"),
            rows.text("noted_by"),
            rows.instant("noted_at"),
            rows.optional_date("settled_on"),
            rows.text("outcome")};
}

constexpr std::size_t most_said = 2000;

Result<void> check_said(std::string_view words, std::string_view missing, std::string_view field)
{
    if (words.empty()) return bad_input(std::string(missing), std::string(field));
    if (words.size() > most_said)
        return bad_input("Keep this under 2,000 characters", std::string(field));
    return {};
}

} // namespace store_restrictions_detail

using namespace store_restrictions_detail;

Result<RestrictionId> restrict_use(db::Transaction& transaction, const Scope& scope,
                                   const PersonId& person, RestrictionGround ground,
                                   std::string_view reason)
{
    if (const auto sound =
            check_said(reason, "Enter why the use of the record is restricted", "reason");
        !sound)
        return sound.error();
    if (const auto sound = store_detail::check_changeable(transaction, scope.agency, person);
        !sound)
        return sound.error();
    if (is_restricted(transaction, scope.agency, person))
        return Error{ErrorKind::conflict, "The use of this record is restricted already", {}, {}};
    const auto id = crypto::new_id<RestrictionId>();
    transaction.run(sql()("add_restriction"), scope.agency.text(), id.text(), person.text(),
                    key_of(ground), reason, scope.user.text(), scope.now);
    store_detail::note(transaction, scope, audit::Kind::recorded, "limits.restrict", "person",
                       person.text(), {std::string(key_of(ground))});
    return id;
}

Result<void> end_restriction(db::Transaction& transaction, const Scope& scope,
                             const PersonId& person, Date told_on)
{
    if (told_on > scope.today())
        return bad_input("Tell the person first. The day must be today or earlier", "told_on");
    std::int64_t ended = 0;
    for (const auto& one : store_detail::group_of(transaction, scope.agency, person))
        ended += transaction.run(sql()("end_restriction"), std::optional(told_on),
                                 std::optional(scope.user.text()), std::optional(scope.now),
                                 scope.agency.text(), one.text());
    if (ended == 0) return not_found("The use of this record is not restricted");
    store_detail::note(transaction, scope, audit::Kind::removed, "limits.restrict", "person",
                       person.text());
    return {};
}

bool is_restricted(db::Queries& database, const access::AgencyId& agency, const PersonId& person)
{
    const auto all = restrictions_of(database, agency, person);
    return std::any_of(all.begin(), all.end(),
                       [](const Restriction& one) { return !one.ended_at; });
}

std::vector<Restriction> restrictions_of(db::Queries& database, const access::AgencyId& agency,
                                         const PersonId& person)
{
    std::vector<Restriction> all;
    for (const auto& one : store_detail::group_of(database, agency, person)) {
        auto rows = database.query(sql()("restrictions_of"), agency.text(), one.text());
        while (rows.next()) all.push_back(restriction_from(rows));
    }
    return all;
}

std::vector<Restriction> restrictions_of_agency(db::Queries& database,
                                                const access::AgencyId& agency)
{
    std::vector<Restriction> all;
    auto rows = database.query(sql()("restrictions_of_agency"), agency.text());
    while (rows.next()) all.push_back(restriction_from(rows));
    return all;
}

Result<DisputeId> note_dispute(db::Transaction& transaction, const Scope& scope,
                               const PersonId& person, const NewDispute& dispute)
{
    for (const auto& [words, missing, field] :
         {std::tuple{&dispute.about, "Enter which fact they say is wrong", "about"},
          std::tuple{&dispute.recorded, "Enter what the record says", "recorded"},
          std::tuple{&dispute.said, "Enter what they say", "said"},
          std::tuple{&dispute.said_by, "Enter who says so", "said_by"}})
        if (const auto sound = check_said(*words, missing, field); !sound) return sound.error();
    if (const auto sound = store_detail::check_changeable(transaction, scope.agency, person);
        !sound)
        return sound.error();
    const auto id = crypto::new_id<DisputeId>();
    transaction.run(sql()("add_dispute"), scope.agency.text(), id.text(), person.text(),
                    dispute.about, dispute.recorded, dispute.said, dispute.said_by,
                    scope.user.text(), scope.now);
    store_detail::note(transaction, scope, audit::Kind::recorded, "people.dispute", "person",
                       person.text(), {"dispute:" + id.text()});
    return id;
}

Result<void> settle_dispute(db::Transaction& transaction, const Scope& scope,
                            const PersonId& person, const DisputeId& id, std::string_view outcome)
{
    if (const auto sound =
            check_said(outcome, "Enter how it was settled, as you told them", "outcome");
        !sound)
        return sound;
    const auto all = disputes_of(transaction, scope.agency, person);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Dispute& one) { return one.id == id; });
    if (found == all.end()) return not_found("There is no such note");
    if (transaction.run(sql()("settle_dispute"), std::optional(scope.today()), outcome,
                        scope.agency.text(), id.text()) != 1)
        return Error{ErrorKind::conflict, "This is settled already", {}, {}};
    store_detail::note(transaction, scope, audit::Kind::changed, "people.dispute", "person",
                       person.text(), {"dispute:" + id.text()});
    return {};
}

std::vector<Dispute> disputes_of(db::Queries& database, const access::AgencyId& agency,
                                 const PersonId& person)
{
    std::vector<Dispute> all;
    for (const auto& one : store_detail::group_of(database, agency, person)) {
        auto rows = database.query(sql()("disputes_of"), agency.text(), one.text());
        while (rows.next()) all.push_back(dispute_from(rows));
    }
    std::stable_partition(all.begin(), all.end(),
                          [](const Dispute& one) { return !one.settled_on; });
    return all;
}

} // namespace onroll::people
