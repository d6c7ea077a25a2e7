#include "casework/pages_messages.h"

#include "casework/family_reach.h"
#include "casework/outgoing_check.h"
#include "casework/pages_case_frame.h"
#include "casework/pages_links.h"
#include "casework/pages_same_again.h"
#include "casework/store_links.h"
#include "casework/store_notices.h"
#include "casework/store_threads.h"
#include "casework/views_messages.h"

#include "forms/asked.h"

#include <utility>

namespace onroll::casework {
namespace pages_thread_detail {

constexpr std::size_t longest_message = 10'000;

struct EnteredThread {
    Case found;
    Thread thread;
};

/// The conversation of the address, in its case, entered by the policy; or what to answer instead.
std::variant<EnteredThread, http::Response>
entered_thread(const http::Request& request, const Services& services, std::string_view act)
{
    auto entered = entered_case(request, services, act);
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    auto& found = std::get<Case>(entered);
    const auto id = request.path<ThreadId>("thread");
    if (!id) return http::failure(id.error());
    auto reading = store_of(request, services).read();
    auto thread = find_thread(reading, access::actor(request).agency, *id);
    if (!thread) return http::failure(thread.error());
    if (thread->case_id != found.id) return http::not_found();
    return EnteredThread{std::move(found), std::move(*thread)};
}

http::Response thread_page(const http::Request& request, const Services& services,
                           const Case& found, const Thread& thread, forms::FormView form,
                           std::vector<std::string> words_found = {})
{
    const auto& agency = access::actor(request).agency;
    ThreadView view{.address = address_of(found.id),
                    .thread = thread,
                    .with = {},
                    .person = {.person = thread.with.person, .name = "The family"},
                    .form = std::move(form),
                    .found = std::move(words_found)};
    {
        auto reading = store_of(request, services).read();
        const auto family = whole_family(reading, agency, found, services.guard->clock().now());
        view.with = with_words(thread, family);
        if (const auto* person = find_in(family, thread.with.person.text())) view.person = *person;
        view.messages = messages_of_thread(reading, agency, thread.id);
        view.notices = notices_of_thread(reading, agency, thread.id);
    }
    const auto page_of_form = view.address + "/messages/" + thread.id.text();
    view.start = start_of(request, page_of_form);
    view.new_start = [&request, page_of_form] { return start_of(request, page_of_form); };
    view.name_of = [&](const access::UserId& user) { return services.name_of(agency, user); };
    view.may_change = may(request, services, "advice.change", found);
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Messages", thread_view(view), wrong);
}

http::Response show_thread(const http::Request& request, const Services& services)
{
    auto entered = entered_thread(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, thread] = std::get<EnteredThread>(entered);
    const auto& actor = access::actor(request);
    // HEAD is answered as GET is, and shows nobody a word.
    if (request.method() == http::Method::get)
        db::with_retry(store_of(request, services), "mark read", [&](db::Transaction& transaction) {
            mark_read(transaction, actor.agency, thread.id, Speaker::adviser, actor.user,
                      services.guard->clock().now());
        });
    auto first = first_view(request, services, {});
    return thread_page(request, services, found, thread, std::move(first.form));
}

/// What of the words must not reach whoever reads this conversation.
Result<OutgoingAnswer> found_in(db::Queries& reading, const access::AgencyId& agency,
                                const Services& services, const Case& found, const Thread& thread,
                                std::string_view words)
{
    const OutgoingSources sources{services.safe, services.school_name};
    const auto today = services.guard->clock().today();
    auto kept = words_to_keep_from(reading, agency, found, thread.with.person, sources, today);
    if (!kept) return kept.error();
    if (thread.with.kind == ThreadKind::family_with_school) {
        const auto more = words_to_keep_from(reading, agency, found, {}, sources, today);
        if (!more) return more.error();
        kept->insert(kept->end(), more->begin(), more->end());
    }
    return check_outgoing_text(words, *kept);
}

struct Typed {
    std::string words, reason, notice;
    forms::Errors errors;
};

Typed read_message(const http::Form& form, const WritableTo* person)
{
    Typed typed{
        std::string(form["words"]), std::string(form["reason"]), std::string(form["notice"]), {}};
    if (typed.words.find_first_not_of(" \r\n\t") == std::string::npos)
        typed.errors.push_back(bad_input("Write a message", "words"));
    if (typed.words.size() > longest_message)
        typed.errors.push_back(bad_input("The message must be shorter", "words"));
    const auto refuse = [&](const std::string& why) {
        if (!why.empty()) typed.errors.push_back(bad_input(why, "notice"));
    };
    if (typed.notice == "email")
        refuse(person ? person->email_no : "");
    else if (typed.notice == "text")
        refuse(person ? person->text_no : "");
    else if (typed.notice != "none")
        refuse("Select how they are told");
    return typed;
}

/// conflict where the adviser sent the same words in this conversation just before.
Result<void> look_for_the_same(SameAgain& again, const std::vector<Message>& messages,
                               const access::UserId& by, const std::string& words, Instant now,
                               const std::string& own)
{
    return again.look(
        messages, now,
        [&](const Message& message) {
            return message.said.said_by == Speaker::adviser && message.said.adviser == by &&
                   message.said.words == words && !message.taken_back_at;
        },
        [](const Message& message) { return message.said_at; },
        [&](const Message&) { return own; });
}

void tell_of(db::Transaction& transaction, const access::AgencyId& agency, const Services& services,
             const Thread& thread, const std::string& notice, Instant now)
{
    if (notice != "none")
        add_notice(transaction, agency, thread.id, Speaker::family,
                   notice == "text" ? NoticeChannel::text : NoticeChannel::email, *services.outbox,
                   now);
    if (thread.with.kind == ThreadKind::family_with_school)
        add_notice(transaction, agency, thread.id, Speaker::school, NoticeChannel::email,
                   *services.outbox, now);
}

http::Response send(const http::Request& request, const Services& services)
{
    auto entered = entered_thread(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, thread] = std::get<EnteredThread>(entered);
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto& form = request.form();
    std::optional<Result<OutgoingAnswer>> answer;
    Typed typed;
    {
        auto reading = store_of(request, services).read();
        const auto family = whole_family(reading, actor.agency, found, now);
        typed = read_message(form, find_in(family, thread.with.person.text()));
        answer = found_in(reading, actor.agency, services, found, thread, typed.words);
    }
    if (thread.ended_at)
        typed.errors.push_back(bad_input("This conversation has ended. Begin another", "words"));
    if (!*answer) return http::failure(answer->error());
    auto words_found = sentences_of(**answer);
    if (!words_found.empty() && typed.reason.empty())
        typed.errors.push_back(
            bad_input("Take out what must not reach them, or say why they may have it", "words"));
    if (!typed.errors.empty())
        return thread_page(request, services, found, thread,
                           {.values = form.fields, .errors = std::move(typed.errors)},
                           std::move(words_found));
    const auto own = address_of(found.id) + "/messages/" + thread.id.text();
    SameAgain again(form);
    const auto path =
        save_in_case(request, services, "advice.change", found, form, {"messages"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto first = look_for_the_same(
                             again, messages_of_thread(transaction, actor.agency, thread.id),
                             actor.user, typed.words, now, own);
                         if (!first) return first.error();
                         add_message(transaction, actor.agency, thread.id,
                                     {.said_by = Speaker::adviser,
                                      .adviser = actor.user,
                                      .words = typed.words,
                                      .reason = words_found.empty() ? std::string() : typed.reason},
                                     now);
                         tell_of(transaction, actor.agency, services, thread, typed.notice, now);
                         return own;
                     });
    if (again.before()) {
        const SameAgainView view{.before = *again.before(),
                                 .heading = "You sent these words",
                                 .second = "to send them twice",
                                 .show = "Show the conversation",
                                 .action = own,
                                 .start = start_of(request, own),
                                 .typed = form,
                                 .button = "Send them again"};
        return case_page(request, services, found, same_again_title(view), same_again_view(view));
    }
    if (!path) return http::failure(path.error());
    services.wake_notices();
    return http::redirect(*path);
}

http::Response let_message_go(const http::Request& request, const Services& services)
{
    auto entered = entered_thread(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, thread] = std::get<EnteredThread>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto now = services.guard->clock().now();
    const auto id = MessageId::parse(form["message"]);
    const std::string reason(form["reason"]);
    if (!id || reason.empty())
        return thread_page(request, services, found, thread,
                           {.errors = {bad_input("Say why the other side may have it",
                                                 id ? "reason-" + id->text() : std::string())}});
    const auto path = save_in_case(
        request, services, "advice.change", found, form, {"messages"},
        [&](db::Transaction& transaction) -> Result<std::string> {
            for (const auto& message : messages_of_thread(transaction, actor.agency, thread.id)) {
                if (message.id != *id || !message.is_held()) continue;
                let_go(transaction, actor.agency, *id, actor.user, reason, now);
                add_notice(transaction, actor.agency, thread.id,
                           message.said.said_by == Speaker::school ? Speaker::family
                                                                   : Speaker::school,
                           NoticeChannel::email, *services.outbox, now);
            }
            return address_of(found.id) + "/messages/" + thread.id.text();
        });
    if (!path) return http::failure(path.error());
    services.wake_notices();
    return http::redirect(*path);
}

http::Response end(const http::Request& request, const Services& services)
{
    auto entered = entered_thread(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, thread] = std::get<EnteredThread>(entered);
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"messages"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         end_thread(transaction, access::actor(request).agency, thread.id,
                                    services.guard->clock().now());
                         return address_of(found.id) + "/messages/" + thread.id.text();
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response make_link(const http::Request& request, const Services& services)
{
    auto entered = entered_thread(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& [found, thread] = std::get<EnteredThread>(entered);
    const auto& actor = access::actor(request);
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"links"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         NewLink link{.case_id = found.id,
                                      .purpose = LinkPurpose::family,
                                      .person = thread.with.person,
                                      .thread = thread.id};
                         link.made_by = actor.user;
                         const auto made = add_link(transaction, actor.agency, link,
                                                    *services.links, services.guard->clock().now());
                         return address_of(found.id) + "/links/" + made.id.text();
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_thread_detail

std::string with_words(const Thread& thread, const std::vector<WritableTo>& family)
{
    const auto* person = find_in(family, thread.with.person.text());
    const auto name = person ? person->name : std::string("Somebody who has left the family");
    return thread.with.kind == ThreadKind::with_family
               ? name
               : name + " and " + thread.with.school_contact;
}

void add_thread_pages(http::Router& router, const Services& services)
{
    using namespace pages_thread_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto view = services.guard->policy("advice.view");
    const auto change = services.guard->policy("advice.change");
    const std::string own = "/advice/cases/{case}/messages/{thread}";
    router.get(own, view, page_of(show_thread));
    router.post(own, forms::taking(change, {"words", "reason", "notice", "again"}), page_of(send));
    router.post(own + "/let-go", forms::taking(change, {"message", "reason"}),
                page_of(let_message_go));
    router.post(own + "/end", forms::taking(change, forms::Asked{}), page_of(end));
    router.post(own + "/link", forms::taking(change, forms::Asked{}), page_of(make_link));
    router.get("/advice/cases/{case}/links/{link}", change, page_of(show_made_link));
}

} // namespace onroll::casework
