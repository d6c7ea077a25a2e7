#include "platform/http/header_values.h"

#include "platform/http/percent.h"

#include <algorithm>
#include <charconv>

namespace onroll::http {

namespace header_values_detail {

std::string lower(std::string_view text)
{
    std::string out(text);
    for (auto& letter : out) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return out;
}

bool is_letter_or_digit(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9');
}

/// RFC 9110 section 5.6.2.
bool is_token(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char letter) {
        return is_letter_or_digit(letter) ||
               std::string_view("!#$%&'*+-.^_`|~").find(letter) != std::string_view::npos;
    });
}

/// Cuts the text before the next `separator` off the front of `rest`.
std::string_view next_item(std::string_view& rest, char separator)
{
    const auto item = rest.substr(0, rest.find(separator));
    rest.remove_prefix(std::min(rest.size(), item.size() + 1));
    return trimmed(item);
}

/// Reads "..." at the front of `rest`, with backslash escapes. Nothing where it does not end.
std::optional<std::string> take_quoted(std::string_view& rest)
{
    std::string value;
    for (std::size_t at = 1; at < rest.size(); ++at) {
        if (rest[at] == '"') {
            rest.remove_prefix(at + 1);
            return value;
        }
        // Browsers send file names with a bare backslash; only \" and \\ are escapes.
        const bool escape = rest[at] == '\\' && at + 1 < rest.size() &&
                            (rest[at + 1] == '"' || rest[at + 1] == '\\');
        if (escape) ++at;
        value += rest[at];
    }
    return std::nullopt;
}

/// Whether the quality in "gzip;q=0.5" is above nothing. An unreadable one counts as a refusal.
bool is_wanted(std::string_view parameters)
{
    const auto read = parse_parameters(parameters);
    if (!read) return false;
    const auto quality = read->find("q");
    if (!quality) return true;
    return quality->starts_with('1') ||
           (quality->starts_with("0.") &&
            quality->find_first_not_of("0.") != std::string_view::npos);
}

bool is_boundary(std::string_view text)
{
    return !text.empty() && text.size() <= 70 && text.back() != ' ' &&
           std::ranges::all_of(text, [](char letter) {
               return is_letter_or_digit(letter) ||
                      std::string_view("'()+_,-./:=? ").find(letter) != std::string_view::npos;
           });
}

std::string_view without_weakness(std::string_view etag)
{
    if (etag.starts_with("W/")) etag.remove_prefix(2);
    return etag;
}

/// Splits an absolute form into authority and the rest; false where it is neither form.
bool split_target(std::string_view target, std::string& authority, std::string_view& rest)
{
    rest = target;
    if (target.starts_with('/') || target == "*") return true;
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        rest.remove_prefix(scheme.size());
        const auto length = std::min(rest.find_first_of("/?"), rest.size());
        authority = rest.substr(0, length);
        rest.remove_prefix(length);
        return !authority.empty();
    }
    return false;
}

} // namespace header_values_detail

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

Result<Target> parse_target(std::string_view target)
{
    const auto unreadable = [] { return bad_input("The address cannot be read"); };
    Target read;
    std::string_view rest;
    if (!header_values_detail::split_target(target, read.authority, rest)) return unreadable();
    if (rest.find_first_of("#\\ ") != std::string_view::npos) return unreadable();

    const auto question = std::min(rest.find('?'), rest.size());
    auto query =
        parse_pairs(question < rest.size() ? rest.substr(question + 1) : std::string_view{},
                    {.pairs = 500, .name_bytes = 200, .value_bytes = 8 * 1024});
    if (!query) return query.error();
    read.query = *std::move(query);

    auto path = rest.substr(0, question);
    if (path.empty()) path = "/";
    if (path == "*") {
        read.path = "*";
        return read;
    }
    path.remove_prefix(1);
    for (bool more = true; more;) {
        const auto length = std::min(path.find('/'), path.size());
        auto segment = percent_decoded(path.substr(0, length), Plus::is_plus);
        if (!segment || has_control_characters(*segment)) return unreadable();
        read.path += '/' + *segment;
        read.segments.push_back(*std::move(segment));
        more = length < path.size();
        path.remove_prefix(std::min(path.size(), length + 1));
    }
    return read;
}

Fields parse_cookies(std::string_view header)
{
    constexpr std::size_t most = 100;
    Fields cookies;
    while (!header.empty() && cookies.size() < most) {
        const auto pair = header_values_detail::next_item(header, ';');
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos) continue;
        const auto name = trimmed(pair.substr(0, equals));
        auto value = trimmed(pair.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        if (!header_values_detail::is_token(name) || has_control_characters(value)) continue;
        cookies.add(std::string(name), std::string(value));
    }
    return cookies;
}

std::optional<Fields> parse_parameters(std::string_view text)
{
    Fields parameters;
    auto rest = trimmed(text);
    while (!rest.empty()) {
        if (rest.front() != ';') return std::nullopt;
        rest = trimmed(rest.substr(1));
        if (rest.empty()) break;
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const auto name = rest.substr(0, equals);
        if (!header_values_detail::is_token(name)) return std::nullopt;
        rest.remove_prefix(equals + 1);
        std::optional<std::string> value;
        if (rest.starts_with('"')) {
            value = header_values_detail::take_quoted(rest);
        } else {
            const auto length = std::min(rest.find(';'), rest.size());
            value = std::string(trimmed(rest.substr(0, length)));
            rest.remove_prefix(length);
        }
        if (!value) return std::nullopt;
        parameters.add(header_values_detail::lower(name), *std::move(value));
        rest = trimmed(rest);
    }
    return parameters;
}

