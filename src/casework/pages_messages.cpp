#include "casework/family_reach.h"
#include "casework/outgoing_check.h"
#include "casework/pages_case_frame.h"
#include "casework/pages_links.h"
#include "casework/pages_messages.h"
#include "casework/store_accounts.h"
#include "casework/store_links.h"
#include "casework/store_notices.h"
#include "casework/store_status.h"
#include "casework/store_threads.h"
#include "casework/views_messages.h"

#include "design/page.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_messages_detail {

constexpr std::size_t longest_message = 10'000;

std::string trouble_of(const std::vector<Notice>& notices)
{
    for (auto notice = notices.rbegin(); notice != notices.rend(); ++notice) {
        if (notice->state == NoticeState::sent) return {};
        if (notice->state == NoticeState::failed || notice->state == NoticeState::held)
            return notice->reason;
    }
    return {};
}

std::string with_words(const Thread& thread, const std::vector<WritableTo>& family)
{
    const auto* person = find_in(family, thread.with.person.text());
    const auto name = person ? person->name : std::string("Somebody who has left the family");
    return thread.with.kind == ThreadKind::with_family
               ? name
               : name + " and " + thread.with.school_contact;
}

std::vector<ThreadLine> lines_of(db::Queries& reading, const access::AgencyId& agency,
                                 const Case& found, const std::vector<WritableTo>& family)
{
    std::vector<ThreadLine> lines;
    for (auto& thread : threads_of_case(reading, agency, found.id)) {
        ThreadLine line{.thread = thread, .with = with_words(thread, family)};
        const auto messages = messages_of_thread(reading, agency, thread.id);
        if (!messages.empty()) line.last = messages.back();
        for (const auto& message : messages) {
            if (message.said.said_by != Speaker::adviser && !message.read_by_adviser_at)
                ++line.unread;
            if (!message.is_shown()) ++line.held;
        }
        line.trouble = trouble_of(notices_of_thread(reading, agency, thread.id));
        lines.push_back(std::move(line));
    }
    return lines;
}

http::Response list_page(const http::Request& request, const Services& services, const Case& found,
                         forms::FormView form)
{
    const auto& agency = access::actor(request).agency;
    const auto now = services.guard->clock().now();
    MessagesView view{.address = address_of(found.id), .form = std::move(form)};
    {
        auto reading = store_of(request, services).read();
        const auto family = whole_family(reading, agency, found, now);
        view.threads = lines_of(reading, agency, found, family);
        view.people = writable_family(reading, agency, found, now);
    }
    view.start = start_of(request, view.address + "/messages");
    view.may_change = may(request, services, "advice.change", found);
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Messages", messages_view(view), wrong);
}

http::Response show_messages(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    return list_page(request, services, std::get<Case>(entered), {});
}

http::Response begin(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto& form = request.form();
    const auto family = [&] {
        auto reading = store_of(request, services).read();
        return writable_family(reading, actor.agency, found, now);
    }();
    const auto* person = find_in(family, form["person"]);
    if (!person)
        return list_page(
            request, services, found,
            {.values = form.fields, .errors = {bad_input("Select whom you write to", "person")}});
    const auto path = save_in_case(
        request, services, "advice.change", found, form, {"messages"},
        [&](db::Transaction& transaction) -> Result<std::string> {
            for (const auto& thread : threads_of_case(transaction, actor.agency, found.id))
                if (thread.with.kind == ThreadKind::with_family && !thread.ended_at &&
                    thread.with.person == person->person)
                    return address_of(found.id) + "/messages/" + thread.id.text();
            const auto id = begin_thread(
                transaction, actor.agency, found.id,
                {.kind = ThreadKind::with_family, .person = person->person}, actor.user, now);
            if (!id) return id.error();
            return address_of(found.id) + "/messages/" + id->text();
        });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response school_form_page(const http::Request& request, const Services& services,
                                const Case& found, forms::FormView form)
{
    SchoolThreadFormView view{.address = address_of(found.id), .form = std::move(form)};
    {
        auto reading = store_of(request, services).read();
        view.people = writable_family(reading, access::actor(request).agency, found,
                                      services.guard->clock().now());
    }
    view.start = start_of(request, view.address + "/messages/school");
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Let the family and the school write to each other",
                     school_thread_form_view(view), wrong);
}

