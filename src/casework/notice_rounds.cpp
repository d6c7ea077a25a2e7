#include "casework/notice_rounds.h"

#include "casework/rules_notices.h"
#include "casework/store_cases.h"
#include "casework/store_links.h"
#include "casework/store_notices.h"
#include "casework/store_tasks.h"
#include "casework/store_threads.h"

#include "people/store.h"
#include "platform/log/log.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace onroll::casework {
namespace notice_rounds_detail {

/// Where a notice goes now, or why it does not.
struct Destination {
    std::string to{};
    people::SafeContact safe{};
    std::string held{};   ///< why it must not leave at all
    bool not_now = false; ///< it waits for a safe time
    std::string not_now_why{};
};

std::string value_for(const std::vector<people::ContactLine>& contacts, NoticeChannel channel)
{
    const auto wanted =
        channel == NoticeChannel::email ? people::Channel::email : people::Channel::text_message;
    const auto line_of = [&](people::Channel kind) -> std::string {
        for (const auto& line : contacts)
            if (line.channel == kind) return line.value;
        return {};
    };
    auto value = line_of(wanted);
    // A telephone number is mostly recorded once, for calls.
    if (value.empty() && channel == NoticeChannel::text)
        value = line_of(people::Channel::telephone);
    return value;
}

Destination of_family(db::Queries& reading, const access::AgencyId& agency, const Case& found,
                      const people::PersonId& person, NoticeChannel channel, Instant now)
{
    const auto record = people::find_child(reading, agency, found.child);
    if (!record) return {.held = "The record of the child was not found."};
    const auto today = in_london(now).date;
    std::vector<people::ContactLine> contacts;
    Destination there;
    auto permission = people::ContactPermission::permitted;
    if (person == record->child.id) {
        contacts = people::contacts_of(reading, agency, person);
        there.safe = people::safe_contact_of(reading, agency, person);
    } else {
        const auto member =
            std::find_if(record->family.begin(), record->family.end(),
                         [&](const people::FamilyMember& one) { return one.adult.id == person; });
        if (member == record->family.end() || (member->tie.until && *member->tie.until < today))
            return {.held = "This person is no longer recorded in the child’s family."};
        contacts = member->contacts;
        there.safe = member->safe;
        permission = member->tie.contact;
    }
    const auto minute = static_cast<int>(in_london(now).since_midnight.count());
    const auto reach = may_notify(there.safe, permission, channel, minute);
    if (reach.answer == people::ReachAnswer::no || reach.answer == people::ReachAnswer::ask)
        return {.held = reach.reason};
    if (reach.answer == people::ReachAnswer::not_now) {
        there.not_now = true;
        there.not_now_why = reach.reason;
    }
    there.to = value_for(contacts, channel);
    if (there.to.empty())
        there.held = channel == NoticeChannel::email
                         ? "No email address is recorded for this person."
                         : "No mobile number is recorded for this person.";
    return there;
}

/// The caseworker must hear that nobody was told, for the message then waits unread: what to do
/// stands on their day list (trust.md M-05).
void ask_to_ring(db::Transaction& transaction, const access::AgencyId& agency, const Notice& notice,
                 Instant now)
{
    const auto thread = find_thread(transaction, agency, notice.thread);
    if (!thread) return;
    const auto found = find_case(transaction, agency, thread->case_id);
    if (!found || found->state == CaseState::closed) return;
    add_task(transaction, agency,
             {.case_id = found->id,
              .title = notice.to_whom == Speaker::school
                           ? "A notice did not reach the school: ring or write"
                           : "A notice did not reach the family: see why under Messages, then "
                             "ring or write",
              .due_on = in_london(now).date},
             found->caseworker.value_or(found->opened_by), now);
}

bool did_not_reach(NoticeState state)
{
    return state == NoticeState::held || state == NoticeState::failed;
}

/// The carrier that the outbox of one store hands its notices to.
class NoticeCarrier final : public mail::Carrier {
public:
    NoticeCarrier(const NoticeSettings& settings, const AdviceStore& store)
        : settings_(settings), store_(store)
    {
    }

