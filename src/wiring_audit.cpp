#include "wiring_audit.h"

#include "access/store_users.h"
#include "casework/store_open.h"
#include "people/store.h"
#include "platform/db/kept_in_server.h"
#include "wiring_access.h"

#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace onroll::wiring {

namespace wiring_audit_detail {

namespace fs = std::filesystem;

Result<std::vector<std::unique_ptr<db::Database>>> stores_in(const fs::path& data)
{
    std::error_code none;
    if (!fs::exists(data / "onroll.db", none))
        return Error{ErrorKind::unavailable,
                     "There is no store in " + data.string() +
                         ". Give another folder with --data, or a PostgreSQL server with "
                         "--database",
                     {},
                     {}};
    std::vector<fs::path> files{data / "onroll.db"};
    // An advice service keeps its chain in its own store.
    for (const auto& file : fs::directory_iterator(data / "advice", none))
        if (file.path().extension() == ".db") files.push_back(file.path());
    std::vector<std::unique_ptr<db::Database>> stores;
    for (const auto& file : files) {
        auto store = db::Database::open({.url = "sqlite:" + file.string()});
        if (!store) return store.error();
        stores.push_back(std::move(*store));
    }
    return stores;
}

/// Signed in as the owner, without the role that serves: no row is hidden, and old entries may be
/// emptied.
Result<std::vector<std::unique_ptr<db::Database>>> stores_at(const std::string& server)
{
    std::vector<std::unique_ptr<db::Database>> stores;
    const SystemClock clock;
    auto shared = db::Database::open({.url = server});
    if (!shared) return shared.error();
    const auto agencies = [&] {
        auto reader = (*shared)->read();
        return access::all_agencies(reader);
    }();
    stores.push_back(std::move(*shared));
    for (const auto& agency : agencies) {
        if (agency.kind != access::AgencyKind::advice_service) continue;
        auto settings = casework::settings_for({.data = {}, .postgres = server}, agency.id);
        settings.role.clear();
        settings.agency.clear();
        auto store = db::Database::open(settings);
        if (!store) return store.error();
        // One that nobody has opened yet has no tables.
        if (const auto ready = audit::prepare(**store, clock); !ready) return ready.error();
        stores.push_back(std::move(*store));
    }
    return stores;
}

/// The area's store, then those of the advice services.
Result<std::vector<std::unique_ptr<db::Database>>> open_all(const fs::path& data,
                                                            const std::string& server)
{
    if (const auto named = db::check_server_is_named(data, server); !named) return named.error();
    return server.empty() ? stores_in(data) : stores_at(server);
}

/// Nothing of an advice service's cases and contacts is ever removed, so they are still there.
bool still_there(db::Queries& database, std::string_view agency, std::string_view kind,
                 std::string_view record)
{
    if (kind == "case" || kind == "contact") return true;
    if (kind != "person") return false;
    const auto of = access::AgencyId::parse(agency);
    const auto person = people::PersonId::parse(record);
    return of && person && people::find_person(database, *of, *person).has_value();
}

} // namespace wiring_audit_detail

using namespace wiring_audit_detail;

Result<audit::OpenChains> open_chains(const std::filesystem::path& data, const std::string& server)
{
    auto stores = open_all(data, server);
    if (!stores) return stores.error();
    const auto root = root_key(data);
    if (!root) return root.error();
    audit::OpenChains chains{.databases = std::move(*stores)};
    chains.public_key = crypto::signing_public_key(audit_key(*root));
    chains.still_there = still_there;
    return chains;
}

Result<std::vector<std::unique_ptr<db::Database>>>
open_advice_stores(const std::filesystem::path& data, const std::string& server)
{
    auto stores = open_all(data, server);
    if (stores) stores->erase(stores->begin());
    return stores;
}

} // namespace onroll::wiring
