#include "design/tests/sha256.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace onroll::design::tests {
namespace sha256_detail {

/// The first 32 bits of the fractional part of the square or cube root of a prime: the standard's
/// constants.
std::uint32_t fraction_of(long double root)
{
    return static_cast<std::uint32_t>((root - std::floor(root)) * 4294967296.0L);
}

std::array<std::uint32_t, 64> primes()
{
    std::array<std::uint32_t, 64> found{};
    std::size_t count = 0;
    for (std::uint32_t candidate = 2; count < found.size(); ++candidate) {
        bool prime = true;
        for (std::size_t i = 0; i < count && prime; ++i) prime = candidate % found[i] != 0;
        if (prime) found[count++] = candidate;
    }
    return found;
}

std::string padded(std::string_view bytes)
{
    std::string message(bytes);
    const std::uint64_t bits = bytes.size() * 8;
    message += '\x80';
    while (message.size() % 64 != 56) message += '\0';
    for (int shift = 56; shift >= 0; shift -= 8) message += static_cast<char>(bits >> shift);
    return message;
}

void take_block(std::array<std::uint32_t, 8>& state, std::string_view block,
                const std::array<std::uint32_t, 64>& k)
{
    std::array<std::uint32_t, 64> w{};
    for (std::size_t i = 0; i < 16; ++i) {
        for (std::size_t j = 0; j < 4; ++j) {
            w[i] = w[i] << 8 | static_cast<unsigned char>(block[4 * i + j]);
        }
    }
    for (std::size_t i = 16; i < 64; ++i) {
        const auto s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
        const auto s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const auto s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const auto t1 = h + s1 + ((e & f) ^ (~e & g)) + k[i] + w[i];
        const auto s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const auto t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + t1;
        d = c;
        c = b;
        b = a;
        a = t1 + t2;
    }
    const std::array<std::uint32_t, 8> change{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) state[i] += change[i];
}

std::string base64(const std::string& bytes)
{
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            three =
                three << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0u);
        }
        for (std::size_t j = 0; j < 4; ++j) {
            out += i + j <= bytes.size() ? letters[three >> (18 - 6 * j) & 63] : '=';
        }
    }
    return out;
}

} // namespace sha256_detail

std::string sha256_in_base64(std::string_view bytes)
{
    const auto primes = sha256_detail::primes();
    std::array<std::uint32_t, 8> state{};
    std::array<std::uint32_t, 64> k{};
    for (std::size_t i = 0; i < 8; ++i) {
        state[i] = sha256_detail::fraction_of(std::sqrt(static_cast<long double>(primes[i])));
    }
    for (std::size_t i = 0; i < 64; ++i) {
        k[i] = sha256_detail::fraction_of(std::cbrt(static_cast<long double>(primes[i])));
    }
    const std::string message = sha256_detail::padded(bytes);
    for (std::size_t at = 0; at < message.size(); at += 64) {
        sha256_detail::take_block(state, std::string_view(message).substr(at, 64), k);
    }
    std::string digest;
    for (const std::uint32_t word : state) {
        for (int shift = 24; shift >= 0; shift -= 8) digest += static_cast<char>(word >> shift);
    }
    return sha256_detail::base64(digest);
}

} // namespace onroll::design::tests
