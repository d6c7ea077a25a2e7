// Any text as a token of single sign-on, or of a sign-out there, against a real set of keys: it is
// refused, and never more.
#include "target.h"

#include "sign_on/id_token.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

constexpr std::string_view keys = R"({"keys":[{"kty":"EC","crv":"P-256","kid":"ec-1","use":"sig",
"x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x0_zdjS-aDqphVrWmTGYGH7SNbMCK7AcTSTsAyQXr0A"}]})";

} // namespace

FUZZ_TARGET(id_token)
{
    using namespace onroll;
    const std::string_view token(reinterpret_cast<const char*>(bytes), size);
    const sign_on::TokenQuestion question{.issuer = "https://login.example",
                                          .client_id = "onroll",
                                          .nonce = "n",
                                          .organisations = {},
                                          .second_factors = {}};
    if (sign_on::check_id_token(token, keys, question, Instant{})) std::abort();
    if (sign_on::check_logout_token(token, keys, question, Instant{})) std::abort();
    sign_on::names_an_unknown_key(token, keys);
    // The set of keys comes from outside too.
    sign_on::names_an_unknown_key("eyJhbGciOiJFUzI1NiIsImtpZCI6ImVjLTEifQ.e30.x", token);
    return 0;
}
