// How a person may be reached safely, and where a letter may still be posted. Pure: the minute of
// the day and the date are arguments. Follows trust.md F-06 (the letter that went to the old shared
// address) and F-07.
#pragma once

#include "people/types_family.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::people {

enum class ReachAnswer : std::uint8_t { yes, not_now, no, ask };

struct Reach {
    ReachAnswer answer = ReachAnswer::ask;
    std::string reason; ///< one sentence for the worker; holds no name
    bool operator==(const Reach&) const = default;
};

/// Whether this channel may be used at that minute of the day in London.
/// Source: trust rule F-07; published safe-contact practice of advice services, our convention.
Reach may_reach(const SafeContact& safe, ContactPermission permission, Channel channel,
                int minute_of_day);

/// One sentence for each thing to know first; empty where all is ordinary.
/// Source: trust rules F-07 and F-08.
std::vector<std::string> contact_warnings(const SafeContact& safe, ContactPermission permission);

/// The same in few words, to be read before anything else: "Only by telephone or email, between 9am
/// and 3pm." Which ways are safe is said rather than which are not; empty where all is ordinary.
/// Source: trust rules F-07 and F-08.
std::string contact_in_brief(const SafeContact& safe, ContactPermission permission);

/// What a letter was addressed to when it was put in the queue.
struct QueuedLetter {
    PersonId recipient;
    AddressId address;
    bool operator==(const QueuedLetter&) const = default;
};

enum class PostingAnswer : std::uint8_t { post, write_again, hold };

struct Posting {
    PostingAnswer answer = PostingAnswer::hold;
    std::optional<AddressId> now_at{}; ///< for write_again: where the person lives now
    std::string reason{};
    bool operator==(const Posting&) const = default;
};

/// Asked again when the letter leaves, never only when it is queued.
/// Source: trust rules F-06 and M-03.
Posting check_before_posting(const QueuedLetter& letter,
                             const std::vector<PersonAddress>& addresses, const SafeContact& safe,
                             ContactPermission permission, Date today);

/// Whether it was corrected on the day that it began, and so was a home on no day.
/// Source: UK GDPR Article 16; trust rule G-04: the old value is kept.
bool was_corrected(const PersonAddress& address);

/// The home on that day: the one that began last among those not ended.
/// Source: trust rule F-06.
const PersonAddress* present_home(const std::vector<PersonAddress>& addresses, Date today);

} // namespace onroll::people
