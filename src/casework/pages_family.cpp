#include "casework/account_tasks.h"
#include "casework/family_visit.h"
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

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_family_detail {

constexpr std::int64_t most_new_links = 3; ///< of one conversation in an hour

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
bool send_again(db::Transaction& transaction, const Services& services, const AdviceStore& store,
                const Link& link, Instant now)
{
    if (link.purpose == LinkPurpose::account || !link.thread || link.ended_at) return false;
    if (count_links_since(transaction, store.agency, *link.thread, now - std::chrono::hours(1)) >=
        most_new_links)
        return false;
    const auto notices = notices_of_thread(transaction, store.agency, *link.thread);
    const auto last = std::find_if(notices.rbegin(), notices.rend(),
                                   [&](const Notice& one) { return one.link == link.id; });
    if (last == notices.rend()) return false;
    add_notice(transaction, store.agency, *link.thread, last->to_whom, last->channel,
               *services.outbox, now);
    return true;
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
        if (!link) continue;
        db::with_retry(*store.database, "send link again", [&](db::Transaction& transaction) {
            const bool sent = send_again(transaction, services, store, *link, now);
            note_link(transaction, request, store.agency, *link,
                      sent ? FamilyDeed{"family.ask_again"} : family_refused("family.ask_again"),
                      now);
        });
        services.wake_notices();
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

Result<FamilyHubView> hub_of(db::Queries& reading, const Services& services,
                             const FamilyVisit& visit)
{
    FamilyHubView view{.phone = services.advice_phone};
    const auto found = find_case(reading, visit.store.agency, visit.link().case_id);
    if (!found) return found.error();
    view.stage = found->state;
    if (const auto said = statuses_of_case(reading, visit.store.agency, found->id); !said.empty())
        view.next = said.front().next;
    if (found->caseworker) view.adviser = services.name_of(visit.store.agency, *found->caseworker);
    for (const auto& thread : threads_of_case(reading, visit.store.agency, found->id))
        if (thread.with.person == visit.link().person)
            view.threads.push_back(
                {thread.id,
                 thread.with.kind == ThreadKind::with_family ? "Your adviser"
                                                             : thread.with.school_contact,
                 unread_in(messages_of_thread(reading, visit.store.agency, thread.id))});
    view.papers = papers_for(reading, visit);
    view.leave_start = start_of(visit, "/family");
    return view;
}

http::Response show_hub(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    if (visit.link().purpose == LinkPurpose::account) return http::redirect("/family/account");
    if (visit.link().purpose == LinkPurpose::school)
        return http::redirect("/family/messages/" + visit.link().thread->text());
    const auto view =
        db::with_retry(*visit.store.database, "family reads", [&](db::Transaction& transaction) {
            note_family(transaction, request, visit, family_read("family.view"),
                        services.guard->clock().now());
            return hub_of(transaction, services, visit);
        });
    if (!view) return http::failure(view.error());
    return family_page(services, visit, NoticeFor::family, "Where things stand",
                       family_hub_view(*view));
}

AccountFormView account_form(const FamilyVisit& visit, forms::FormView form)
{
    return {.action = "/family/account",
            .form = std::move(form),
            .start = start_of(visit, "/family/account"),
            .meeting = visit.link().about,
            .ends_at = family_page_closes(visit)};
}

http::Response show_account(const http::Request& request, const Services& services)
{
    const auto& visit = family_visit(request);
    db::with_retry(*visit.store.database, "family reads", [&](db::Transaction& transaction) {
        note_family(transaction, request, visit, family_read("family.account"),
                    services.guard->clock().now());
    });
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
                      .due_on = family_answered_by(now)},
                     found->caseworker ? *found->caseworker : found->opened_by, now);
            note_family(transaction, request, visit, {"family.tell"}, now);
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
        note_family(transaction, request, visit, {"family.leave"}, services.guard->clock().now());
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
    add_family_message_pages(router, services);
    add_family_paper_pages(router, services);
    router.post("/family/leave", forms::taking(family, forms::Asked{}), page_of(leave));
    router.get("/family/exit", open_to_all, page_of(exit_family_pages));
    router.get("/family/account", account, page_of(show_account));
    router.post("/family/account", forms::taking(account, asked_of_account()), page_of(tell));
    router.get("/family/thanks", open_to_all, words("Thank you", account_thanks_view));
    router.get("/family/left", open_to_all, words("You have left", left_view));
}

} // namespace onroll::casework
