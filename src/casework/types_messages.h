// What passes between the service and a family: a child's own account, links, messages, notices,
// where things stand, papers. Pure. capabilities.md N45, R46, R48, table stakes 19, 20 and 39;
// trust.md, F-04, F-05, M-01 to M-05.
#pragma once

#include "access/types.h"
#include "casework/types_attachments.h"
#include "casework/types_case.h"
#include "casework/types_events.h"
#include "kernel/date.h"
#include "kernel/random_id.h"
#include "people/types.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

using AccountId = RandomId<struct AccountTag>;
using LinkId = RandomId<struct LinkTag>;
using ThreadId = RandomId<struct ThreadTag>;
using MessageId = RandomId<struct MessageTag>;
using NoticeId = RandomId<struct NoticeTag>;
using ReleaseId = RandomId<struct ReleaseTag>;
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// Whose hand wrote it. Either way the words are the child's.
enum class WrittenBy { child, adviser };
/// Whom the child lets know what they said.
enum class WhoMayKnow { adviser_alone, family, school, family_and_school };

struct NewAccount {
    WrittenBy written_by = WrittenBy::child;
    std::optional<access::UserId> taken_down_by{};
    std::string meeting{};          ///< before which meeting; may be empty
    std::optional<EventId> event{}; ///< what it is about, where that is one event
    std::string happened{};
    std::string felt{};
    std::string wanted{};
    std::string trusted{}; ///< an adult they trust
    WhoMayKnow who_may_know = WhoMayKnow::adviser_alone;
    bool operator==(const NewAccount&) const = default;
};
struct Account {
    AccountId id;
    Moment told_at{};
    NewAccount told;
    bool operator==(const Account&) const = default;
};

/// What a link opens: one account of a child, the pages of a family, or one conversation for a
/// school.
enum class LinkPurpose { account, family, school };

struct Link {
    LinkId id;
    CaseId case_id;
    LinkPurpose purpose = LinkPurpose::family;
    std::optional<people::PersonId> person{}; ///< whose link it is; none for a school
    std::optional<ThreadId> thread{};         ///< a school's, and where a family's begins
    std::string about{};                      ///< an account's meeting; may be empty
    std::optional<EventId> event{};           ///< what an account is to be about
    Moment made_at{};
    Moment ends_at{};
    std::optional<Moment> opened_at{};
    std::optional<Moment> ended_at{}; ///< taken back
    bool made_by_hand = false;        ///< by an adviser, to hand over; else by a notice
    bool operator==(const Link&) const = default;
};

/// Somebody who opened a link, until it ends.
struct Visit {
    Link link;
    Moment ends_at{};
};

enum class ThreadKind { with_family, family_with_school };
enum class Speaker { adviser, family, school };

struct NewThread {
    ThreadKind kind = ThreadKind::with_family;
    people::PersonId person;
    std::string school_contact{}; ///< "Ms Example, SENCO"
    std::string school_email{};
    std::string agreed{}; ///< how the family agreed that the school is written to
    std::optional<Date> agreed_on{};
    bool operator==(const NewThread&) const = default;
};
struct Thread {
    ThreadId id;
    CaseId case_id;
    NewThread with;
    Moment begun_at{};
    std::optional<Moment> ended_at{};
    bool operator==(const Thread&) const = default;
};

struct NewMessage {
    Speaker said_by = Speaker::adviser;
    std::optional<access::UserId> adviser{};
    std::string words{};
    bool held = false;    ///< nobody but the service sees it until it is let go
    std::string reason{}; ///< why it was held, or why words that were found may go
    bool operator==(const NewMessage&) const = default;
};
struct Message {
    MessageId id;
    Moment said_at{};
    NewMessage said;
    std::optional<Moment> let_go_at{};
    std::optional<Moment> read_by_family_at{};
    std::optional<Moment> read_by_school_at{};
    std::optional<Moment> read_by_adviser_at{};
    std::optional<Moment> taken_back_at{}; ///< before anybody had read it
    /// Whether it waits for somebody of the service to let it go.
    bool is_held() const { return said.held && !let_go_at && !taken_back_at; }
    /// Whether family and school see it.
    bool is_shown() const { return !is_held() && !taken_back_at; }
    bool operator==(const Message&) const = default;
};

