// Where an advice service's records lie: a SQLite file of its own for each such agency, never
// attached to another; on PostgreSQL a schema and a role of its own, whose tables show that
// agency's rows alone. No other part is given these. trust.md W-01, W-02; docs/decisions.
#pragma once

#include "casework/attachment_files.h"

#include "access/types.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace onroll::casework {

/// Where all of them are.
struct AdvicePlace {
    std::filesystem::path data; ///< the data folder; files go into `advice` below it
    std::string postgres;       ///< the address of a PostgreSQL server; empty for SQLite
    /// What looks through files before they are kept; nothing where none is configured.
    std::optional<virus_scan::ScannerAddress> scanner{};
};

/// One advice service and its store.
struct AdviceStore {
    access::AgencyId agency;
    std::string name;
    db::Database* database = nullptr;
};

/// How the store of one agency is opened to serve it.
db::Settings settings_for(const AdvicePlace& place, const access::AgencyId& agency);

/// The files of one agency's attachments, under its own key.
Result<AttachmentFiles> open_files(const AdvicePlace& place, const access::AgencyId& agency);

/// Opens the stores as they are needed and keeps them open. Safe to share between threads.
class AdviceStores {
public:
    /// The clock outlives it.
    AdviceStores(AdvicePlace place, const Clock& clock);

    /// The store of an advice service, made where there is none. unavailable where it cannot be
    /// opened. It stays open, at the same address, as long as this lives.
    Result<db::Database*> of(const access::AgencyId& agency);
    /// Where the bytes of its attachments lie, in `advice/<agency>` of the data folder on either
    /// engine. What no row names is swept away when they are opened the first time.
    Result<const AttachmentFiles*> files_of(const access::AgencyId& agency);

    /// The store as whoever owns its tables, for taking away what is removed after its time: the
    /// role that serves may not take from tables that are only added to. Nothing on SQLite, where
    /// the store itself does.
    Result<std::shared_ptr<db::Database>> as_owner(const access::AgencyId& agency);

private:
    Result<db::Database*> open_store(const access::AgencyId& agency);

    AdvicePlace place_;
    const Clock& clock_;
    std::mutex turn_;
    std::map<access::AgencyId, std::unique_ptr<db::Database>> open_;
    std::map<access::AgencyId, AttachmentFiles> files_;
};

} // namespace onroll::casework