Result<ContentType> parse_content_type(std::string_view header)
{
    const auto unreadable = [] { return bad_input("The Content-Type header cannot be read"); };
    const auto semicolon = std::min(header.find(';'), header.size());
    const auto type = trimmed(header.substr(0, semicolon));
    const auto slash = type.find('/');
    if (slash == std::string_view::npos || !header_values_detail::is_token(type.substr(0, slash)) ||
        !header_values_detail::is_token(type.substr(slash + 1)))
        return unreadable();
    const auto parameters = parse_parameters(header.substr(semicolon));
    if (!parameters) return unreadable();
    ContentType read;
    read.type = header_values_detail::lower(type);
    read.charset = header_values_detail::lower((*parameters)["charset"]);
    read.boundary = (*parameters)["boundary"];
    const auto boundaries = parameters->all("boundary").size();
    if (boundaries > 1 || (boundaries == 1 && !header_values_detail::is_boundary(read.boundary)))
        return unreadable();
    return read;
}

Encoding preferred_encoding(std::string_view accept_encoding)
{
    bool gzip = false;
    bool brotli = false;
    while (!accept_encoding.empty()) {
        const auto item = header_values_detail::next_item(accept_encoding, ',');
        const auto semicolon = std::min(item.find(';'), item.size());
        const auto coding = trimmed(item.substr(0, semicolon));
        const bool wanted = header_values_detail::is_wanted(item.substr(semicolon));
        if (same_word(coding, "br")) brotli = wanted;
        if (same_word(coding, "gzip") || same_word(coding, "x-gzip")) gzip = wanted;
    }
    return brotli ? Encoding::brotli : gzip ? Encoding::gzip : Encoding::identity;
}

bool matches_etag(std::string_view if_none_match, std::string_view etag)
{
    if (trimmed(if_none_match) == "*") return true;
    while (!if_none_match.empty()) {
        const auto item = header_values_detail::next_item(if_none_match, ',');
        if (!item.empty() && header_values_detail::without_weakness(item) ==
                                 header_values_detail::without_weakness(etag))
            return true;
    }
    return false;
}

std::optional<HostName> parse_host(std::string_view header)
{
    HostName host;
    auto name = trimmed(header);
    std::string_view port;
    const auto end_of_address = name.starts_with('[') ? name.find(']') : 0;
    if (end_of_address == std::string_view::npos) return std::nullopt;
    if (const auto colon = name.find(':', end_of_address); colon != std::string_view::npos) {
        port = name.substr(colon + 1);
        name = name.substr(0, colon);
        unsigned number = 0;
        const auto [end, fault] = std::from_chars(port.data(), port.data() + port.size(), number);
        if (fault != std::errc{} || end != port.data() + port.size() || number > 65'535)
            return std::nullopt;
        host.port = static_cast<std::uint16_t>(number);
    }
    if (name.ends_with('.')) name.remove_suffix(1);
    if (name.empty() || name.size() > 253) return std::nullopt;
    const bool bracketed = name.front() == '[';
    if (bracketed) {
        if (name.size() < 4 || name.back() != ']') return std::nullopt;
        const auto inside = name.substr(1, name.size() - 2);
        if (inside.find_first_not_of("0123456789abcdefABCDEF:.") != std::string_view::npos)
            return std::nullopt;
    } else if (!std::ranges::all_of(name, [](char letter) {
                   return header_values_detail::is_letter_or_digit(letter) || letter == '-' ||
                          letter == '.' || letter == '_';
               })) {
        return std::nullopt;
    }
    host.name = header_values_detail::lower(name);
    return host;
}

HostCheck check_host(std::string_view header, std::span<const std::string> ours)
{
    const auto host = parse_host(header);
    if (!host) return HostCheck::malformed;
    return std::ranges::find(ours, host->name) != ours.end() ? HostCheck::ours : HostCheck::another;
}

std::optional<std::uint64_t> parse_length(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || fault != std::errc{} || end != text.data() + text.size() || number >> 63)
        return std::nullopt;
    return number;
}

std::optional<std::string_view> framing_fault(const Headers& headers, int version)
{
    const auto lengths = headers.all("Content-Length");
    const auto codings = headers.all("Transfer-Encoding");
    const auto hosts = headers.all("Host");
    if (version != 11 && version != 10) return "Only HTTP/1.1 is spoken here";
    if (lengths.size() > 1) return "More than one Content-Length";
    if (lengths.size() == 1 && !parse_length(lengths.front()))
        return "Content-Length is not a number";
    if (!codings.empty() && !lengths.empty()) return "Content-Length beside Transfer-Encoding";
    if (!codings.empty() && version == 10) return "Transfer-Encoding in HTTP/1.0";
    if (codings.size() > 1 || (codings.size() == 1 && !same_word(codings.front(), "chunked")))
        return "Transfer-Encoding other than chunked";
    if (hosts.size() != 1) return "Exactly one Host header is needed";
    return std::nullopt;
}

} // namespace onroll::http
