#include "casework/pages_messages.h"

#include "casework/family_reach.h"
#include "casework/pages_case_frame.h"
#include "casework/store_accounts.h"
#include "casework/store_notices.h"
#include "casework/store_status.h"
#include "casework/store_threads.h"
#include "casework/views_messages.h"

#include "forms/asked.h"
#include "design/page.h"
#include "people/store.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_messages_detail {

std::string trouble_of(const std::vector<Notice>& notices)
{
    for (auto notice = notices.rbegin(); notice != notices.rend(); ++notice) {
        if (notice->state == NoticeState::sent) return {};
        if (notice->state == NoticeState::failed || notice->state == NoticeState::held)
            return notice->reason;
    }
    return {};
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
            if (message.is_held()) ++line.held;
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
        const auto record = people::find_child(reading, agency, found.child);
        const auto family =
            record ? whole_family(reading, agency, *record, now) : std::vector<WritableTo>();
        view.threads = lines_of(reading, agency, found, family);
        if (record) view.people = writable_of(family, *record);
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

} // namespace pages_messages_detail

MessagesSection read_messages_section(db::Queries& reading, const access::AgencyId& agency,
                                      const Case& found, const people::ChildRecord* child,
                                      Instant now)
{
    using namespace pages_messages_detail;
    MessagesSection section{.address = address_of(found.id)};
    // Conversations name people as they were when the case was opened.
    const auto family = child && child->child.id == found.child
                            ? whole_family(reading, agency, *child, now)
                            : whole_family(reading, agency, found, now);
    section.threads = lines_of(reading, agency, found, family);
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
    router.post(own + "/begin", forms::taking(change, {"person"}), page_of(begin));
    router.get(own + "/school", change, page_of(show_school_form));
    router.post(
        own + "/school",
        forms::taking(change, {"person", "school_contact", "school_email", "agreed", "agreed_on"}),
        page_of(begin_with_school));
    add_thread_pages(router, services);
}

} // namespace onroll::casework
