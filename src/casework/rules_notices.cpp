#include "casework/rules_notices.h"

#include <algorithm>

namespace onroll::casework {

people::Reach may_notify(const people::SafeContact& safe, people::ContactPermission permission,
                         NoticeChannel channel, int minute_of_day)
{
    using people::Channel;
    const auto reach = people::may_reach(
        safe, permission, channel == NoticeChannel::email ? Channel::email : Channel::text_message,
        minute_of_day);
    if (channel != NoticeChannel::email || reach.answer != people::ReachAnswer::yes) return reach;
    auto by_hours = safe;
    by_hours.channels = {Channel::text_message};
    const auto now = people::may_reach(by_hours, people::ContactPermission::permitted,
                                       Channel::text_message, minute_of_day);
    return now.answer == people::ReachAnswer::not_now ? now : reach;
}

people::Reach may_use(const people::SafeContact& safe, people::ContactPermission permission,
                      people::Channel channel, int minute_of_day)
{
    return channel == people::Channel::email
               ? may_notify(safe, permission, NoticeChannel::email, minute_of_day)
               : people::may_reach(safe, permission, channel, minute_of_day);
}

bool is_flagged_unsafe(const people::SafeContact& safe)
{
    return safe.neutral_sender || !safe.code_name.empty() || !safe.only_ask_for.empty();
}

NoticeWords notice_words(NoticeChannel channel, const people::SafeContact& safe,
                         std::string_view link)
{
    constexpr auto sender = "New message";
    if (channel == NoticeChannel::text) {
        const auto with_link = "You have a new message. Read it here: " + std::string(link);
        const bool may_hold = !is_flagged_unsafe(safe) && is_one_text_message(with_link);
        return {{}, may_hold ? with_link : "You have a new message. Ring us when you can.", sender};
    }
    return {"You have a new message",
            "You have a new message.\n\nRead it here:\n" + std::string(link) +
                "\n\nThe link opens once, and works for 7 days. Do not pass it on.\n"
                "If you did not expect this, you need do nothing.\n",
            sender};
}

bool is_one_text_message(std::string_view words)
{
    // Of the alphabet, the part that addresses and plain English are made of.
    constexpr std::string_view also = " @_!\"#%&'()*+,-./:;<=>?\n";
    return words.size() <= 160 && std::all_of(words.begin(), words.end(), [&](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      also.find(c) != std::string_view::npos;
           });
}

} // namespace onroll::casework
