#include "casework/notice_rounds.h"

#include "casework/rules_notices.h"
#include "casework/store_cases.h"
#include "casework/store_links.h"
#include "casework/store_notices.h"
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
        const auto carried = settings_.gateway->carry(message, reference, made);
        if (carried)
            return change(
                notice,
                {.state = NoticeState::sent, .tried = true, .link = link, .reference = reference},
                now);
        if (carried.error().kind == ErrorKind::bad_input)
            return change(notice,
                          {.state = NoticeState::failed,
                           .reason = carried.error().message,
                           .tried = true,
                           .link = link},
                          now);
        if (const auto kept = change(
                notice, {.reason = carried.error().message, .tried = true, .link = link}, now);
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
        try {
            send_waiting_notices(settings_);
            if (round % rounds_between_questions == 0) ask_after_sent_notices(settings_);
        } catch (const db::Failure& failure) {
            log::warning("notices wait", {{"why", log::safe(db::word_for(failure.kind()))}});
        } catch (const std::exception&) {
            log::warning("notices wait", {{"why", log::safe("a store cannot be opened")}});
        }
        std::unique_lock lock(mutex_);
        asked_ = false;
        woken_.wait_for(lock, stop, std::chrono::seconds(30), [this] { return asked_; });
    }
}

} // namespace onroll::casework
