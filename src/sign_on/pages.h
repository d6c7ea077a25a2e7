// The other ways to sign in: /sign-in/with/{provider}, /sign-in/back, /sign-in/passkey, and on
// one's own account /account/ways. The agency's providers are at /staff/single-sign-on.
#pragma once

#include "sign_on/provider_talk.h"
#include "sign_on/types.h"

#include "access/gate.h"
#include "access/guard.h"
#include "access/services.h"
#include "platform/crypto/crypto.h"
#include "platform/http/router.h"

namespace onroll::sign_on {

/// All of it outlives the router.
struct Services {
    const access::Services* access = nullptr;
    const access::Gate* gate = nullptr;
    const access::Guard* guard = nullptr;
    ProviderTalk* talk = nullptr;
    const crypto::Key* key = nullptr; ///< seals secrets and questions
};

void add_pages(http::Router& router, const Services& services);

// One for each file of pages.
void add_provider_pages(http::Router& router, const Services& services);
void add_passkey_pages(http::Router& router, const Services& services);
void add_setting_pages(http::Router& router, const Services& services);

/// For the page that asks for a password: links to the other ways. Empty where there is none.
design::Html other_ways(const Services& services, std::string_view next);

} // namespace onroll::sign_on
