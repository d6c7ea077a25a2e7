// A family with a protected home and its case, in an advice service's store on each engine in turn:
// for tests of what passes between the service and a family.
#pragma once

#include "casework/notice_rounds.h"
#include "casework/outgoing_check.h"
#include "casework/store.h"
#include "casework/store_accounts.h"
#include "casework/store_cases.h"
#include "casework/store_links.h"
#include "casework/store_notices.h"
#include "casework/store_releases.h"
#include "casework/store_status.h"
#include "casework/store_threads.h"

#include "helpers/test_database.h"
#include "people/store.h"
#include "platform/crypto/new_id.h"
#include "platform/documents/tests/make_files.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>

namespace onroll::casework::tests {

using namespace std::chrono_literals;

inline const Date today = date(2026, 11, 26);
inline const crypto::Key key = crypto::Key::create();

/// One service with a case: a child who lives with a mother at a protected address, and a father.
struct World {
    World(const AdvicePlace& place, const access::AgencyId& the_agency)
        : agency(the_agency), stores(place, clock)
    {
        database = stores.of(agency).value();
        auto transaction = database->begin("make family");
        const auto scope = people::scope_of(agency, adviser, clock.now());
        const auto person = [&](people::PersonKind kind, const char* given) {
            return people::create_person(transaction, scope,
                                         {.kind = kind, .name = {given, "Example", ""}})
                .value();
        };
        child = person(people::PersonKind::child, "Sam");
        mother = person(people::PersonKind::adult, "Ann");
        father = person(people::PersonKind::adult, "Ben");
        const auto tie = [&](const people::PersonId& adult, people::Bond bond,
                             people::HasCare care) {
            REQUIRE(people::add_tie(transaction, scope,
                                    {.child = *child,
                                     .adult = adult,
                                     .bond = bond,
                                     .natural_parent = people::NaturalParent::yes,
                                     .responsibility = people::Responsibility::registered_at_birth,
                                     .care = care,
                                     .contact = people::ContactPermission::permitted}));
        };
        tie(*mother, people::Bond::mother, people::HasCare::yes);
        tie(*father, people::Bond::father, people::HasCare::no);
        for (const auto& who : {*child, *mother})
            REQUIRE(people::move_person(transaction, scope, safe, who,
                                        {{"10 Quiet Court", "Tidemoor"}, "TM1 2AB", {}},
                                        people::Protection::protected_address, date(2026, 1, 1)));
        reach(transaction, scope, *mother, "ann@example.org", "07700 900123");
        reach(transaction, scope, *father, "ben@example.org", "07700 900456");
        case_id = open_case(transaction, agency, {.child = *child}, adviser, today).value();
        transaction.commit();
        auto reading = database->read();
        found = find_case(reading, agency, *case_id).value();
    }
    void reach(db::Transaction& transaction, const people::Scope& scope,
               const people::PersonId& person, const char* email, const char* phone)
    {
        REQUIRE(people::save_contacts(
            transaction, scope, person,
            {{people::Channel::email, email}, {people::Channel::telephone, phone}}));
        REQUIRE(people::save_safe_contact(
            transaction, scope, person,
            {.channels = {people::Channel::email, people::Channel::text_message}, .asked = true}));
    }
    ThreadId with(const people::PersonId& person)
    {
        auto transaction = database->begin("begin thread");
        const auto id =
            begin_thread(transaction, agency, *case_id,
                         {.kind = ThreadKind::with_family, .person = person}, adviser, clock.now());
        transaction.commit();
        return id.value();
    }
    NoticeId tell(const ThreadId& thread, NoticeChannel channel = NoticeChannel::email)
    {
        auto transaction = database->begin("tell");
        const auto id =
            add_notice(transaction, agency, thread, Speaker::family, channel, key, clock.now());
        transaction.commit();
        return id;
    }
    Notice notice(const NoticeId& id)
    {
        auto reading = database->read();
        return find_notice(reading, agency, id).value();
    }
    OutgoingSources sources() const
    {
        return {&safe, [](Urn urn) { return "School " + urn.text(); }};
    }

    FixedClock clock{today};
    access::AgencyId agency;
    access::UserId adviser = crypto::new_id<access::UserId>();
    people::AddressSafe safe{key};
    AdviceStores stores;
    db::Database* database = nullptr;
    std::optional<people::PersonId> child, mother, father;
    std::optional<CaseId> case_id;
    std::optional<Case> found;
};

inline void in_each_world(const std::function<void(World&)>& test)
{
    for_each_place([&](const AdvicePlace& place, const access::AgencyId& agency) {
        World world(place, agency);
        test(world);
    });
}

} // namespace onroll::casework::tests
