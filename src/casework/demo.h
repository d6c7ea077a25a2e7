// Years of an invented advice service, the same for the same day, made through the same
// functions that people use: contacts, cases with what happened and what was done, some that were
// closed and some that wait, with the gaps and delays of real work. Only ever in a demonstration.
#pragma once

#include "casework/attachment_files.h"
#include "casework/recount.h"

#include "access/types.h"
#include "kernel/date.h"
#include "kernel/identifiers.h"
#include "kernel/result.h"
#include "people/address_safe.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace onroll::casework {

struct DemoSchool {
    Urn urn;
    std::string name;
};

/// What seals the documents, addresses, links and papers of cases that are told by hand. All of it
/// outlives the filling.
struct DemoSafes {
    const AttachmentFiles* files = nullptr;
    const people::AddressSafe* addresses = nullptr;
    const crypto::Key* outbox = nullptr;
    const crypto::Key* links = nullptr;
    const crypto::Key* papers = nullptr;
};

/// The service that is filled.
struct DemoService {
    access::AgencyId agency;
    std::vector<access::UserId> advisers{}; ///< never empty
    access::UserId manager;
    std::vector<DemoSchool> schools{}; ///< never empty
    Reckoner reckoner{};
    Days cases_stay_open{0};
    const DemoSafes* safes = nullptr; ///< nothing: no case has documents, notices or papers
    /// Has the store count its rows, where it plans by how many it has; asked while none is
    /// written.
    std::function<void()> count_rows{};
};

/// How large the service is.
struct DemoAdviceSize {
    std::size_t contacts_a_week = 6; ///< of term, at the start; there are a few more by the end
    int weeks = 104;
    Days stays_open{0}; ///< cases stay open so long at least; the shorter stories end sooner at 0
    bool told_by_hand = true; ///< also the few cases that show what a case can hold
};
/// Five years, with about so many cases open at their end, each about a year old at most.
DemoAdviceSize size_for_open_cases(std::size_t open_cases);

struct DemoAdviceFilled {
    std::size_t contacts = 0; ///< 0 where there were some already
    std::size_t cases = 0;
};

Result<DemoAdviceFilled> fill_demo_advice(db::Database& store, const DemoService& whose,
                                          const DemoAdviceSize& size, const Clock& clock);

} // namespace onroll::casework
