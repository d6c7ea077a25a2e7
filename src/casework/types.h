// What the advice service keeps of a contact: somebody rang, wrote or came. Pure. capabilities.md
// N02, N08; trust.md D7: it is confidential even from the council that pays for the service.
#pragma once

#include "access/types.h"
#include "kernel/random_id.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

using ContactId = RandomId<struct ContactTag>;

/// How somebody reached the service (N08).
enum class Channel { phone, email, face_to_face, drop_in, web, letter };

/// Who it was.
enum class Caller {
    parent_or_carer,
    child_or_young_person,
    school,
    other_professional,
    somebody_else
};

/// A contact as it is typed: everything but the way it came may be unknown, so that a call can be
/// saved while it lasts.
struct NewContact {
    Channel channel = Channel::phone;
    std::optional<Caller> caller;
    std::string caller_name;
    std::string child_name; ///< as the caller says it
    std::string story;      ///< in the caller's words

    bool operator==(const NewContact&) const = default;
};

struct Contact {
    ContactId id;
    NewContact told;
    std::chrono::sys_time<std::chrono::milliseconds> taken_at{};
    access::UserId taken_by;
    std::int64_t version = 1; ///< raised by each change

    bool operator==(const Contact&) const = default;
};

/// "face_to_face": the word in the store and in forms.
std::string_view key_of(Channel channel);
std::string_view key_of(Caller caller);
std::optional<Channel> channel_named(std::string_view key);
std::optional<Caller> caller_named(std::string_view key);
/// "Face to face".
std::string_view in_words(Channel channel);
std::string_view in_words(Caller caller);
const std::vector<Channel>& all_channels();
const std::vector<Caller>& all_callers();

} // namespace onroll::casework
