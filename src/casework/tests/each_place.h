// An advice service's own store on each engine in turn, gone afterwards, with a manager and an
// adviser; for tests of stores.
#pragma once

#include "casework/store_cases.h"

#include "ready_place.h"

#include "people/store.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <functional>

namespace onroll::casework::tests {

struct AdviceService {
    AdviceService(const AdvicePlace& place, const Clock& the_clock,
                  const access::AgencyId& the_agency = crypto::new_id<access::AgencyId>())
        : clock(the_clock), stores(place, the_clock), agency(the_agency)
    {
        auto opened = stores.of(agency);
        REQUIRE(opened);
        database = *opened;
    }
    Date today() const { return clock.today(); }

    people::PersonId child(std::string given, std::string family) const
    {
        auto transaction = database->begin("create person");
        const auto id = people::create_person(
            transaction, people::scope_of(agency, adviser, clock.now()),
            {.name = {.given = std::move(given), .family = std::move(family)}});
        REQUIRE(id);
        transaction.commit();
        return *id;
    }
    CaseId open(NewCase opened) const
    {
        auto transaction = database->begin("open case");
        const auto id = open_case(transaction, agency, opened, adviser, today());
        REQUIRE(id);
        transaction.commit();
        return *id;
    }
    Case find(const CaseId& id) const
    {
        auto reading = database->read();
        auto found = find_case(reading, agency, id);
        REQUIRE(found);
        return *found;
    }
    /// Does the work in a transaction and commits it where it succeeded.
    template <class Work>
    auto in_transaction(Work&& work) const
    {
        auto transaction = database->begin("test");
        auto answer = work(transaction);
        if (answer) transaction.commit();
        return answer;
    }

    const Clock& clock;
    mutable AdviceStores stores;
    access::AgencyId agency;
    access::UserId adviser = crypto::new_id<access::UserId>();
    access::UserId manager = crypto::new_id<access::UserId>();
    db::Database* database = nullptr;
};

inline void on_each_engine(const Clock& clock,
                           const std::function<void(const AdviceService&)>& test)
{
    for_each_place([&](const AdvicePlace& place, const access::AgencyId& agency) {
        test(AdviceService(place, clock, agency));
    });
}

} // namespace onroll::casework::tests
