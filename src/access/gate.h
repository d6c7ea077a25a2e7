// Who asks: finds the sign-in behind a request, ends it in time, and holds each form to the page it
// came from. Says nothing of what they may do: that is the policy's. Follows trust.md,
// S-06 and Z-08.
#pragma once

#include "access/services.h"
#include "access/store_sign_ins.h"
#include "access/types.h"

#include "design/html.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace onroll::access {

/// The names of what each form of a signed-in page carries.
inline constexpr std::string_view form_token_field_name = "form_token";
inline constexpr std::string_view form_page_field_name = "form_page";

/// Keeps what somebody typed when their sign-in ran out before they sent it.
using KeepDraft =
    std::function<void(const http::Request&, const AgencyId& agency, const UserId& user)>;

class Gate {
public:
    explicit Gate(const Services& services, KeepDraft keep_draft = {})
        : services_(services), keep_draft_(std::move(keep_draft))
    {
    }

    /// Nothing when somebody is signed in fully and what they send is from a page of ours; the
    /// actor is then found by actor(request). Else what to answer: the way to sign in (then back
    /// here), the second factor, the set-up of an empty store, or a refusal.
    std::optional<http::Response> asks_to_sign_in(const http::Request& request) const;

    /// By the headers alone, before a long form is read: what to answer where nobody is signed in,
    /// or another site's page sends it. A sign-in that has run out is let past: what was typed is
    /// kept for its owner.
    std::optional<http::Response> turns_away(const http::Request& request) const;

    /// Nothing when the proof is fresh; else the way to the page that asks for it again, and back
    /// to `next` (the page itself for a GET). Only after asks_to_sign_in.
    std::optional<http::Response> asks_for_fresh_proof(const http::Request& request,
                                                       std::string_view next = {}) const;

    /// For the pages between password and second factor: nothing when a sign-in of this stage is
    /// behind the request, which sign_in(request) then finds.
    std::optional<http::Response> asks_for_stage(const http::Request& request, Stage stage) const;

    /// For programs, which send "Authorization: Bearer KEY" and no cookie: nothing when the key
    /// works, and the actor is then found by actor(request). Else 401; for a key that was revoked
    /// or has ended the actor is attached all the same, so that the attempt can be noted.
    std::optional<http::Response> asks_for_key(const http::Request& request) const;

    /// Somebody signs in where a browser is signed in already, perhaps as somebody else: the
    /// earlier sign-in ends, and `response` asks the browser to forget its pages (trust.md W-09).
    void leave_earlier_sign_in(const http::Request& request, http::Response& response) const;

    /// For forms that are sent before anybody is signed in: refuses what another site's page sent.
    std::optional<http::Response> refuses_origin(const http::Request& request) const;

private:
    std::optional<SignIn> found(const http::Request& request) const;
    http::Response way_to_sign_in(const http::Request& request) const;
    std::optional<http::Response> refuses_form(const http::Request& request,
                                               const SignIn& sign_in) const;
    void let_in(const http::Request& request, SignIn sign_in) const;
    std::optional<http::Response> refuses_support(const http::Request& request) const;

    const Services& services_;
    KeepDraft keep_draft_;
};

/// Who is signed in, after a gate let them through. Throws Bug where none did.
const Actor& actor(const http::Request& request);
/// The same, or nullptr.
const Actor* actor_or_none(const http::Request& request);
/// The sign-in itself, after a gate let it through. Throws Bug where none did.
const SignIn& sign_in(const http::Request& request);

/// Goes into every form that a signed-in person sends.
design::Html form_token_field(const Actor& actor);
design::Html form_token_field(std::string_view form_token);

/// Path and query as they were asked, to come back to.
std::string own_address(const http::Request& request);

/// Whether the form came from a page of the server that it was sent to, as far as the browser says:
/// by Sec-Fetch-Site; in older ones by Origin. A client that says neither is judged by the form's
/// token alone.
bool is_from_own_page(const http::Request& request);

} // namespace onroll::access
