#include "casework/store.h"
#include "casework/store_open.h"

#include "audit/store.h"
#include "helpers/test_database.h"
#include "ready_place.h"
#include "platform/crypto/new_id.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

namespace casework_store_test {

using namespace onroll;
using namespace onroll::casework;

const FixedClock noon(date(2026, 11, 25));

/// An advice place on each engine in turn, gone afterwards.
struct Service {
    explicit Service(const AdvicePlace& place,
                     const access::AgencyId& the_agency = crypto::new_id<access::AgencyId>())
        : stores(place, noon), agency(the_agency)
    {
        auto opened = stores.of(agency);
        REQUIRE(opened);
        database = *opened;
    }
    ContactId record(const NewContact& told) const
    {
        auto transaction = database->begin("record contact");
        auto id = record_contact(transaction, agency, told, adviser, noon.now());
        transaction.commit();
        return id;
    }
    Result<void> change(const ContactId& id, std::int64_t version, const NewContact& told) const
    {
        auto transaction = database->begin("change contact");
        const auto changed =
            change_contact(transaction, agency, id, version, told, adviser, noon.now());
        if (changed) transaction.commit();
        return changed;
    }
    AdviceStores stores;
    access::AgencyId agency;
    access::UserId adviser = crypto::new_id<access::UserId>();
    db::Database* database = nullptr;
};

const NewContact call{.channel = Channel::phone,
                      .caller = Caller::parent_or_carer,
                      .caller_name = "Invented Caller",
                      .child_name = "Invented Child",
                      .story = "Sent home at half past twelve, no letter."};

TEST_CASE("a contact is kept as it was told, also when almost nothing is known")
{
    casework::tests::for_each_place([](const AdvicePlace& place, const access::AgencyId& agency) {
        const Service service(place, agency);
        const auto full = service.record(call);
        const auto bare = service.record({.channel = Channel::drop_in});
        auto reader = service.database->read();
        CHECK(find_contact(reader, service.agency, full)->told == call);
        CHECK(find_contact(reader, service.agency, bare)->told ==
              NewContact{.channel = Channel::drop_in});
        CHECK(count_contacts(reader, service.agency) == 2);
    });
}

TEST_CASE("a change keeps what was told before, and a stale one changes nothing")
{
    casework::tests::for_each_place([](const AdvicePlace& place, const access::AgencyId& agency) {
        const Service service(place, agency);
        const auto id = service.record(call);
        auto longer = call;
        longer.story += " It is the third time.";
        CHECK(service.change(id, 1, longer));
        CHECK(service.change(id, 1, call).error().kind == ErrorKind::conflict);
        CHECK(service.change(crypto::new_id<ContactId>(), 1, call).error().kind ==
              ErrorKind::not_found);
        auto reader = service.database->read();
        const auto contact = find_contact(reader, service.agency, id);
        CHECK(contact->told == longer);
        CHECK(contact->version == 2);
        auto before = reader.query(db::Sql{"before", "SELECT story FROM casework_contact_before"});
        REQUIRE(before.next());
        CHECK(before.text("story") == call.story);
    });
}

TEST_CASE("contacts come newest first, page by page, each once")
{
    casework::tests::for_each_place([](const AdvicePlace& place, const access::AgencyId& agency) {
        const Service service(place, agency);
        for (int i = 0; i < 5; ++i) service.record(call);
        auto reader = service.database->read();
        std::set<std::string> seen;
        std::optional<Contact> last;
        for (int page = 0; page < 3; ++page) {
            for (const auto& contact : contacts_of(reader, service.agency, 2, last)) {
                seen.insert(contact.id.text());
                last = contact;
            }
        }
        CHECK(seen.size() == 5);
    });
}

TEST_CASE("another agency is told of a contact what it is told of one that is not there")
{
    casework::tests::for_each_place([](const AdvicePlace& place, const access::AgencyId& agency) {
        const Service service(place, agency);
        const auto id = service.record(call);
        const auto other = crypto::new_id<access::AgencyId>();
        auto reader = service.database->read();
        CHECK(find_contact(reader, other, id).error() ==
              find_contact(reader, service.agency, crypto::new_id<ContactId>()).error());
        CHECK(contacts_of(reader, other, 10).empty());
        CHECK(count_contacts(reader, other) == 0);
    });
}

TEST_CASE("each advice service has a store of its own, which holds nothing of the other's")
{
    casework::tests::for_each_place([](const AdvicePlace& place, const access::AgencyId& agency) {
        const Service one(place, agency);
        const Service two(place);
        one.record(call);
        auto reader = two.database->read();
        auto rows = reader.query(db::Sql{"all", "SELECT count(*) AS n FROM casework_contact"});
        REQUIRE(rows.next());
        CHECK(rows.integer("n") == 0);
        CHECK(settings_for(place, one.agency).url + settings_for(place, one.agency).schema !=
              settings_for(place, two.agency).url + settings_for(place, two.agency).schema);
    });
}

TEST_CASE("on PostgreSQL the store serves as a role that owns no table, and shows nothing without "
          "its agency")
{
    if (!onroll::tests::postgres_is_there()) return;
    const log::Redirect quiet([](std::string_view) {});
    const AdvicePlace place{.data = {}, .postgres = std::getenv("ONROLL_TEST_POSTGRES")};
    const Service service(place);
    service.record(call);
    auto settings = settings_for(place, service.agency);
    settings.agency.clear();
    const auto without = db::Database::open(settings);
    REQUIRE(without);
    auto reader = (*without)->read();
    CHECK(count_contacts(reader, service.agency) == 0);
    auto owned = reader.query(db::Sql{"owned", "SELECT count(*) AS n FROM pg_tables WHERE "
                                               "tableowner = current_user"});
    REQUIRE(owned.next());
    CHECK(owned.integer("n") == 0);
}

TEST_CASE("on SQLite no other file holds a trace of a contact")
{
    const log::Redirect quiet([](std::string_view) {});
    const onroll::tests::TestDatabase folder(db::Engine::sqlite, onroll::tests::From::nothing);
    const Service service({.data = folder.folder(), .postgres = {}});
    service.record(call);
    int files = 0;
    for (const auto& one : std::filesystem::recursive_directory_iterator(folder.folder())) {
        if (!one.is_regular_file() || one.path().parent_path().filename() == "advice") continue;
        std::ifstream in(one.path(), std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        CHECK(all.str().find("Invented") == std::string::npos);
        ++files;
    }
    CHECK(files == 0);
    CHECK((std::filesystem::status(folder.folder() / "advice").permissions() &
           std::filesystem::perms::others_all) == std::filesystem::perms::none);
}

} // namespace casework_store_test
