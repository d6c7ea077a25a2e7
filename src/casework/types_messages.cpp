#include "casework/types_messages.h"

#include <algorithm>
#include <array>

namespace onroll::casework {
namespace types_messages_detail {

template <class Value, std::size_t Count>
using Keys = std::array<std::pair<Value, std::string_view>, Count>;

template <class Value, std::size_t Count>
std::string_view key_in(const Keys<Value, Count>& keys, Value value)
{
    const auto found = std::find_if(keys.begin(), keys.end(),
                                    [&](const auto& pair) { return pair.first == value; });
    return found == keys.end() ? std::string_view() : found->second;
}

template <class Value, std::size_t Count>
std::optional<Value> value_in(const Keys<Value, Count>& keys, std::string_view key)
{
    const auto found = std::find_if(keys.begin(), keys.end(),
                                    [&](const auto& pair) { return pair.second == key; });
    if (found == keys.end()) return std::nullopt;
    return found->first;
}

constexpr Keys<WrittenBy, 2> account_writers{
    {{WrittenBy::child, "child"}, {WrittenBy::adviser, "adviser"}}};
constexpr Keys<WhoMayKnow, 4> account_knowers{
    {{WhoMayKnow::adviser_alone, "adviser_alone"},
     {WhoMayKnow::family, "family"},
     {WhoMayKnow::school, "school"},
     {WhoMayKnow::family_and_school, "family_and_school"}}};
constexpr Keys<LinkPurpose, 3> link_purposes{{{LinkPurpose::account, "account"},
                                              {LinkPurpose::family, "family"},
                                              {LinkPurpose::school, "school"}}};
constexpr Keys<ThreadKind, 2> thread_kinds{
    {{ThreadKind::with_family, "with_family"},
     {ThreadKind::family_with_school, "family_with_school"}}};
constexpr Keys<Speaker, 3> all_speakers{
    {{Speaker::adviser, "adviser"}, {Speaker::family, "family"}, {Speaker::school, "school"}}};
constexpr Keys<NoticeChannel, 2> notice_channels{
    {{NoticeChannel::email, "email"}, {NoticeChannel::text, "text"}}};
constexpr Keys<NoticeState, 4> notice_states{{{NoticeState::waiting, "waiting"},
                                              {NoticeState::sent, "sent"},
                                              {NoticeState::held, "held"},
                                              {NoticeState::failed, "failed"}}};
constexpr Keys<ReleaseState, 3> release_states{{{ReleaseState::preparing, "preparing"},
                                                {ReleaseState::released, "released"},
                                                {ReleaseState::given_up, "given_up"}}};
constexpr Keys<PaperDecision, 4> paper_decisions{{{PaperDecision::none, "none"},
                                                  {PaperDecision::left_out, "left_out"},
                                                  {PaperDecision::may_have, "may_have"},
                                                  {PaperDecision::looked, "looked"}}};

} // namespace types_messages_detail
using namespace types_messages_detail;

std::string_view key_of(WrittenBy by)
{
    return key_in(account_writers, by);
}
std::string_view key_of(WhoMayKnow who)
{
    return key_in(account_knowers, who);
}
std::string_view key_of(LinkPurpose purpose)
{
    return key_in(link_purposes, purpose);
}
std::string_view key_of(ThreadKind kind)
{
    return key_in(thread_kinds, kind);
}
std::string_view key_of(Speaker speaker)
{
    return key_in(all_speakers, speaker);
}
std::string_view key_of(NoticeChannel channel)
{
    return key_in(notice_channels, channel);
}
std::string_view key_of(NoticeState state)
{
    return key_in(notice_states, state);
}
std::string_view key_of(ReleaseState state)
{
    return key_in(release_states, state);
}
std::string_view key_of(PaperDecision decision)
{
    return key_in(paper_decisions, decision);
}

std::optional<WrittenBy> written_by_named(std::string_view key)
{
    return value_in(account_writers, key);
}
std::optional<WhoMayKnow> who_may_know_named(std::string_view key)
{
    return value_in(account_knowers, key);
}
std::optional<LinkPurpose> link_purpose_named(std::string_view key)
{
    return value_in(link_purposes, key);
}
std::optional<ThreadKind> thread_kind_named(std::string_view key)
{
    return value_in(thread_kinds, key);
}
std::optional<Speaker> speaker_named(std::string_view key)
{
    return value_in(all_speakers, key);
}
std::optional<NoticeChannel> notice_channel_named(std::string_view key)
{
    return value_in(notice_channels, key);
}
std::optional<NoticeState> notice_state_named(std::string_view key)
{
    return value_in(notice_states, key);
}
std::optional<ReleaseState> release_state_named(std::string_view key)
{
    return value_in(release_states, key);
}
std::optional<PaperDecision> paper_decision_named(std::string_view key)
{
    return value_in(paper_decisions, key);
}

std::string_view in_words(WhoMayKnow who)
{
    switch (who) {
    case WhoMayKnow::adviser_alone:
        return "Only my adviser";
    case WhoMayKnow::family:
        return "My adviser and my family";
    case WhoMayKnow::school:
        return "My adviser and my school";
    case WhoMayKnow::family_and_school:
        return "My adviser, my family and my school";
    }
    return {};
}

const std::vector<WhoMayKnow>& all_who_may_know()
{
    static const std::vector<WhoMayKnow> all{WhoMayKnow::adviser_alone, WhoMayKnow::family,
                                             WhoMayKnow::school, WhoMayKnow::family_and_school};
    return all;
}

} // namespace onroll::casework
