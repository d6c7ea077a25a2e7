#include "casework/account_tasks.h"
#include "casework/family_visit.h"
#include "casework/outgoing_check.h"
#include "casework/pages_same_again.h"
#include "casework/pages_shared.h"
#include "casework/store_accounts.h"
#include "casework/store_cases.h"
#include "casework/store_links.h"
#include "casework/store_notices.h"
#include "casework/store_releases.h"
#include "casework/store_status.h"
#include "casework/store_tasks.h"
#include "casework/store_threads.h"
#include "casework/typed_account.h"
#include "casework/views_family.h"

#include "access/gate.h"
#include "forms/asked.h"
#include "forms/store.h"
#include "kernel/bank_holidays.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_family_detail {

constexpr std::size_t longest_message = 10'000;
constexpr std::int64_t most_new_links = 3; ///< of one conversation in an hour

/// A message of Friday is for Tuesday, not for Sunday.
Date answered_by(Instant now)
{
    return working_day_after(in_london(now).date, 2);
}

std::string closes_at(const FamilyVisit& visit)
{
    return time_in_words(in_london(visit.visit.ends_at).since_midnight);
}

http::Response show_link(const http::Request& request, const Services& services)
{
    return family_page(services, "You have a private page", open_link_view(request.path("link")));
}

http::Response open(const http::Request& request, const Services& services)
{
    const auto site = request.header("Sec-Fetch-Site");
    const auto token = request.form()["link"];
    // Somebody who went back and presses again is still on the visit that it opened.
    if (is_on_visit_of(request, services, token)) return http::redirect("/family");
    auto cookie = site.empty() || site == "same-origin" ? open_family_link(request, services, token)
                                                        : Result<http::Cookie>(not_found(""));
    if (!cookie)
        return family_page(services, "This link does not work any more", link_over_view(token),
                           false, 404);
    auto response = http::redirect("/family");
    response.cookies.push_back(std::move(*cookie));
    return response;
}

/// A new notice for whoever had this link, where they had one by a notice and may still have it.
void send_again(const Services& services, const AdviceStore& store, const Link& link, Instant now)
{
    if (link.purpose == LinkPurpose::account || !link.thread || link.ended_at) return;
    db::with_retry(*store.database, "send link again", [&](db::Transaction& transaction) {
        const auto hour_ago = now - std::chrono::hours(1);
        if (count_links_since(transaction, store.agency, *link.thread, hour_ago) >= most_new_links)
            return;
        const auto notices = notices_of_thread(transaction, store.agency, *link.thread);
        const auto last = std::find_if(notices.rbegin(), notices.rend(),
                                       [&](const Notice& one) { return one.link == link.id; });
        if (last == notices.rend()) return;
        add_notice(transaction, store.agency, *link.thread, last->to_whom, last->channel,
                   *services.outbox, now);
    });
    services.wake_notices();
}

/// Open to all, but no other site's page opens a link in somebody's browser (trust.md S-06).
http::Policy from_our_own_page()
{
    return http::Policy::named(
        http::Policy::open_to_all().name(),
        [](const http::Request& request) -> std::optional<http::Response> {
            if (access::is_from_own_page(request)) return std::nullopt;
            return http::failure({ErrorKind::not_allowed,
                                  "This form did not come from a page of ours. Open the link in "
                                  "your message again",
                                  "form origin",
                                  {}});
        });
}

http::Response ask_again(const http::Request& request, const Services& services)
{
    const auto now = services.guard->clock().now();
    for (const auto& store : services.advice_stores()) {
        const auto link = [&] {
            auto reading = store.database->read();
            return link_of_token(reading, store.agency, request.form()["link"]);
        }();
        if (link) send_again(services, store, *link, now);
    }
    return family_page(services, "Look out for a new message", new_link_view());
}

std::size_t unread_in(const std::vector<Message>& messages)
{
    return static_cast<std::size_t>(
        std::count_if(messages.begin(), messages.end(), [](const Message& message) {
            return message.said.said_by != Speaker::family && message.is_shown() &&
                   !message.read_by_family_at;
        }));
}

/// Papers that were given to whoever has this link.
std::vector<FamilyPaperLine> papers_for(db::Queries& reading, const FamilyVisit& visit)
{
    std::vector<FamilyPaperLine> lines;
    if (!visit.link().person) return lines;
    for (const auto& release :
         releases_of_case(reading, visit.store.agency, visit.link().case_id)) {
        if (release.state != ReleaseState::released || release.person != visit.link().person)
            continue;
        for (const auto& paper : papers_of_release(reading, visit.store.agency, release.id))
            if (paper.decision != PaperDecision::left_out)
                lines.push_back(
                    {"/family/papers/" + release.id.text() + "/" + std::to_string(paper.number),
                     paper.name});
    }
    return lines;
}

