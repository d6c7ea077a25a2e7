#include "casework/rules_safe_contact.h"

#include "casework/rules_spoken_hours.h"

#include "people/rules_contact.h"

#include <algorithm>

namespace onroll::casework {
namespace rules_safe_contact_detail {

/// Both sentences, the later first; one of them where it holds the other.
std::string both_words(const std::string& held, const std::string& told)
{
    if (told.empty() || held.find(told) != std::string::npos) return held;
    if (held.empty() || told.find(held) != std::string::npos) return told;
    return told + (told.ends_with('.') ? "" : ".") + " Said before: " + held;
}

} // namespace rules_safe_contact_detail

bool says_how_to_reach(const NewContact& told)
{
    return told.safe != SafeToRing::not_asked || !told.safe_how.empty();
}

people::SafeContact safe_contact_told(const NewContact& told, const people::SafeContact& held)
{
    people::SafeContact safe{.asked = told.safe != SafeToRing::not_asked,
                             .code_name = held.code_name,
                             .neutral_sender = held.neutral_sender};
    if (told.safe == SafeToRing::any_time)
        safe.channels = people::all_channels();
    else if (told.safe == SafeToRing::only_as_said)
        safe.channels = {people::Channel::telephone};
    safe.only_ask_for = told.safe_how;
    if (const auto hours = hours_as_said(told.safe_how)) {
        safe.earliest_minute = hours->earliest;
        safe.latest_minute = hours->latest;
    }
    return safe;
}

people::SafeContact stricter_of(const people::SafeContact& held, const people::SafeContact& told)
{
    if (!held.asked) return told;
    auto strict = held;
    // Words without an answer to "is it safe?" say nothing of the ways.
    if (told.asked)
        std::erase_if(strict.channels, [&](people::Channel channel) {
            return std::find(told.channels.begin(), told.channels.end(), channel) ==
                   told.channels.end();
        });
    strict.earliest_minute = std::max(held.earliest_minute, told.earliest_minute);
    strict.latest_minute = std::min(held.latest_minute, told.latest_minute);
    if (strict.earliest_minute >= strict.latest_minute) {
        strict.earliest_minute = told.earliest_minute;
        strict.latest_minute = told.latest_minute;
    }
    strict.only_ask_for =
        rules_safe_contact_detail::both_words(held.only_ask_for, told.only_ask_for);
    return strict;
}

std::string safe_contact_in_words(const people::SafeContact& safe)
{
    auto brief = people::contact_in_brief(safe, people::ContactPermission::permitted);
    if (!brief.empty()) return brief;
    return safe.asked ? "Any way is safe, at any time." : "Nobody has asked yet.";
}

} // namespace onroll::casework
