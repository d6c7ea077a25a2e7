#include "access/rules_sign_in.h"

#include <algorithm>

namespace onroll::access {

SignInLimits limits_for(bool ends_sooner)
{
    SignInLimits limits;
    if (ends_sooner) limits.idle = std::chrono::minutes(15);
    return limits;
}

Moment ends_at(Moment started, Moment seen, const SignInLimits& limits,
               const std::optional<Moment>& latest)
{
    const auto ends = std::min(seen + limits.idle, started + limits.absolute);
    return latest ? std::min(ends, *latest) : ends;
}

bool is_fresh(Moment proved, Moment now, const SignInLimits& limits)
{
    return proved <= now && now < proved + limits.fresh;
}

std::optional<Moment> next_guess_at(const std::vector<Moment>& failures, Moment now,
                                    const GuessLimits& limits)
{
    const auto most = static_cast<std::size_t>(limits.failures);
    if (failures.size() < most) return std::nullopt;
    const auto in_window = failures[failures.size() - most] + limits.window;
    const auto doublings = std::min<std::size_t>(failures.size() - most, 20);
    const auto wait = std::min<std::chrono::milliseconds>(
        std::chrono::seconds(std::int64_t{1} << doublings), limits.longest_wait);
    const auto next = std::max<Moment>(in_window, failures.back() + wait);
    return next > now ? std::optional(next) : std::nullopt;
}

bool is_own_path(std::string_view path)
{
    if (path.size() < 1 || path.size() > 2000 || path.front() != '/') return false;
    if (path.starts_with("//") || path.find('\\') != std::string_view::npos) return false;
    return std::all_of(path.begin(), path.end(),
                       [](unsigned char c) { return c > 0x20 && c < 0x7f; });
}

std::optional<std::string> folded_email(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return std::nullopt;
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    const auto at = text.rfind('@');
    if (text.size() > 254 || at == std::string_view::npos || at == 0 || at > 64)
        return std::nullopt;
    const auto domain = text.substr(at + 1);
    if (domain.find('.') == std::string_view::npos || domain.front() == '.' ||
        domain.back() == '.' || domain.find("..") != std::string_view::npos)
        return std::nullopt;
    std::string folded;
    for (const unsigned char c : text) {
        if (c <= 0x20 || c >= 0x7f || c == '<' || c == '>' || c == '"' || c == ',' || c == ';')
            return std::nullopt;
        folded += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return std::count(folded.begin(), folded.end(), '@') == 1 ? std::optional(folded)
                                                              : std::nullopt;
}

} // namespace onroll::access
