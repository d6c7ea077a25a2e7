// The two cookies: who is signed in, and that this browser has signed in before. Follows trust.md
//
#pragma once

#include "platform/http/response.h"

#include <string>
#include <string_view>

namespace onroll::access {

inline constexpr std::string_view sign_in_cookie = "__Host-onroll";
inline constexpr std::string_view browser_cookie = "__Host-onroll-browser";

/// An administrator's sign-in is sent along by no link of another site.
enum class SignInOf { anybody, administrator };

/// Until the browser closes; the server ends it sooner.
http::Cookie cookie_for_sign_in(std::string token, SignInOf whose);
http::Cookie cookie_for_browser(std::string sealed);
/// Takes the sign-in cookie away and asks the browser to forget what it kept of our pages.
void clear_sign_in(http::Response& response);

} // namespace onroll::access