/// How somebody is told that there is a message.
enum class NoticeChannel { email, text };
enum class NoticeState { waiting, sent, held, failed };

struct Notice {
    NoticeId id;
    ThreadId thread;
    Speaker to_whom = Speaker::family;
    NoticeChannel channel = NoticeChannel::email;
    std::optional<LinkId> link{};
    NoticeState state = NoticeState::waiting;
    std::int64_t tries = 0;
    Moment made_at{};
    Moment changed_at{};
    std::string reason{};    ///< why it was held or has not left; holds no name and no address
    std::string reference{}; ///< what the gateway knows it by, once it has left
    bool operator==(const Notice&) const = default;
};

struct NextStep {
    std::string words{};
    std::optional<Date> on{};
    bool operator==(const NextStep&) const = default;
};
struct Status {
    NextStep next;
    Moment said_at{};
    access::UserId said_by;
    bool operator==(const Status&) const = default;
};

/// For whom a copy that is not for one of the family is put together. The two boards are given a
/// pack: representations, chronology, findings and documents.
enum class PackFor { somebody, governing_board, review_panel };
/// stopped: given once, and readable no more.
enum class ReleaseState { preparing, released, given_up, stopped };
/// What was decided of a paper in which something was found, or which no program could read.
enum class PaperDecision { none, left_out, may_have, looked };

struct Release {
    ReleaseId id;
    CaseId case_id;
    std::optional<people::PersonId> person{}; ///< of the family; nothing for anybody else
    std::string recipient{};                  ///< who gets it, where they are not of the family
    std::string purpose{};
    PackFor audience = PackFor::somebody;
    ReleaseState state = ReleaseState::preparing;
    Moment begun_at{};
    access::UserId begun_by;
    std::optional<Moment> released_at{}; ///< or given up
    std::optional<access::UserId> released_by{};
    std::optional<Moment> stopped_at{}; ///< nothing for one that was stopped long ago
    std::optional<access::UserId> stopped_by{};
    std::int64_t version = 1;
    bool operator==(const Release&) const = default;
};
struct Paper {
    std::int64_t number = 0;
    std::string name;
    std::string kind; ///< the media type
    std::int64_t size = 0;
    std::string sha256;
    PaperDecision decision = PaperDecision::none;
    std::int64_t found = 0; ///< places that were found in it when that was decided
    std::string reason{};
    std::optional<access::UserId> decided_by{};
    std::optional<ScanState> scan{}; ///< of a file that somebody sent; nothing for what we printed
    std::optional<AttachmentId> document{}; ///< of the case, from which it was made
    bool operator==(const Paper&) const = default;
};

/// The words in the store and in forms.
std::string_view key_of(WrittenBy by);
std::string_view key_of(WhoMayKnow who);
std::string_view key_of(LinkPurpose purpose);
std::string_view key_of(ThreadKind kind);
std::string_view key_of(Speaker speaker);
std::string_view key_of(NoticeChannel channel);
std::string_view key_of(NoticeState state);
std::string_view key_of(PackFor audience);
std::string_view key_of(ReleaseState state);
std::string_view key_of(PaperDecision decision);
std::optional<WrittenBy> written_by_named(std::string_view key);
std::optional<WhoMayKnow> who_may_know_named(std::string_view key);
std::optional<LinkPurpose> link_purpose_named(std::string_view key);
std::optional<ThreadKind> thread_kind_named(std::string_view key);
std::optional<Speaker> speaker_named(std::string_view key);
std::optional<NoticeChannel> notice_channel_named(std::string_view key);
std::optional<NoticeState> notice_state_named(std::string_view key);
std::optional<PackFor> pack_for_named(std::string_view key);
std::optional<ReleaseState> release_state_named(std::string_view key);
std::optional<PaperDecision> paper_decision_named(std::string_view key);

/// "The governing board".
std::string_view in_words(PackFor audience);
/// "Only my adviser", as the child chooses.
std::string_view in_words(WhoMayKnow who);
const std::vector<WhoMayKnow>& all_who_may_know();

} // namespace onroll::casework
