// What every other way to sign in has in common: the cookie of a question, and the sign-in that
// follows from its answer.
#pragma once

#include "sign_on/pages.h"
#include "sign_on/store.h"

#include "access/store_sign_ins.h"
#include "audit/types.h"
#include "platform/http/response.h"

#include <optional>
#include <string>
#include <string_view>

namespace onroll::sign_on {

/// The cookie of a browser that was asked something; ten minutes long.
http::Cookie cookie_for_question(std::string sealed);
/// The question that this browser was asked, once; and the cookie is of no more use.
std::optional<Question> question_of(const http::Request& request, const Services& services);

/// The same words for whatever went wrong, on a page that leads back to the password.
http::Response could_not_sign_in(const Services& services, const Error& why);

/// Signs somebody in and leads on to `next`. Refused, in the same words as anything else, for a
/// user who is disabled or has not begun. `full` where this way showed two factors; else the code
/// is asked.
http::Response signed_in(const http::Request& request, const Services& services,
                         const access::Owner& owner, access::Proof proof, bool full,
                         std::string_view next,
                         const std::optional<access::AccountElsewhere>& elsewhere = {});

/// Leads on to a path of our own by a page of ours, not by a redirect: a browser that came here
/// from the organisation's pages sends an administrator's cookie only from one of ours.
http::Response lead_on(const Services& services, const std::string& path);

/// Notes a deed on somebody's own ways to sign in, in its transaction.
void note_way(db::Transaction& transaction, const http::Request& request, const Services& services,
              const access::Owner& owner, std::string_view act, audit::Kind kind);

} // namespace onroll::sign_on
