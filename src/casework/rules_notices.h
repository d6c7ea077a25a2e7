// Whether and how somebody may be told that there is a message, and the words that tell them. Pure.
// Follows trust.md M-01 to M-03, M-06 and F-07: the words name no child, school, need, exclusion,
// service or case, for somebody else may read them.
#pragma once

#include "casework/types_messages.h"
#include "people/rules_contact.h"

#include <string>
#include <string_view>

namespace onroll::casework {

/// Whether a notice may go by this channel at that minute of the day in London. The hours that
/// somebody named hold for an email too: whoever else sees the screen sees it arrive.
/// Source: trust rules F-07 and M-03; people::may_reach.
people::Reach may_notify(const people::SafeContact& safe, people::ContactPermission permission,
                         NoticeChannel channel, int minute_of_day);

/// The same for any way somebody is about to be reached by: an email keeps to the hours too.
/// Source: as may_notify.
people::Reach may_use(const people::SafeContact& safe, people::ContactPermission permission,
                      people::Channel channel, int minute_of_day);

/// Whether the person said something that makes a link in a text unsafe: a code name, whom to ask
/// for, or that the sender must not be known.
/// Source: trust rule M-06.
bool is_flagged_unsafe(const people::SafeContact& safe);

struct NoticeWords {
    std::string subject{};
    std::string body{};
    std::string sender{}; ///< the name beside the sender's address: always neutral
    bool operator==(const NoticeWords&) const = default;
};

/// What a notice says. `link` is a whole address. A text is one segment: where the link does not
/// fit, or is not safe, it says to ring.
/// Source: trust rules M-01, M-02 and M-06.
NoticeWords notice_words(NoticeChannel channel, const people::SafeContact& safe,
                         std::string_view link);

/// Whether these words are one segment of a text message: 160 characters of its own alphabet.
/// Source: 3GPP TS 23.038, GSM 7 bit default alphabet; trust rule M-06.
bool is_one_text_message(std::string_view words);

} // namespace onroll::casework
