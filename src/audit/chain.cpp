#include "audit/chain.h"

#include "platform/clock/clock.h"

#include <array>
#include <charconv>
#include <utility>

namespace onroll::audit {

namespace chain_detail {

/// "12:people.view,": the length first, so that where one text ends cannot be argued about.
void put(std::string& bytes, std::string_view text)
{
    bytes += std::to_string(text.size());
    bytes += ':';
    bytes += text;
    bytes += ',';
}

std::string hash_of(std::string_view bytes)
{
    return crypto::to_hex(crypto::sha256(bytes));
}

} // namespace chain_detail

std::string first_hash(std::string_view agency)
{
    std::string bytes;
    chain_detail::put(bytes, "onroll-audit-chain-1");
    chain_detail::put(bytes, agency);
    return chain_detail::hash_of(bytes);
}

std::string content_hash(const Entry& entry)
{
    const auto& deed = entry.deed;
    std::string bytes;
    bytes.reserve(512);
    for (const std::string_view text :
         {std::string_view("onroll-audit-content-1"), std::string_view(entry.salt),
          std::string_view(deed.actor), std::string_view(deed.role),
          std::string_view(deed.relation), std::string_view(deed.purpose),
          std::string_view(deed.act), name_of(deed.kind), std::string_view(deed.record_kind),
          std::string_view(deed.record), std::string_view(deed.origin),
          std::string_view(deed.request), name_of(deed.outcome)})
        chain_detail::put(bytes, text);
    chain_detail::put(bytes, std::to_string(deed.fields.size()));
    for (const auto& field : deed.fields) chain_detail::put(bytes, field);
    return chain_detail::hash_of(bytes);
}

std::string chained_hash(std::string_view previous, const Entry& entry)
{
    std::string bytes;
    bytes.reserve(256);
    chain_detail::put(bytes, "onroll-audit-entry-1");
    chain_detail::put(bytes, previous);
    chain_detail::put(bytes, entry.deed.agency);
    chain_detail::put(bytes, std::to_string(entry.sequence));
    chain_detail::put(bytes, utc_text(entry.at));
    chain_detail::put(bytes, entry.content_hash);
    return chain_detail::hash_of(bytes);
}

Entry next_entry(const Head& head, const Deed& deed,
                 std::chrono::sys_time<std::chrono::milliseconds> at, std::string salt)
{
    Entry entry;
    entry.deed = deed;
    entry.sequence = head.sequence + 1;
    entry.at = at;
    entry.salt = std::move(salt);
    entry.content_hash = content_hash(entry);
    entry.hash = chained_hash(head.hash, entry);
    return entry;
}

std::string fault_in(const Head& head, const Entry& entry)
{
    if (entry.sequence != head.sequence + 1) return "it is missing";
    if (!entry.erased && content_hash(entry) != entry.content_hash)
        return "its content was changed";
    if (chained_hash(head.hash, entry) != entry.hash)
        return "it does not follow from the entry before it";
    return {};
}

std::string signed_bytes(const SignedHead& head)
{
    std::string bytes;
    chain_detail::put(bytes, "onroll-audit-head-1");
    chain_detail::put(bytes, head.head.agency);
    chain_detail::put(bytes, std::to_string(head.head.sequence));
    chain_detail::put(bytes, head.head.hash);
    chain_detail::put(bytes, utc_text(head.at));
    return bytes;
}

SignedHead sign_head(const crypto::Key& seed, Head head,
                     std::chrono::sys_time<std::chrono::milliseconds> at)
{
    SignedHead made{std::move(head), at, {}};
    made.signature = crypto::to_base64url(crypto::sign(seed, signed_bytes(made)));
    return made;
}

bool signature_fits(std::string_view public_key, const SignedHead& head)
{
    const auto signature = crypto::from_base64url(head.signature);
    return signature && crypto::signature_fits(public_key, signed_bytes(head), *signature);
}

std::string line_of(const SignedHead& head)
{
    return head.head.agency + " " + std::to_string(head.head.sequence) + " " + head.head.hash +
           " " + utc_text(head.at) + " " + head.signature;
}

Result<SignedHead> read_head_line(std::string_view line)
{
    const auto no = [] {
        return bad_input("A line of signed heads has five words: agency, place, hash, time, "
                         "signature. Use the file as it was written");
    };
    std::array<std::string_view, 5> words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto end = i + 1 < words.size() ? line.find(' ') : line.size();
        if (end == std::string_view::npos || end == 0 || end > 400) return no();
        words[i] = line.substr(0, end);
        line.remove_prefix(i + 1 < words.size() ? end + 1 : end);
    }
    SignedHead head;
    head.head.agency = words[0];
    const auto number = words[1];
    const auto [stop, trouble] =
        std::from_chars(number.data(), number.data() + number.size(), head.head.sequence);
    const auto at = parse_instant(words[3]);
    if (trouble != std::errc{} || stop != number.data() + number.size() || head.head.sequence < 0 ||
        words[2].size() != 64 || !at || words[4].find(' ') != std::string_view::npos ||
        !may_be_noted(words[0]))
        return no();
    head.head.hash = words[2];
    head.at = *at;
    head.signature = words[4];
    return head;
}

} // namespace onroll::audit