    Result<void> carry(const mail::Message& message, std::string_view reference,
                       Instant made) override
    {
        const auto id = NoticeId::parse(message.to);
        if (!id) return {};
        const auto now = settings_.clock->now();
        std::optional<Notice> notice;
        std::optional<Thread> thread;
        Destination there;
        {
            auto reading = store_.database->read();
            if (auto found = find_notice(reading, store_.agency, *id)) notice = std::move(*found);
            if (!notice || notice->state != NoticeState::waiting) return {};
            if (auto found = find_thread(reading, store_.agency, notice->thread))
                thread = std::move(*found);
            if (thread) there = destination(reading, *notice, *thread, now);
        }
        if (thread && notice->tries > 0)
            if (const auto known = settle_if_known(*notice, reference, now)) return *known;
        if (settings_.public_address.empty())
            there.held = "This server does not know its own address. Ask your administrator.";
        if (!thread || thread->ended_at) there.held = "The conversation was ended.";
        if (!there.held.empty())
            return change(*notice, {.state = NoticeState::held, .reason = there.held}, now);
        if (there.not_now) {
            if (const auto kept =
                    change(*notice, {.reason = there.not_now_why, .link = notice->link}, now);
                !kept)
                return kept.error();
            return later();
        }
        return hand_over(*notice, *thread, there, reference, made, now);
    }

private:
    /// A try that was cut short may have left: whoever carries it is asked by its reference before
    /// it is tried again, so that nobody is told twice. Nothing where it is not known there; it
    /// waits while they do not answer.
    std::optional<Result<void>> settle_if_known(const Notice& notice, std::string_view reference,
                                                Instant now) const
    {
        switch (settings_.gateway->outcome_of(reference)) {
        case mail::Carrier::Outcome::not_known:
            return std::nullopt;
        case mail::Carrier::Outcome::not_answered:
            return later();
        case mail::Carrier::Outcome::accepted:
        case mail::Carrier::Outcome::delivered:
            return change(notice,
                          {.state = NoticeState::sent, .link = notice.link, .reference = reference},
                          now);
        case mail::Carrier::Outcome::failed:
            return change(notice,
                          {.state = NoticeState::failed,
                           .reason = "It was sent, and could not be delivered.",
                           .link = notice.link,
                           .reference = reference},
                          now);
        }
        return std::nullopt;
    }

    static Error later() { return Error{ErrorKind::unavailable, "The notice waits", {}, {}}; }

    Destination destination(db::Queries& reading, const Notice& notice, const Thread& thread,
                            Instant now) const
    {
        if (notice.to_whom == Speaker::school)
            return {.to = thread.with.school_email,
                    .safe = {},
                    .held = thread.with.school_email.empty() ? "No email address of the school is "
                                                               "recorded."
                                                             : ""};
        const auto found = find_case(reading, store_.agency, thread.case_id);
        if (!found) return {.held = "The case was not found."};
        return of_family(reading, store_.agency, *found, thread.with.person, notice.channel, now);
    }

    Result<void> change(const Notice& notice, const NoticeChange& change, Instant now) const
    {
        db::with_retry(*store_.database, "change notice", [&](db::Transaction& transaction) {
            change_notice(transaction, store_.agency, notice.id, change, now);
            if (did_not_reach(change.state)) ask_to_ring(transaction, store_.agency, notice, now);
        });
        return {};
    }

    /// The same link for a notice that is tried again.
    LinkId link_for(const Notice& notice, const Thread& thread, Instant now) const
    {
        if (notice.link) return *notice.link;
        return db::with_retry(
            *store_.database, "make link", [&](db::Transaction& transaction) -> LinkId {
                const bool school = notice.to_whom == Speaker::school;
                NewLink link{.case_id = thread.case_id,
                             .purpose = school ? LinkPurpose::school : LinkPurpose::family,
                             .person = std::nullopt,
                             .thread = thread.id};
                if (!school) link.person = thread.with.person;
                const auto made = add_link(transaction, store_.agency, link, settings_.links, now);
                change_notice(transaction, store_.agency, notice.id, {.link = made.id}, now);
                return made.id;
            });
    }