http::Response show_hub(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    if (visit.link().purpose == LinkPurpose::account) return http::redirect("/family/account");
    if (visit.link().purpose == LinkPurpose::school)
        return http::redirect("/family/messages/" + visit.link().thread->text());
    FamilyHubView view{.phone = services.advice_phone};
    {
        auto reading = visit.store.database->read();
        const auto found = find_case(reading, visit.store.agency, visit.link().case_id);
        if (!found) return http::failure(found.error());
        view.stage = found->state;
        if (const auto said = statuses_of_case(reading, visit.store.agency, found->id);
            !said.empty())
            view.next = said.front().next;
        if (found->caseworker)
            view.adviser = services.name_of(visit.store.agency, *found->caseworker);
        for (const auto& thread : threads_of_case(reading, visit.store.agency, found->id))
            if (thread.with.person == visit.link().person)
                view.threads.push_back(
                    {thread.id,
                     thread.with.kind == ThreadKind::with_family ? "Your adviser"
                                                                 : thread.with.school_contact,
                     unread_in(messages_of_thread(reading, visit.store.agency, thread.id))});
        view.papers = papers_for(reading, visit);
    }
    view.leave_start = start_of(visit, "/family");
    return family_page(services, visit, NoticeFor::family, "Where things stand",
                       family_hub_view(view));
}

/// The conversation of the address, where this link may read it.
Result<Thread> own_thread(const http::Request& request)
{
    const auto& visit = family_visit(request);
    const auto id = request.path<ThreadId>("thread");
    if (!id) return id.error();
    auto reading = visit.store.database->read();
    auto thread = find_thread(reading, visit.store.agency, *id);
    if (!thread) return thread;
    const bool own =
        thread->case_id == visit.link().case_id &&
        (visit.link().purpose == LinkPurpose::school ? visit.link().thread == thread->id
                                                     : visit.link().person == thread->with.person);
    if (!own) return not_found("The page was not found. Check the address");
    return thread;
}

http::Response thread_page(const http::Request& request, const Services& services,
                           const Thread& thread, forms::FormView form)
{
    const auto& visit = family_visit(request);
    FamilyThreadView view{.thread = thread, .self = visit.speaker(), .form = std::move(form)};
    {
        auto reading = visit.store.database->read();
        view.messages = messages_of_thread(reading, visit.store.agency, thread.id);
        const auto found = find_case(reading, visit.store.agency, thread.case_id);
        if (found && found->caseworker)
            view.adviser = services.name_of(visit.store.agency, *found->caseworker);
    }
    view.just_held = !view.messages.empty() && !view.messages.back().is_shown() &&
                     view.messages.back().said.said_by == view.self;
    view.start = start_of(visit, "/family/messages/" + thread.id.text());
    view.ends_at = closes_at(visit);
    const bool wrong = !view.form.errors.empty();
    return family_page(services, visit,
                       thread.with.kind == ThreadKind::with_family ? NoticeFor::family
                                                                   : NoticeFor::conversation,
                       family_thread_title(view), family_thread_view(view), wrong);
}

http::Response show_thread(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    const auto thread = own_thread(request);
    if (!thread) return http::failure(thread.error());
    // HEAD is answered as GET is, and shows nobody a word.
    if (request.method() == http::Method::get)
        db::with_retry(*visit.store.database, "mark read", [&](db::Transaction& transaction) {
            mark_read(transaction, visit.store.agency, thread->id, visit.speaker(), {},
                      services.guard->clock().now());
        });
    return thread_page(request, services, *thread, {});
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
              .due_on = answered_by(now)},
             worker, now);
    note_family(transaction, request, visit, "family.write", now);
    return own;
}

