#include "ready_place.h"

#include "helpers/schema_as_it_was.h"
#include "helpers/test_database.h"
#include "kernel/ensure.h"
#include "platform/clock/clock.h"
#include "platform/crypto/new_id.h"
#include "platform/log/log.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>

namespace onroll::casework::tests {
namespace ready_place_detail {

using ::onroll::tests::SchemaAsItWas, ::onroll::tests::TestDatabase;

/// Has the store of a service made there, and lets go of it.
void make_store(const AdvicePlace& place, const access::AgencyId& agency)
{
    const FixedClock clock(date(2026, 11, 26));
    AdviceStores stores(place, clock);
    ensure(stores.of(agency).has_value(), "a service's store can be made");
}

struct BegunStore {
    access::AgencyId agency = crypto::new_id<access::AgencyId>();
    TestDatabase folder{db::Engine::sqlite, ::onroll::tests::From::nothing};

    BegunStore() { make_store({.data = folder.folder(), .postgres = {}}, agency); }
};

void on_sqlite(const std::function<void(const AdvicePlace&, const access::AgencyId&)>& test)
{
    static const BegunStore begun;
    const TestDatabase folder(db::Engine::sqlite, ::onroll::tests::From::nothing);
    std::filesystem::copy(begun.folder.folder(), folder.folder(),
                          std::filesystem::copy_options::recursive);
    test({.data = folder.folder(), .postgres = {}}, begun.agency);
}

struct Kept {
    access::AgencyId agency;
    SchemaAsItWas schema;
};

void on_postgres(const std::function<void(const AdvicePlace&, const access::AgencyId&)>& test)
{
    static std::optional<Kept> kept;
    const AdvicePlace place{.data = {}, .postgres = std::getenv("ONROLL_TEST_POSTGRES")};
    auto used = std::exchange(kept, std::nullopt);
    if (!used) {
        const auto agency = crypto::new_id<access::AgencyId>();
        make_store(place, agency);
        used.emplace(Kept{agency, SchemaAsItWas("advice_" + agency.text())});
    }
    test(place, used->agency);
    if (used->schema.put_back()) kept = std::move(used);
}

} // namespace ready_place_detail

void for_each_place(
    const std::function<void(const AdvicePlace& place, const access::AgencyId& agency)>& test)
{
    const log::Redirect quiet([](std::string_view) {});
    ready_place_detail::on_sqlite(test);
    if (::onroll::tests::postgres_is_there()) ready_place_detail::on_postgres(test);
}

} // namespace onroll::casework::tests
