// What other agencies share with one, read across the wall between agencies by an act of sharing
// that runs, and by nothing else. The database is the one that agencies share, or the own one of an
// advice service, which is asked these questions and no other. trust.md W-04, W-05.
#pragma once

#include "people/store.h"
#include "people/types_received.h"

#include <vector>

namespace onroll::people {

/// Those that are open today, the newest first.
std::vector<ReceivedShare> received_shares(db::Queries& database, const access::AgencyId& with,
                                           Date today);

/// One that was made with this agency, and whether it opens anything today; nothing where there is
/// no such share with it.
struct FoundShare {
    ReceivedShare received;
    bool is_open = false;
};
std::optional<FoundShare> find_received_share(db::Queries& database, const access::AgencyId& with,
                                              const ShareId& id, Date today);

/// The fields that the share names, read from the giving agency. not_found where it is not open.
Result<SharedRecord> shared_record(db::Queries& database, const access::AgencyId& with,
                                   const ShareId& id, Date today);

} // namespace onroll::people