http::Response asked_again(const http::Request& request, const Services& services,
                           const Thread& thread, const SavedBefore& before)
{
    const auto& visit = family_visit(request);
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

http::Response send(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    const auto thread = own_thread(request);
    if (!thread) return http::failure(thread.error());
    const std::string words(request.form()["words"]);
    const auto again = [&](std::string error) {
        note_family_failure(request, visit, "family.write", services.guard->clock().now());
        return thread_page(
            request, services, *thread,
            {.values = request.form().fields, .errors = {bad_input(std::move(error), "words")}});
    };
    if (thread->ended_at) return again("This conversation has ended. Ring the adviser instead");
    if (words.find_first_not_of(" \r\n\t") == std::string::npos) return again("Write a message");
    if (words.size() > longest_message)
        return again("Your message must be 10,000 characters or fewer");
    SameAgain same(request.form());
    const auto path = forms::save_once(
        *visit.store.database, "family message", owner_of(visit), request.form(),
        services.guard->clock().now(), [&](db::Transaction& transaction) {
            return keep_message(transaction, request, services, *thread, words, same);
        });
    if (same.before()) return asked_again(request, services, *thread, *same.before());
    if (!path) return again(path.error().message);
    services.wake_notices();
    return http::redirect(*path);
}

AccountFormView account_form(const FamilyVisit& visit, forms::FormView form)
{
    return {.action = "/family/account",
            .form = std::move(form),
            .start = start_of(visit, "/family/account"),
            .meeting = visit.link().about,
            .ends_at = closes_at(visit)};
}

http::Response show_account(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    return family_page(services, visit, NoticeFor::family, "Tell us in your own words",
                       account_form_view(account_form(visit, {})));
}

http::Response tell(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    auto typed = read_account(request.form());
    typed.told.meeting = visit.link().about;
    typed.told.event = visit.link().event;
    const auto again = [&](forms::Errors errors) {
        note_family_failure(request, visit, "family.tell", services.guard->clock().now());
        return family_page(services, visit, NoticeFor::family, "Tell us in your own words",
                           account_form_view(account_form(visit, {.values = request.form().fields,
                                                                  .errors = std::move(errors)})),
                           true);
    };
    if (!typed.errors.empty()) return again(std::move(typed.errors));
    const auto now = services.guard->clock().now();
    const auto path = forms::save_once(
        *visit.store.database, "child's account", owner_of(visit), request.form(), now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto found = find_case(transaction, visit.store.agency, visit.link().case_id);
            if (!found) return found.error();
            if (found->state == CaseState::closed)
                return bad_input("Our work is finished, so nobody reads what is written here. "
                                 "Ring us");
            add_account(transaction, visit.store.agency, found->id, typed.told, now);
            settle_after_account(transaction, visit.store.agency, found->id,
                                 found->caseworker.value_or(found->opened_by), now);
            add_task(transaction, visit.store.agency,
                     {.case_id = found->id,
                      .title = "Read the child’s own account",
                      .due_on = answered_by(now)},
                     found->caseworker ? *found->caseworker : found->opened_by, now);
            note_family(transaction, request, visit, "family.tell", now);
            return std::string("/family/thanks");
        });
    if (!path) return again({path.error()});
    auto response = http::redirect(*path);
    response.cookies.push_back(end_family_visit(services, visit));
    return response;
}

http::Response leave(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    db::with_retry(*visit.store.database, "note leaving", [&](db::Transaction& transaction) {
        note_family(transaction, request, visit, "family.leave", services.guard->clock().now());
    });
    auto response = http::redirect("/family/left");
    response.cookies.push_back(end_family_visit(services, visit));
    return response;
}

} // namespace pages_family_detail

void add_family_pages(http::Router& router, const Services& services)
{
    using namespace pages_family_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto words = [&](const char* title, design::Html (*view)()) {
        return [&services, title, view](const http::Request&) {
            return family_page(services, title, view());
        };
    };
    const auto open_to_all = http::Policy::open_to_all();
    const auto family = family_policy(services, LinkPurpose::family);
    const auto account = family_policy(services, LinkPurpose::account);
    router.get("/open/{link}", open_to_all, page_of(show_link));
    const auto from_here = pages_family_detail::from_our_own_page();
    router.post("/open", forms::taking(from_here, {"link"}), page_of(open));
    router.post("/open/again", forms::taking(from_here, {"link"}), page_of(ask_again));
    router.get("/family", family_policy(services, std::nullopt), page_of(show_hub));
    router.get("/family/messages/{thread}", family, page_of(show_thread));
    router.post("/family/messages/{thread}", forms::taking(family, {"words", "again"}),
                page_of(send));
    add_family_paper_pages(router, services);
    router.post("/family/leave", forms::taking(family, forms::Asked{}), page_of(leave));
    router.get("/family/exit", open_to_all, page_of(exit_family_pages));
    router.get("/family/account", account, page_of(show_account));
    router.post("/family/account", forms::taking(account, asked_of_account()), page_of(tell));
    router.get("/family/thanks", open_to_all, words("Thank you", account_thanks_view));
    router.get("/family/left", open_to_all, words("You have left", left_view));
}

} // namespace onroll::casework
