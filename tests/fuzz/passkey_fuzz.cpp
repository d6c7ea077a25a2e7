// Any bytes as what a browser and a device answer when a passkey is made or used.
#include "target.h"

#include "sign_on/passkey.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

FUZZ_TARGET(passkey)
{
    using namespace onroll::sign_on;
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const auto cut = text.find('\n');
    const auto client_data = text.substr(0, cut);
    const auto rest = cut == std::string::npos ? std::string() : text.substr(cut + 1);
    const PasskeyQuestion question{.challenge = std::string(32, 'c'),
                                   .origin = "https://onroll.example",
                                   .host = "onroll.example"};
    static_cast<void>(check_new_passkey(
        question, {.client_data = client_data, .authenticator_data = rest, .public_key = rest}));
    // Nobody signs by chance.
    if (check_passkey(question, {.id = "id", .public_key = rest, .signed_so_far = 0},
                      {.client_data = client_data, .authenticator_data = rest, .signature = rest}))
        std::abort();
    return 0;
}
