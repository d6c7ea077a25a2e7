// The pages of the advice service: /advice. Each is behind the policy of access, and notes what it
// shows in the service's own store.
#pragma once

#include "casework/store_open.h"

#include "access/guard.h"
#include "access/services.h"
#include "kernel/identifiers.h"
#include "platform/crypto/crypto.h"
#include "platform/http/router.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::casework {

/// Somebody who works on cases.
struct Colleague {
    access::UserId user;
    std::string name;
};

/// All of it outlives the router.
struct Services {
    const access::Services* access = nullptr;
    const access::Guard* guard = nullptr;
    const crypto::Key* drafts = nullptr; ///< seals typed work that was not saved
    std::string area_name;
    /// A school's name, or "School with URN 123456".
    std::function<std::string(Urn)> school_name;
    /// Who can be given a case: active advisers and managers of the service, by name.
    std::function<std::vector<Colleague>(const access::AgencyId&)> caseworkers;
    /// The name of a colleague; empty where there is none in that agency.
    std::function<std::string(const access::AgencyId&, const access::UserId&)> name_of;
};

void add_pages(http::Router& router, const Services& services);

/// How an actor stands to a "contact" or a "case" of the store that their agency has; for the
/// question of a purpose.
std::optional<access::Standing> standing_to(const Services& services, const access::Actor& actor,
                                            std::string_view kind, std::string_view record);

} // namespace onroll::casework
