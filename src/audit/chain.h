// How entries hold together: canonical bytes, and hashes that each depend on all before. The same
// for every database that keeps a chain. trust.md L-02. No database, no clock.
#pragma once

#include "audit/types.h"

#include "platform/crypto/crypto.h"

#include <string>
#include <string_view>

namespace onroll::audit {

/// The hash that the first entry of an agency's chain follows.
std::string first_hash(std::string_view agency);

/// SHA-256 over the salt and the content, each text with its length before it, so that no two
/// contents have the same bytes. Hexadecimal.
std::string content_hash(const Entry& entry);

/// SHA-256 over the hash before, the agency, the place, the moment and the hash of the content, so
/// that it holds when retention has taken the content. Hexadecimal.
std::string chained_hash(std::string_view previous, const Entry& entry);

/// The entry that follows `head` in its chain.
Entry next_entry(const Head& head, const Deed& deed,
                 std::chrono::sys_time<std::chrono::milliseconds> at, std::string salt);

/// What is wrong with `entry` where `head` is what stands before it; empty where nothing is.
std::string fault_in(const Head& head, const Entry& entry);

/// The bytes that a signed head signs.
std::string signed_bytes(const SignedHead& head);
SignedHead sign_head(const crypto::Key& seed, Head head,
                     std::chrono::sys_time<std::chrono::milliseconds> at);
bool signature_fits(std::string_view public_key, const SignedHead& head);

/// One line, as it is printed and sent elsewhere: agency, place, hash, moment, signature.
std::string line_of(const SignedHead& head);
/// Reads what line_of writes. bad_input for anything else.
Result<SignedHead> read_head_line(std::string_view line);

} // namespace onroll::audit
