#include "casework/types_messages.h"

#include "casework/words.h"

namespace onroll::casework {
namespace types_messages_detail {

constexpr Word<WrittenBy> account_writers[] = {
    {WrittenBy::child, "child", {}},
    {WrittenBy::adviser, "adviser", {}},
};
constexpr Word<WhoMayKnow> account_knowers[] = {
    {WhoMayKnow::adviser_alone, "adviser_alone", {}},
    {WhoMayKnow::family, "family", {}},
    {WhoMayKnow::school, "school", {}},
    {WhoMayKnow::family_and_school, "family_and_school", {}},
};
constexpr Word<LinkPurpose> link_purposes[] = {
    {LinkPurpose::account, "account", {}},
    {LinkPurpose::family, "family", {}},
    {LinkPurpose::school, "school", {}},
};
constexpr Word<ThreadKind> thread_kinds[] = {
    {ThreadKind::with_family, "with_family", {}},
    {ThreadKind::family_with_school, "family_with_school", {}},
};
constexpr Word<Speaker> all_speakers[] = {
    {Speaker::adviser, "adviser", {}},
    {Speaker::family, "family", {}},
    {Speaker::school, "school", {}},
};
constexpr Word<NoticeChannel> notice_channels[] = {
    {NoticeChannel::email, "email", {}},
    {NoticeChannel::text, "text", {}},
};
constexpr Word<NoticeState> notice_states[] = {
    {NoticeState::waiting, "waiting", {}},
    {NoticeState::sent, "sent", {}},
    {NoticeState::held, "held", {}},
    {NoticeState::failed, "failed", {}},
};
constexpr Word<PackFor> packs_for[] = {
    {PackFor::somebody, "somebody", "Somebody else: a school, a council, a court"},
    {PackFor::governing_board, "board", "The governing board"},
    {PackFor::review_panel, "panel", "The independent review panel"},
};
constexpr Word<ReleaseState> release_states[] = {
    {ReleaseState::preparing, "preparing", {}},
    {ReleaseState::released, "released", {}},
    {ReleaseState::given_up, "given_up", {}},
    {ReleaseState::stopped, "stopped", {}},
};
constexpr Word<PaperDecision> paper_decisions[] = {
    {PaperDecision::none, "none", {}},
    {PaperDecision::left_out, "left_out", {}},
    {PaperDecision::may_have, "may_have", {}},
    {PaperDecision::looked, "looked", {}},
};

} // namespace types_messages_detail
using namespace types_messages_detail;

std::string_view key_of(WrittenBy by)
{
    return word_of(account_writers, by).key;
}
std::string_view key_of(WhoMayKnow who)
{
    return word_of(account_knowers, who).key;
}
std::string_view key_of(LinkPurpose purpose)
{
    return word_of(link_purposes, purpose).key;
}
std::string_view key_of(ThreadKind kind)
{
    return word_of(thread_kinds, kind).key;
}
std::string_view key_of(Speaker speaker)
{
    return word_of(all_speakers, speaker).key;
}
std::string_view key_of(NoticeChannel channel)
{
    return word_of(notice_channels, channel).key;
}
std::string_view key_of(NoticeState state)
{
    return word_of(notice_states, state).key;
}
std::string_view key_of(PackFor audience)
{
    return word_of(packs_for, audience).key;
}
std::string_view key_of(ReleaseState state)
{
    return word_of(release_states, state).key;
}
std::string_view key_of(PaperDecision decision)
{
    return word_of(paper_decisions, decision).key;
}

std::optional<WrittenBy> written_by_named(std::string_view key)
{
    return value_named(account_writers, key);
}
std::optional<WhoMayKnow> who_may_know_named(std::string_view key)
{
    return value_named(account_knowers, key);
}
std::optional<LinkPurpose> link_purpose_named(std::string_view key)
{
    return value_named(link_purposes, key);
}
std::optional<ThreadKind> thread_kind_named(std::string_view key)
{
    return value_named(thread_kinds, key);
}
std::optional<Speaker> speaker_named(std::string_view key)
{
    return value_named(all_speakers, key);
}
std::optional<NoticeChannel> notice_channel_named(std::string_view key)
{
    return value_named(notice_channels, key);
}
std::optional<NoticeState> notice_state_named(std::string_view key)
{
    return value_named(notice_states, key);
}
std::optional<PackFor> pack_for_named(std::string_view key)
{
    return value_named(packs_for, key);
}
std::string_view in_words(PackFor audience)
{
    return word_of(packs_for, audience).words;
}
std::optional<ReleaseState> release_state_named(std::string_view key)
{
    return value_named(release_states, key);
}
std::optional<PaperDecision> paper_decision_named(std::string_view key)
{
    return value_named(paper_decisions, key);
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
