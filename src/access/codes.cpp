#include "access/codes.h"

#include "kernel/ensure.h"
#include "platform/crypto/crypto.h"
#include "platform/http/percent.h"

#include <array>
#include <liboath/oath.h>
#include <mutex>

namespace onroll::access {

namespace codes_detail {

constexpr std::size_t seed_bytes = 20;
constexpr unsigned digits = 6;
constexpr std::size_t recovery_codes = 10;
constexpr std::size_t recovery_bytes = 15;

void start_liboath()
{
    static std::once_flag once;
    std::call_once(once, [] { ensure(oath_init() == OATH_OK, "liboath starts"); });
}

std::string base32(std::string_view bytes)
{
    start_liboath();
    char* text = nullptr;
    std::size_t length = 0;
    ensure(oath_base32_encode(bytes.data(), bytes.size(), &text, &length) == OATH_OK,
           "any bytes can be written in base 32");
    std::string written(text, length);
    std::free(text);
    while (!written.empty() && written.back() == '=') written.pop_back();
    return written;
}

std::string in_groups(std::string_view text, std::size_t size, char between)
{
    std::string grouped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % size == 0) grouped += between;
        grouped += text[i];
    }
    return grouped;
}

std::string only_letters_and_digits(std::string_view text)
{
    std::string kept;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            kept += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            kept += c;
    }
    return kept;
}

} // namespace codes_detail

using namespace codes_detail;

std::string new_code_seed()
{
    return crypto::random_bytes(seed_bytes);
}

std::string seed_in_letters(std::string_view seed)
{
    return in_groups(base32(seed), 4, ' ');
}

std::string enrolment_address(std::string_view seed, std::string_view issuer,
                              std::string_view account)
{
    const auto name = http::percent_encoded(issuer);
    return "otpauth://totp/" + name + ":" + http::percent_encoded(account) +
           "?secret=" + base32(seed) + "&issuer=" + name;
}

std::int64_t step_of(Moment now)
{
    return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / code_step;
}

std::string code_of(std::string_view seed, std::int64_t step)
{
    start_liboath();
    std::array<char, digits + 1> code{};
    ensure(oath_hotp_generate(seed.data(), seed.size(), static_cast<std::uint64_t>(step), digits,
                              false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data()) == OATH_OK,
           "a code follows from any seed");
    return code.data();
}

std::optional<std::int64_t> step_that_fits(std::string_view seed, std::string_view code, Moment now,
                                           std::int64_t last_step, int skew)
{
    const auto typed = only_letters_and_digits(code);
    std::optional<std::int64_t> fits;
    for (auto step = step_of(now) - skew; step <= step_of(now) + skew; ++step)
        if (crypto::same_secret(code_of(seed, step), typed) && step > last_step) fits = step;
    return fits;
}

std::vector<std::string> new_recovery_codes()
{
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < recovery_codes; ++i)
        codes.push_back(in_groups(
            only_letters_and_digits(base32(crypto::random_bytes(recovery_bytes))), 4, '-'));
    return codes;
}

std::string hash_of_recovery_code(std::string_view code)
{
    return crypto::to_hex(crypto::sha256("recovery code " + only_letters_and_digits(code)));
}

} // namespace onroll::access
