#include "casework/types.h"

#include "casework/words.h"

#include <algorithm>

namespace onroll::casework {
namespace types_detail {

constexpr Word<Channel> channels[] = {
    {Channel::phone, "phone", "Phone"},
    {Channel::email, "email", "Email"},
    {Channel::face_to_face, "face_to_face", "Face to face"},
    {Channel::drop_in, "drop_in", "Drop-in"},
    {Channel::web, "web", "Web form"},
    {Channel::letter, "letter", "Letter"},
};
constexpr Word<Caller> callers[] = {
    {Caller::parent_or_carer, "parent_or_carer", "A parent or carer"},
    {Caller::child_or_young_person, "child_or_young_person", "The child or young person"},
    {Caller::school, "school", "A school"},
    {Caller::other_professional, "other_professional", "Another professional"},
    {Caller::somebody_else, "somebody_else", "Somebody else"},
};
constexpr Word<WhatHappened> happenings[] = {
    {WhatHappened::sent_home, "sent_home", "Sent home, no letter"},
    {WhatHappened::suspended, "suspended", "Suspended"},
    {WhatHappened::permanently_excluded, "permanently_excluded", "Permanently excluded"},
    {WhatHappened::part_time, "part_time", "Part-time timetable"},
    {WhatHappened::home_education, "home_education", "Told to home educate"},
    {WhatHappened::moved, "moved", "A move or another site"},
    {WhatHappened::asking_before, "asking_before", "Asking before anything happens"},
};
constexpr Word<SafeToRing> safeties[] = {
    {SafeToRing::any_time, "any_time", "Any time"},
    {SafeToRing::only_as_said, "only_as_said", "Only as below"},
    {SafeToRing::not_asked, "not_asked", "Not asked yet"},
};
constexpr Word<Enquiry> enquiries[] = {
    {Enquiry::about_a_child, "about_a_child", "A child, and something has happened"},
    {Enquiry::early, "early", "A child who is wobbling, before any exclusion"},
    {Enquiry::professional, "professional", "How something works: advice to a professional"},
};
constexpr Word<ReferralSource> sources[] = {
    {ReferralSource::been_before, "been_before", "Has been with us before"},
    {ReferralSource::another_family, "another_family", "Another family or a friend"},
    {ReferralSource::online, "online", "Found us online"},
    {ReferralSource::checker, "checker", "The exclusions checker"},
    {ReferralSource::school, "school", "A school told them"},
    {ReferralSource::council_sen_team, "council_sen_team", "The council’s SEND team"},
    {ReferralSource::council_exclusions_team, "council_exclusions_team",
     "The council’s exclusions or inclusion team"},
    {ReferralSource::social_care, "social_care", "Social care"},
    {ReferralSource::health, "health", "Health, such as a GP or CAMHS"},
    {ReferralSource::voluntary_group, "voluntary_group", "A charity or parents’ group"},
    {ReferralSource::exclusion_letter, "exclusion_letter", "The school’s exclusion letter"},
    {ReferralSource::somewhere_else, "somewhere_else", "Somewhere else"},
};

} // namespace types_detail
using namespace types_detail;

bool says_anything(const NewContact& told)
{
    auto blank = NewContact{};
    // The ways that a form starts with, and what says nothing by itself.
    blank.channel = told.channel;
    blank.safe = told.safe;
    blank.enquiry = told.enquiry;
    blank.minutes = told.minutes;
    return told != blank;
}

std::string_view key_of(Channel channel)
{
    return word_of(channels, channel).key;
}
std::string_view key_of(Caller caller)
{
    return word_of(callers, caller).key;
}
std::string_view key_of(WhatHappened happened)
{
    return word_of(happenings, happened).key;
}
std::string_view key_of(SafeToRing safe)
{
    return word_of(safeties, safe).key;
}
std::string_view key_of(Enquiry enquiry)
{
    return word_of(enquiries, enquiry).key;
}
std::string_view key_of(ReferralSource source)
{
    return word_of(sources, source).key;
}
std::optional<Channel> channel_named(std::string_view key)
{
    return value_named(channels, key);
}
std::optional<Caller> caller_named(std::string_view key)
{
    return value_named(callers, key);
}
std::optional<WhatHappened> what_happened_named(std::string_view key)
{
    return value_named(happenings, key);
}
std::optional<SafeToRing> safe_to_ring_named(std::string_view key)
{
    return value_named(safeties, key);
}
std::optional<Enquiry> enquiry_named(std::string_view key)
{
    return value_named(enquiries, key);
}
std::optional<ReferralSource> referral_source_named(std::string_view key)
{
    return value_named(sources, key);
}
std::string_view in_words(Channel channel)
{
    return word_of(channels, channel).words;
}
std::string_view in_words(Caller caller)
{
    return word_of(callers, caller).words;
}
std::string_view in_words(WhatHappened happened)
{
    return word_of(happenings, happened).words;
}
std::string_view in_words(SafeToRing safe)
{
    return word_of(safeties, safe).words;
}
std::string_view in_words(Enquiry enquiry)
{
    return word_of(enquiries, enquiry).words;
}
std::string_view in_words(ReferralSource source)
{
    return word_of(sources, source).words;
}
const std::vector<Channel>& all_channels()
{
    static const auto all = values_of(channels);
    return all;
}
const std::vector<Caller>& all_callers()
{
    static const auto all = values_of(callers);
    return all;
}
const std::vector<WhatHappened>& all_what_happened()
{
    static const auto all = values_of(happenings);
    return all;
}
const std::vector<SafeToRing>& all_safe_to_ring()
{
    static const auto all = values_of(safeties);
    return all;
}
const std::vector<Enquiry>& all_enquiries()
{
    static const auto all = values_of(enquiries);
    return all;
}
const std::vector<ReferralSource>& all_referral_sources()
{
    static const auto all = values_of(sources);
    return all;
}

std::string keys_of(const std::vector<WhatHappened>& happened)
{
    std::string keys;
    for (const auto one : happened) keys += (keys.empty() ? "" : " ") + std::string(key_of(one));
    return keys;
}

std::vector<WhatHappened> what_happened_in(std::string_view keys)
{
    std::vector<WhatHappened> happened;
    while (!keys.empty()) {
        const auto end = std::min(keys.find(' '), keys.size());
        if (const auto one = what_happened_named(keys.substr(0, end))) happened.push_back(*one);
        keys.remove_prefix(std::min(end + 1, keys.size()));
    }
    return happened;
}

std::string in_words(const std::vector<WhatHappened>& happened)
{
    std::string words;
    for (const auto one : happened) {
        std::string next(in_words(one));
        if (!words.empty() && next.front() >= 'A' && next.front() <= 'Z')
            next.front() = static_cast<char>(next.front() - 'A' + 'a');
        words += (words.empty() ? "" : "; ") + next;
    }
    return words;
}

} // namespace onroll::casework
