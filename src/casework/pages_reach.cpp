// Before somebody is rung, written to or visited: whether it is safe now, what to know, and, where
// it is not, the reason that an adviser must give before the number is shown. trust.md F-07.
#include "casework/pages_case_frame.h"

#include "casework/rules_notices.h"
#include "casework/store_cases.h"
#include "casework/store_notes.h"
#include "casework/views_case_people.h"

#include "forms/asked.h"
#include "people/rules_contact.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_reach_detail {

/// What is about to be done, and to whom.
struct About {
    people::FamilyMember member;
    people::Channel channel = people::Channel::telephone;
    people::Reach reach;
};

Result<About> about_in(const http::Request& request, const Services& services, const Case& found)
{
    const auto nowhere = [] { return not_found("The page was not found. Check the address"); };
    const auto person = request.path<people::PersonId>("person");
    const auto channel = people::channel_named(request.path("way"));
    if (!person || !channel) return nowhere();
    const auto& agency = access::actor(request).agency;
    auto reading = store_of(request, services).read();
    auto record = present_record(reading, agency, found);
    if (!record) return record.error();
    const auto member =
        std::find_if(record->family.begin(), record->family.end(),
                     [&](const people::FamilyMember& one) { return one.adult.id == *person; });
    if (member == record->family.end()) return nowhere();
    const auto at = in_london(services.guard->clock().now());
    About about{.member = *member, .channel = *channel, .reach = {}};
    about.reach = may_use(member->safe, member->tie.contact, *channel,
                          static_cast<int>(at.since_midnight.count()));
    return about;
}

bool is_forbidden(const About& about)
{
    return about.member.tie.contact == people::ContactPermission::not_permitted;
}

std::string path_to(const Case& found, const About& about)
{
    return address_of(found.id) + "/people/" + about.member.adult.id.text() + "/reach/" +
           std::string(people::key_of(about.channel));
}

http::Response reach_page(const http::Request& request, const Services& services, const Case& found,
                          const About& about, forms::FormView form, bool reason_given)
{
    const auto own = path_to(found, about);
    ReachView view{.people = address_of(found.id) + "/people",
                   .action = own,
                   .name = people::called(about.member.adult.name),
                   .way = std::string(people::in_words(about.channel)),
                   .reach = about.reach,
                   .warnings =
                       people::contact_warnings(about.member.safe, about.member.tie.contact),
                   .form = std::move(form),
                   .start = start_of(request, own),
                   .may_change = may(request, services, "advice.change", found)};
    view.forbidden = is_forbidden(about);
    if (!view.forbidden && (reason_given || about.reach.answer == people::ReachAnswer::yes ||
                            about.reach.answer == people::ReachAnswer::ask))
        for (const auto& line : about.member.contacts)
            if (line.channel == about.channel) view.values.push_back(line.value);
    view.reason_given = reason_given;
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Before you get in touch", reach_view(view), wrong);
}

http::Response show_reach(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto about = about_in(request, services, found);
    if (!about) return http::failure(about.error());
    return reach_page(request, services, found, *about, {}, false);
}

/// After a reason was given: only to whoever gave it, and only on that day.
http::Response show_given(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto about = about_in(request, services, found);
    if (!about) return http::failure(about.error());
    const auto id = request.path<NoteId>("note");
    if (!id) return http::not_found();
    const auto note = [&] {
        auto reading = store_of(request, services).read();
        return find_note(reading, access::actor(request).agency, found.id, *id);
    }();
    if (!note || note->written_by != access::actor(request).user ||
        in_london(note->written_at).date != services.guard->clock().today())
        return http::redirect(path_to(found, *about));
    return reach_page(request, services, found, *about, {}, true);
}

http::Response give_reason(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto about = about_in(request, services, found);
    if (!about) return http::failure(about.error());
    if (is_forbidden(*about)) return reach_page(request, services, found, *about, {}, false);
    const std::string reason(request.form()["reason"]);
    if (reason.find_first_not_of(" \r\n\t") == std::string::npos)
        return reach_page(
            request, services, found, *about,
            {.values = request.form().fields,
             .errors = {bad_input("Say why you get in touch all the same", "reason")}},
            false);
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"notes"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto words = std::string(people::in_words(about->channel)) +
                                            " for " + people::called(about->member.adult.name) +
                                            ", though it was not safe then. " +
                                            about->reach.reason + "\nThe reason: " + reason;
                         const auto id = write_note(transaction, actor.agency, found.id,
                                                    {.on = in_london(now).date, .words = words},
                                                    actor.user, now);
                         return path_to(found, *about) + "/" + id.text();
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_reach_detail

void add_reach_pages(http::Router& router, const Services& services)
{
    using namespace pages_reach_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto view = services.guard->policy("advice.view");
    const std::string own = "/advice/cases/{case}/people/{person}/reach/{way}";
    router.get(own, view, page_of(show_reach));
    router.post(own, forms::taking(services.guard->policy("advice.change"), {"reason"}),
                page_of(give_reason));
    router.get(own + "/{note}", view, page_of(show_given));
}

} // namespace onroll::casework
