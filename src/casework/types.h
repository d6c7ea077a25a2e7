// What the advice service keeps of a contact: somebody rang, wrote or came. Pure. capabilities.md
// N02, N08, N12, N17, N18; trust.md D7: it is confidential even from the council that pays for the
// service.
#pragma once

#include "casework/types_case.h"

#include "access/types.h"
#include "kernel/date.h"
#include "kernel/identifiers.h"
#include "kernel/random_id.h"
#include "people/types.h"

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

/// What the caller says happened; any number of them. The last: nothing has happened yet.
enum class WhatHappened {
    sent_home,
    suspended,
    permanently_excluded,
    part_time,
    home_education,
    moved,
    asking_before
};

/// Whether the caller may be rung or written to.
enum class SafeToRing { any_time, only_as_said, not_asked };

/// What is asked for. An early enquiry is a school's about a child who begins to wobble, before any
/// exclusion (N17); advice to professionals is work of its own kind (N18).
enum class Enquiry { about_a_child, early, professional };

/// How the caller heard of the service (N12).
enum class ReferralSource {
    been_before,
    another_family,
    online,
    checker,
    school,
    council_sen_team,
    council_exclusions_team,
    social_care,
    health,
    voluntary_group,
    exclusion_letter,
    somewhere_else
};

/// A contact as it is typed: everything but the way it came may be unknown, so that a call can be
/// saved while it lasts.
struct NewContact {
    Channel channel = Channel::phone;
    std::optional<Caller> caller{};
    std::string caller_name{};            ///< "Amina, his mother"
    std::string child_name{};             ///< as the caller says it
    std::string story{};                  ///< in the caller's words
    std::vector<WhatHappened> happened{}; ///< in their own order, each once
    std::optional<Date> first_day{};
    std::optional<Urn> school{};
    std::string school_name{}; ///< of that school, or as the caller says it
    SafeToRing safe = SafeToRing::not_asked;
    std::string phone{};
    std::string safe_how{}; ///< "After 3:30pm. No voicemail, no texts."
    std::optional<int> minutes{};
    Enquiry enquiry = Enquiry::about_a_child;
    std::optional<ReferralSource> source{};
    std::string source_name{}; ///< which school, team or group
    std::string advice{};      ///< what the caller was told

    bool operator==(const NewContact&) const = default;
};

/// How the case of a contact stands, so that a list of contacts asks for no case by itself.
struct CaseStanding {
    access::UserId worker; ///< its caseworker, or who opened it while it has none
    bool closed = false;

    bool operator==(const CaseStanding&) const = default;
};

struct Contact {
    ContactId id;
    NewContact told;
    std::chrono::sys_time<std::chrono::milliseconds> taken_at{};
    Date taken_on{}; ///< that moment's day in London
    access::UserId taken_by;
    std::int64_t version = 1;                   ///< raised by each change
    std::optional<people::PersonId> child{};    ///< of the service's own people, once known
    std::optional<CaseId> case_id{};            ///< once it belongs to one
    std::optional<access::UserId> caseworker{}; ///< of that case
    std::optional<CaseStanding> case_stands{};  ///< where it belongs to one

    bool operator==(const Contact&) const = default;
};

/// Whether there is anything in it to keep.
bool says_anything(const NewContact& told);

/// "face_to_face": the word in the store and in forms.
std::string_view key_of(Channel channel);
std::string_view key_of(Caller caller);
std::string_view key_of(WhatHappened happened);
std::string_view key_of(SafeToRing safe);
std::string_view key_of(Enquiry enquiry);
std::string_view key_of(ReferralSource source);
std::optional<Channel> channel_named(std::string_view key);
std::optional<Caller> caller_named(std::string_view key);
std::optional<WhatHappened> what_happened_named(std::string_view key);
std::optional<SafeToRing> safe_to_ring_named(std::string_view key);
std::optional<Enquiry> enquiry_named(std::string_view key);
std::optional<ReferralSource> referral_source_named(std::string_view key);
/// "Face to face".
std::string_view in_words(Channel channel);
std::string_view in_words(Caller caller);
std::string_view in_words(WhatHappened happened);
std::string_view in_words(SafeToRing safe);
std::string_view in_words(Enquiry enquiry);
std::string_view in_words(ReferralSource source);
const std::vector<Channel>& all_channels();
const std::vector<Caller>& all_callers();
const std::vector<WhatHappened>& all_what_happened();
const std::vector<SafeToRing>& all_safe_to_ring();
const std::vector<Enquiry>& all_enquiries();
const std::vector<ReferralSource>& all_referral_sources();

/// "sent_home suspended", and back: unknown words are left out.
std::string keys_of(const std::vector<WhatHappened>& happened);
std::vector<WhatHappened> what_happened_in(std::string_view keys);
/// "Sent home, no letter; suspended".
std::string in_words(const std::vector<WhatHappened>& happened);

} // namespace onroll::casework
