// What the pages over the audit, purposes, break-glass and drafts need; made once by main. All of
// it outlives the router.
#pragma once

#include "access/guard.h"
#include "access/services.h"

#include "platform/crypto/crypto.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace onroll::access {

/// A kind of record, as its part knows it.
struct RecordKind {
    std::string name; ///< "Child": as people read it
    /// How the actor stands to a record; nothing where there is none in the actor's agency.
    std::function<std::optional<Standing>(const Actor& actor, std::string_view record)> find;
    std::function<std::string(std::string_view record)> href; ///< the record's own page
    /// Where somebody goes who works on the record and may not open it; may be empty.
    std::function<std::string(const Actor&, std::string_view record)> href_for{};
    /// Whether somebody of that name may be a relative, as by surname; nothing: never.
    std::function<bool(const AgencyId& agency, std::string_view staff_name,
                       std::string_view record)>
        alike = {};
};

struct GuardedServices {
    const Services* services = nullptr;
    const Guard* guard = nullptr;
    const crypto::Key* drafts = nullptr; ///< seals drafts
    std::string audit_public_key;        ///< that heads are signed by; may be empty
    std::map<std::string, RecordKind, std::less<>> kinds; ///< "person"
};

} // namespace onroll::access