    Result<void> hand_over(const Notice& notice, const Thread& thread, const Destination& there,
                           std::string_view reference, Instant made, Instant now) const
    {
        const auto link = link_for(notice, thread, now);
        const auto words = notice_words(notice.channel, there.safe,
                                        settings_.public_address + "/open/" +
                                            link_token(settings_.links, store_.agency, link));
        mail::Message message{.to = there.to, .subject = words.subject, .body = words.body};
        message.way = notice.channel == NoticeChannel::text ? mail::Way::text : mail::Way::email;
        message.sender_name = words.sender;
        // Counted before it is tried: where this is cut short, the next try asks first.
        if (const auto begun =
                change(notice, {.reason = notice.reason, .tried = true, .link = link}, now);
            !begun)
            return begun.error();
        const auto carried = settings_.gateway->carry(message, reference, made);
        if (carried)
            return change(notice,
                          {.state = NoticeState::sent, .link = link, .reference = reference}, now);
        if (carried.error().kind == ErrorKind::bad_input)
            return change(
                notice,
                {.state = NoticeState::failed, .reason = carried.error().message, .link = link},
                now);
        if (const auto kept =
                change(notice, {.reason = carried.error().message, .link = link}, now);
            !kept)
            return kept.error();
        return later();
    }

    const NoticeSettings& settings_;
    const AdviceStore& store_;
};

} // namespace notice_rounds_detail
using namespace notice_rounds_detail;

void send_waiting_notices(const NoticeSettings& settings)
{
    for (const auto& store : settings.stores()) {
        NoticeCarrier carrier(settings, store);
        mail::deliver_waiting(*store.database, settings.outbox, carrier, *settings.clock);
    }
}

void ask_after_sent_notices(const NoticeSettings& settings)
{
    const auto now = settings.clock->now();
    for (const auto& store : settings.stores()) {
        const auto sent = [&] {
            auto reading = store.database->read();
            return notices_sent_since(reading, store.agency, now - std::chrono::hours(72));
        }();
        for (const auto& notice : sent)
            if (settings.gateway->outcome_of(notice.reference) == mail::Carrier::Outcome::failed)
                db::with_retry(*store.database, "notice failed", [&](db::Transaction& transaction) {
                    change_notice(transaction, store.agency, notice.id,
                                  {.state = NoticeState::failed,
                                   .reason = "It was sent, and could not be delivered.",
                                   .link = notice.link,
                                   .reference = notice.reference},
                                  now);
                    ask_to_ring(transaction, store.agency, notice, now);
                });
    }
}

NoticeRounds::NoticeRounds(NoticeSettings settings)
    : settings_(std::move(settings)), thread_([this](const std::stop_token& stop) { work(stop); })
{
}

NoticeRounds::~NoticeRounds()
{
    thread_.request_stop();
}

void NoticeRounds::wake()
{
    {
        const std::lock_guard lock(mutex_);
        asked_ = true;
    }
    woken_.notify_all();
}

void NoticeRounds::work(const std::stop_token& stop)
{
    constexpr int rounds_between_questions = 20; // ten minutes
    for (int round = 1; !stop.stop_requested(); ++round) {
        {
            // What is asked from here on may be about a notice that this round does not see.
            const std::lock_guard lock(mutex_);
            asked_ = false;
        }
        try {
            send_waiting_notices(settings_);
            if (round % rounds_between_questions == 0) ask_after_sent_notices(settings_);
        } catch (const db::Failure& failure) {
            log::warning("notices wait", {{"why", log::safe(db::word_for(failure.kind()))}});
        } catch (const std::exception&) {
            log::warning("notices wait", {{"why", log::safe("a store cannot be opened")}});
        }
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, stop, std::chrono::seconds(30), [this] { return asked_; });
    }
}

} // namespace onroll::casework