http::Response show_school_form(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    return school_form_page(request, services, std::get<Case>(entered),
                            first_view(request, services, {}).form);
}

bool looks_like_email(std::string_view text)
{
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos &&
           text.find_first_of(" ,;<>\r\n") == std::string_view::npos;
}

forms::Errors errors_of(const http::Form& form, const NewThread& thread, const Result<Date>& agreed,
                        bool has_person, Date today)
{
    forms::Errors errors;
    if (!has_person) errors.push_back(bad_input("Select who of the family it is", "person"));
    if (thread.school_contact.empty())
        errors.push_back(bad_input("Enter who at the school it is", "school_contact"));
    if (!looks_like_email(form["school_email"]))
        errors.push_back(
            bad_input("Enter one email address, like name@school.example", "school_email"));
    if (thread.agreed.empty()) errors.push_back(bad_input("Enter how the family agreed", "agreed"));
    if (!agreed)
        errors.push_back(agreed.error());
    else if (*agreed > today)
        errors.push_back(
            bad_input("The day they agreed must be today or in the past", "agreed_on"));
    return errors;
}

http::Response begin_with_school(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto now = services.guard->clock().now();
    const auto family = [&] {
        auto reading = store_of(request, services).read();
        return writable_family(reading, actor.agency, found, now);
    }();
    const auto* person = find_in(family, form["person"]);
    NewThread thread{.kind = ThreadKind::family_with_school,
                     .person = person ? person->person : found.child,
                     .school_contact = std::string(form["school_contact"]),
                     .school_email = std::string(form["school_email"]),
                     .agreed = std::string(form["agreed"])};
    const auto agreed = typed_date(form, "agreed_on", "The day they agreed");
    auto errors = errors_of(form, thread, agreed, person != nullptr, in_london(now).date);
    if (!errors.empty())
        return school_form_page(request, services, found,
                                {.values = form.fields, .errors = std::move(errors)});
    thread.agreed_on = *agreed;
    const auto path = save_in_case(request, services, "advice.change", found, form, {"messages"},
                                   [&](db::Transaction& transaction) -> Result<std::string> {
                                       const auto id =
                                           begin_thread(transaction, actor.agency, found.id, thread,
                                                        actor.user, now);
                                       if (!id) return id.error();
                                       return address_of(found.id) + "/messages/" + id->text();
                                   });
    if (path) return http::redirect(*path);
    return school_form_page(request, services, found,
                            {.values = form.fields, .errors = {path.error()}});
}

/// The conversation of the address, of this case.
Result<Thread> thread_in(const http::Request& request, const Services& services, const Case& found)
{
    const auto id = request.path<ThreadId>("thread");
    if (!id) return id.error();
    auto reading = store_of(request, services).read();
    auto thread = find_thread(reading, access::actor(request).agency, *id);
    if (thread && thread->case_id != found.id)
        return not_found("The page was not found. Check the address");
    return thread;
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
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto thread = thread_in(request, services, found);
    if (!thread) return http::failure(thread.error());
    const auto& actor = access::actor(request);
    db::with_retry(store_of(request, services), "mark read", [&](db::Transaction& transaction) {
        mark_read(transaction, actor.agency, thread->id, Speaker::adviser, actor.user,
                  services.guard->clock().now());
    });
    auto first = first_view(request, services, {});
    return thread_page(request, services, found, *thread, std::move(first.form));
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
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto thread = thread_in(request, services, found);
    if (!thread) return http::failure(thread.error());
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto& form = request.form();
    std::optional<Result<OutgoingAnswer>> answer;
    Typed typed;
    {
        auto reading = store_of(request, services).read();
        const auto family = whole_family(reading, actor.agency, found, now);
        typed = read_message(form, find_in(family, thread->with.person.text()));
        answer = found_in(reading, actor.agency, services, found, *thread, typed.words);
    }
    if (thread->ended_at)
        typed.errors.push_back(bad_input("This conversation has ended. Begin another", "words"));
    if (!*answer) return http::failure(answer->error());
    auto words_found = sentences_of(**answer);
    if (!words_found.empty() && typed.reason.empty())
        typed.errors.push_back(
            bad_input("Take out what must not reach them, or say why they may have it", "words"));
    if (!typed.errors.empty())
        return thread_page(request, services, found, *thread,
                           {.values = form.fields, .errors = std::move(typed.errors)},
                           std::move(words_found));
    const auto path =
        save_in_case(request, services, "advice.change", found, form, {"messages"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         add_message(transaction, actor.agency, thread->id,
                                     {.said_by = Speaker::adviser,
                                      .adviser = actor.user,
                                      .words = typed.words,
                                      .reason = words_found.empty() ? std::string() : typed.reason},
                                     now);
                         tell_of(transaction, actor.agency, services, *thread, typed.notice, now);
                         return address_of(found.id) + "/messages/" + thread->id.text();
                     });
    if (!path) return http::failure(path.error());
    services.wake_notices();
    return http::redirect(*path);
}

