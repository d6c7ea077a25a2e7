// /purpose, which asks why a record outside the caseload is opened; /drafts, typed work that waits.
#pragma once

#include "access/services_guarded.h"

#include "platform/http/router.h"

namespace onroll::access {

/// The services outlive the router.
void add_purpose_pages(http::Router& router, const GuardedServices& services);

/// For a Gate and a Guard: keeps what a form held, in the database of its owner's agency.
KeepDraft draft_keeper(std::function<db::Database&(const AgencyId&)> database_of,
                       const crypto::Key& key, const Clock& clock);

} // namespace onroll::access
