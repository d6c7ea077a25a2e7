// People, a store and a scope for tests: ordinary ones, of which a test says only what matters.
#pragma once

#include "people/store.h"

#include "forms/store.h"
#include "kernel/ensure.h"
#include "platform/clock/clock.h"

namespace onroll::people::tests_of_people {

inline const access::AgencyId the_council =
    access::AgencyId::parse("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").value();
inline const access::AgencyId another_agency =
    access::AgencyId::parse("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb").value();
inline const access::UserId an_officer =
    access::UserId::parse("11111111111111111111111111111111").value();
inline const access::UserId a_colleague =
    access::UserId::parse("22222222222222222222222222222222").value();
inline const Date test_day = date(2026, 11, 25);

inline Scope a_scope(const access::AgencyId& agency = the_council,
                     const access::UserId& user = an_officer)
{
    return scope_of(agency, user, FixedClock(test_day).now());
}

inline AddressSafe a_safe()
{
    return AddressSafe(crypto::Key::from_bytes(std::string(32, 'k')).value());
}

inline PersonDetails a_child_named(std::string given, std::string family,
                                   std::optional<Date> born_on = date(2014, 3, 17))
{
    PersonDetails details;
    details.name = {std::move(given), std::move(family), {}};
    details.born_on = born_on;
    return details;
}

inline PersonDetails an_adult_named(std::string given, std::string family)
{
    PersonDetails details;
    details.kind = PersonKind::adult;
    details.name = {std::move(given), std::move(family), {}};
    return details;
}

inline void prepared(db::Database& database)
{
    // A deletion takes the drafts about a record too.
    const auto ready = prepare(database, FixedClock(test_day));
    const auto forms_ready = forms::prepare(database, FixedClock(test_day));
    ensure(ready.has_value() && forms_ready.has_value(), "the tables can be made");
}

/// Does work in a transaction of its own.
template <class Work>
auto doing(db::Database& database, Work&& work)
{
    auto transaction = database.begin("test");
    auto answer = work(transaction);
    transaction.commit();
    return answer;
}

inline PersonId made(db::Database& database, const PersonDetails& details,
                     const Scope& scope = a_scope())
{
    return doing(database,
                 [&](db::Transaction& t) { return create_person(t, scope, details).value(); });
}

inline ChildRecord child_in(db::Database& database, const PersonId& id,
                            const access::AgencyId& agency = the_council)
{
    auto reader = database.read();
    return find_child(reader, agency, id).value();
}

} // namespace onroll::people::tests_of_people
