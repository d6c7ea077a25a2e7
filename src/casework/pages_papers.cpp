#include "casework/pages_papers.h"

#include "casework/family_reach.h"
#include "casework/pages_case_frame.h"
#include "casework/store_events.h"

#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_papers_detail {

/// The school of the exclusion that happened last, or of whatever did.
std::string school_of(const std::vector<Event>& events)
{
    const Event* last = nullptr;
    for (const auto& event : events)
        if (event.facts.known(Fact::school_name) &&
            (!last || (is_exclusion(event.kind) && !is_exclusion(last->kind))))
            last = &event;
    return last ? std::string(last->facts.text(Fact::school_name)) : std::string();
}

/// For one of the two boards: who they are, and what a pack for them is for, where nobody said.
NewRelease for_board(PackFor audience, const std::vector<Event>& events)
{
    const auto school = school_of(events);
    NewRelease release{.recipient = std::string(in_words(audience)), .audience = audience};
    if (!school.empty())
        release.recipient += (audience == PackFor::governing_board ? " of " : ", ") + school;
    release.purpose = audience == PackFor::governing_board ? "The governors’ meeting"
                                                           : "The review of the exclusion";
    return release;
}

/// Who gets it and what for, as the form says.
NewRelease new_release(const http::Request& request, const Services& services, const Case& found,
                       forms::Errors& errors)
{
    const auto& form = request.form();
    const auto& agency = access::actor(request).agency;
    NewRelease release;
    auto reading = store_of(request, services).read();
    const auto audience = pack_for_named(form["person"]);
    if (audience == PackFor::somebody) {
        release.recipient = form["recipient"];
        if (release.recipient.empty())
            errors.push_back(bad_input("Enter who gets it", "recipient"));
    } else if (audience) {
        release = for_board(*audience, events_of_case(reading, agency, found.id));
    } else {
        const auto family = whole_family(reading, agency, found, services.guard->clock().now());
        if (const auto* person = find_in(family, form["person"]))
            release.person = person->person;
        else
            errors.push_back(bad_input("Select who gets this copy", "person"));
    }
    if (!form["purpose"].empty()) release.purpose = form["purpose"];
    if (release.purpose.empty()) errors.push_back(bad_input("Enter what they are for", "purpose"));
    return release;
}

http::Response list_page(const http::Request& request, const Services& services, const Case& found,
                         forms::FormView form)
{
    const auto& agency = access::actor(request).agency;
    PapersView view{.address = address_of(found.id), .form = std::move(form)};
    {
        auto reading = store_of(request, services).read();
        view.releases = releases_of_case(reading, agency, found.id);
        view.family = whole_family(reading, agency, found, services.guard->clock().now());
        view.kept_back = kept_back_in_case(reading, agency, found.id).size();
    }
    view.for_whom = [&](const Release& release) { return reader_of(release, view.family); };
    view.name_of = [&](const access::UserId& user) { return services.name_of(agency, user); };
    view.start = start_of(request, view.address + "/papers");
    view.keep_start = start_of(request, view.address + "/papers");
    view.may_change = may(request, services, "advice.change", found);
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Papers given to somebody", papers_view(view),
                     wrong);
}

http::Response show_papers(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    http::Fields fields;
    if (const auto asked = pack_for_named(request.query()["for"]))
        fields.add("person", std::string(key_of(*asked)));
    return list_page(request, services, std::get<Case>(entered),
                     first_view(request, services, std::move(fields)).form);
}

http::Response begin(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto now = services.guard->clock().now();
    forms::Errors errors;
    const auto release = new_release(request, services, found, errors);
    if (!errors.empty())
        return list_page(request, services, found,
                         {.values = form.fields, .errors = std::move(errors)});
    const auto path =
        save_in_case(request, services, "advice.change", found, form, {"papers"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto id = begin_release(transaction, actor.agency, found.id, release,
                                                       actor.user, now);
                         const auto own = address_of(found.id) + "/papers/" + id.text();
                         return release.audience == PackFor::somebody ? own : own + "/choose";
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

http::Response keep_words_back(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const std::string words(request.form()["kept_words"]);
    if (words.size() < 3 || words.size() > 200)
        return list_page(request, services, found,
                         {.values = request.form().fields,
                          .errors = {bad_input("Enter the words to keep back, 3 to 200 letters",
                                               "kept_words")}});
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"papers"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         keep_back(transaction, actor.agency, found.id, {words, {}}, actor.user,
                                   services.guard->clock().now());
                         return address_of(found.id) + "/papers";
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_papers_detail

void add_paper_pages(http::Router& router, const Services& services)
{
    using namespace pages_papers_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto view = services.guard->policy("advice.view");
    const auto change = services.guard->policy("advice.change");
    const std::string own = "/advice/cases/{case}/papers";
    router.get(own, view, page_of(show_papers));
    router.post(own, forms::taking(change, {"person", "recipient", "purpose"}), page_of(begin));
    router.post(own + "/keep-back", forms::taking(change, {"kept_words"}),
                page_of(keep_words_back));
    add_release_pages(router, services);
    add_pack_pages(router, services);
}

} // namespace onroll::casework