http::Response let_message_go(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto thread = thread_in(request, services, found);
    if (!thread) return http::failure(thread.error());
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto now = services.guard->clock().now();
    const auto id = MessageId::parse(form["message"]);
    const std::string reason(form["reason"]);
    if (!id || reason.empty())
        return thread_page(request, services, found, *thread,
                           {.errors = {bad_input("Say why the other side may have it",
                                                 id ? "reason-" + id->text() : std::string())}});
    const auto path = save_in_case(
        request, services, "advice.change", found, form, {"messages"},
        [&](db::Transaction& transaction) -> Result<std::string> {
            for (const auto& message : messages_of_thread(transaction, actor.agency, thread->id)) {
                if (message.id != *id || message.is_shown()) continue;
                let_go(transaction, actor.agency, *id, actor.user, reason, now);
                add_notice(transaction, actor.agency, thread->id,
                           message.said.said_by == Speaker::school ? Speaker::family
                                                                   : Speaker::school,
                           NoticeChannel::email, *services.outbox, now);
            }
            return address_of(found.id) + "/messages/" + thread->id.text();
        });
    if (!path) return http::failure(path.error());
    services.wake_notices();
    return http::redirect(*path);
}

http::Response end(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto thread = thread_in(request, services, found);
    if (!thread) return http::failure(thread.error());
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"messages"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         end_thread(transaction, access::actor(request).agency, thread->id,
                                    services.guard->clock().now());
                         return address_of(found.id) + "/messages/" + thread->id.text();
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response make_link(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto thread = thread_in(request, services, found);
    if (!thread) return http::failure(thread.error());
    const auto& actor = access::actor(request);
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"links"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         NewLink link{.case_id = found.id,
                                      .purpose = LinkPurpose::family,
                                      .person = thread->with.person,
                                      .thread = thread->id};
                         link.made_by = actor.user;
                         const auto made = add_link(transaction, actor.agency, link,
                                                    *services.links, services.guard->clock().now());
                         return address_of(found.id) + "/links/" + made.id.text();
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_messages_detail

MessagesSection read_messages_section(db::Queries& reading, const access::AgencyId& agency,
                                      const Case& found, Instant now)
{
    using namespace pages_messages_detail;
    MessagesSection section{.address = address_of(found.id)};
    section.threads = lines_of(reading, agency, found, whole_family(reading, agency, found, now));
    section.accounts = accounts_of_case(reading, agency, found.id).size();
    if (auto said = statuses_of_case(reading, agency, found.id); !said.empty())
        section.status = std::move(said.front());
    return section;
}

void add_message_pages(http::Router& router, const Services& services)
{
    using namespace pages_messages_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto view = services.guard->policy("advice.view");
    const auto change = services.guard->policy("advice.change");
    const std::string own = "/advice/cases/{case}/messages";
    router.get(own, view, page_of(show_messages));
    router.post(own + "/begin", change, page_of(begin));
    router.get(own + "/school", change, page_of(show_school_form));
    router.post(own + "/school", change, page_of(begin_with_school));
    router.get(own + "/{thread}", view, page_of(show_thread));
    router.post(own + "/{thread}", change, page_of(send));
    router.post(own + "/{thread}/let-go", change, page_of(let_message_go));
    router.post(own + "/{thread}/end", change, page_of(end));
    router.post(own + "/{thread}/link", change, page_of(make_link));
    router.get("/advice/cases/{case}/links/{link}", change, page_of(show_made_link));
}

} // namespace onroll::casework
