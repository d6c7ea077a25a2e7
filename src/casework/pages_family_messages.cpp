// A conversation as a family or a school reads and answers it, who came by a link. Each look at it
// is noted in the transaction that reads it. trust.md A-15, L-01, M-03.
#include "casework/family_visit.h"
#include "casework/outgoing_check.h"
#include "casework/pages_same_again.h"
#include "casework/pages_shared.h"
#include "casework/store_cases.h"
#include "casework/store_notices.h"
#include "casework/store_tasks.h"
#include "casework/store_threads.h"
#include "casework/views_family.h"

#include "forms/asked.h"
#include "forms/store.h"

#include <utility>

namespace onroll::casework {
namespace pages_family_messages_detail {

constexpr std::size_t longest_message = 10'000;

/// The conversation of the address, where this link may read it.
std::optional<Thread> own_thread(db::Queries& reading, const http::Request& request)
{
    const auto& visit = family_visit(request);
    const auto id = request.path<ThreadId>("thread");
    if (!id) return std::nullopt;
    auto thread = find_thread(reading, visit.store.agency, *id);
    if (!thread || thread->case_id != visit.link().case_id) return std::nullopt;
    const bool own = visit.link().purpose == LinkPurpose::school
                         ? visit.link().thread == thread->id
                         : visit.link().person == thread->with.person;
    if (!own) return std::nullopt;
    return std::move(*thread);
}

FamilyThreadView view_of(db::Queries& reading, const Services& services, const FamilyVisit& visit,
                         Thread thread)
{
    FamilyThreadView view{.thread = std::move(thread), .self = visit.speaker()};
    view.messages = messages_of_thread(reading, visit.store.agency, view.thread.id);
    const auto found = find_case(reading, visit.store.agency, view.thread.case_id);
    if (found && found->caseworker)
        view.adviser = services.name_of(visit.store.agency, *found->caseworker);
    view.just_held = !view.messages.empty() && !view.messages.back().is_shown() &&
                     view.messages.back().said.said_by == view.self;
    view.start = start_of(visit, "/family/messages/" + view.thread.id.text());
    view.ends_at = family_page_closes(visit);
    return view;
}

http::Response thread_page(const Services& services, const FamilyVisit& visit,
                           const FamilyThreadView& view)
{
    return family_page(services, visit,
                       view.thread.with.kind == ThreadKind::with_family ? NoticeFor::family
                                                                        : NoticeFor::conversation,
                       family_thread_title(view), family_thread_view(view),
                       !view.form.errors.empty());
}

http::Response show_thread(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    const auto now = services.guard->clock().now();
    const auto view = db::with_retry(
        *visit.store.database, "family reads messages",
        [&](db::Transaction& transaction) -> std::optional<FamilyThreadView> {
            auto thread = own_thread(transaction, request);
            note_family(transaction, request, visit,
                        thread ? family_read("family.read") : family_refused("family.read"), now);
            if (!thread) return std::nullopt;
            // HEAD is answered as GET is, and shows nobody a word.
            if (request.method() == http::Method::get)
                mark_read(transaction, visit.store.agency, thread->id, visit.speaker(), {}, now);
            return view_of(transaction, services, visit, std::move(*thread));
        });
    if (!view) return http::not_found();
    return thread_page(services, visit, *view);
}

/// Whether somebody of the service looks at a message before the other side sees it.
Result<OutgoingAnswer> looked_through(db::Queries& reading, const Services& services,
                                      const FamilyVisit& visit, const Case& found,
                                      const Thread& thread, std::string_view words)
{
    if (thread.with.kind == ThreadKind::with_family) return OutgoingAnswer{};
    std::optional<people::PersonId> reader;
    if (visit.speaker() == Speaker::school) reader = thread.with.person;
    const auto kept =
        words_to_keep_from(reading, visit.store.agency, found, reader,
                           {services.safe, services.school_name}, services.guard->clock().today());
    if (!kept) return kept.error();
    return check_outgoing_text(words, *kept);
}

/// Keeps what was written, tells the other side or holds it, and gives the adviser a task.
/// conflict where the same side sent the same words just before.
Result<std::string> keep_message(db::Transaction& transaction, const http::Request& request,
                                 const Services& services, const Thread& thread,
                                 const std::string& words, SameAgain& same)
{
    const auto& visit = family_visit(request);
    const auto& agency = visit.store.agency;
    const auto now = services.guard->clock().now();
    const auto found = find_case(transaction, agency, thread.case_id);
    if (!found) return found.error();
    if (found->state == CaseState::closed)
        return bad_input("Our work is finished, so nobody reads what is written here. Ring us");
    const auto own = "/family/messages/" + thread.id.text();
    const auto first = same.look(
        messages_of_thread(transaction, agency, thread.id), now,
        [&](const Message& message) {
            return message.said.said_by == visit.speaker() && message.said.words == words &&
                   !message.taken_back_at;
        },
        [](const Message& message) { return message.said_at; },
        [&](const Message&) { return own; });
    if (!first) return first.error();
    const auto answer = looked_through(transaction, services, visit, *found, thread, words);
    if (!answer) return answer.error();
    const bool held = !answer->is_clear();
    NewMessage message{.said_by = visit.speaker(), .words = words, .held = held};
    if (held) message.reason = "It holds words that must not reach the other side.";
    add_message(transaction, agency, thread.id, message, now);
    if (!held && thread.with.kind == ThreadKind::family_with_school)
        add_notice(transaction, agency, thread.id,
                   visit.speaker() == Speaker::school ? Speaker::family : Speaker::school,
                   NoticeChannel::email, *services.outbox, now);
    const auto worker = found->caseworker ? *found->caseworker : found->opened_by;
    add_task(transaction, agency,
             {.case_id = found->id,
              .title = held ? "Look at a message that was held" : "Read and answer a new message",
              .due_on = family_answered_by(now)},
             worker, now);
    note_family(transaction, request, visit, {"family.write"}, now);
    return own;
}

/// Asks whether the same words are meant twice; that they were sent is noted as tried.
http::Response asked_again(const http::Request& request, const Services& services,
                           const Thread& thread, const SavedBefore& before)
{
    const auto& visit = family_visit(request);
    note_family_failure(request, visit, "family.write", services.guard->clock().now());
    const SameAgainView view{.before = before,
                             .heading = "You sent these words",
                             .second = "to send them twice",
                             .show = "Show the messages",
                             .action = before.address,
                             .start = start_of(visit, before.address),
                             .typed = request.form(),
                             .button = "Send them again"};
    return family_page(services, visit,
                       thread.with.kind == ThreadKind::with_family ? NoticeFor::family
                                                                   : NoticeFor::conversation,
                       same_again_title(view), same_again_view(view));
}

/// What is wrong with what was written, before anything is kept; empty where nothing is.
std::string trouble_with(const Thread& thread, std::string_view words)
{
    if (thread.ended_at) return "This conversation has ended. Ring the adviser instead";
    if (words.find_first_not_of(" \r\n\t") == std::string_view::npos) return "Write a message";
    if (words.size() > longest_message) return "Your message must be 10,000 characters or fewer";
    return {};
}

/// The conversation once more, with what was typed and why it was not taken; that it was tried, and
/// that the conversation was read again, is one entry.
http::Response not_taken(const http::Request& request, const Services& services,
                         const Thread& thread, std::string error)
{
    const auto& visit = family_visit(request);
    auto view = db::with_retry(
        *visit.store.database, "family tried to write", [&](db::Transaction& transaction) {
            note_family(transaction, request, visit, family_failed("family.write"),
                        services.guard->clock().now());
            return view_of(transaction, services, visit, thread);
        });
    view.form = {.values = request.form().fields, .errors = {bad_input(std::move(error), "words")}};
    return thread_page(services, visit, view);
}

http::Response send(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    const auto now = services.guard->clock().now();
    const auto thread =
        db::with_retry(*visit.store.database, "family writes", [&](db::Transaction& transaction) {
            auto own = own_thread(transaction, request);
            if (!own) note_family(transaction, request, visit, family_refused("family.write"), now);
            return own;
        });
    if (!thread) return http::not_found();
    const std::string words(request.form()["words"]);
    if (auto trouble = trouble_with(*thread, words); !trouble.empty())
        return not_taken(request, services, *thread, std::move(trouble));
    SameAgain same(request.form());
    const auto path = forms::save_once(*visit.store.database, "family message", owner_of(visit),
                                       request.form(), now, [&](db::Transaction& transaction) {
                                           return keep_message(transaction, request, services,
                                                               *thread, words, same);
                                       });
    if (same.before()) return asked_again(request, services, *thread, *same.before());
    if (!path) return not_taken(request, services, *thread, path.error().message);
    services.wake_notices();
    return http::redirect(*path);
}

} // namespace pages_family_messages_detail

void add_family_message_pages(http::Router& router, const Services& services)
{
    const auto family = family_policy(services, LinkPurpose::family);
    router.get("/family/messages/{thread}", family, [&services](const http::Request& request) {
        return pages_family_messages_detail::show_thread(request, services);
    });
    router.post("/family/messages/{thread}", forms::taking(family, {"words", "again"}),
                [&services](const http::Request& request) {
                    return pages_family_messages_detail::send(request, services);
                });
}

} // namespace onroll::casework
