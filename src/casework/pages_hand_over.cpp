// Taking over by a one-time code what a family told the checker.
#include "casework/pages_hand_over.h"

#include "casework/pages_contact.h"
#include "casework/rules_hand_over.h"
#include "casework/views_hand_over.h"

#include "audit/store.h"
#include "check/told.h"
#include "forms/asked.h"
#include "forms/store.h"

#include <utility>

namespace onroll::casework {
namespace pages_hand_over_detail {

constexpr const char* form_page = "/advice/contacts/code";

http::Response show(const http::Request& request, const Services& services, HandOverView view)
{
    const bool wrong = !view.errors.empty();
    view.start = {.page = form_page, .form_token = access::actor(request).sign_in.form_token};
    return page(request, services, "Take over a family’s answers", hand_over_view(view), wrong);
}

http::Response show_form(const http::Request& request, const Services& services)
{
    return show(request, services, {});
}

std::string school_in(const Services& services, const check::Answers& answers)
{
    if (!answers.school.known() || !answers.school.value()->urn || !services.school_name) return {};
    return services.school_name(*answers.school.value()->urn);
}

/// The council of a school that is in no list.
std::string council_in(const Services& services, const check::Answers& answers)
{
    if (!answers.council.known() || !services.council_name) return {};
    return services.council_name(*answers.council.value());
}

http::Response take(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const std::string typed(request.form()["code"]);
    const auto again = [&](const Error& error) {
        return show(request, services,
                    {.code = typed,
                     .errors = {bad_input(error.message, "code")},
                     .taken_contact = {},
                     .taken_when = {}});
    };
    if (typed.find_first_not_of(" \t\r\n-") == std::string::npos)
        return again(bad_input("Enter the code that the family was given"));
    if (!services.read_hand_over) return http::not_found();
    const auto story = services.read_hand_over(typed);
    if (!story) return again(story.error());
    const auto told = contact_of_story(story->answers, school_in(services, story->answers));
    const auto now = services.guard->clock().now();
    const auto path = forms::save_once(
        store_of(request, services), "take over", owner_of(actor), request.form(), now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto id = take_over(transaction, actor.agency, *story, told, actor.user, now);
            if (!id) return id.error();
            access::note(transaction, request, "advice.create",
                         {.kind = "contact", .record = id->text(), .standing = {}}, now);
            return address_of(*id);
        });
    if (path) return http::redirect(*path);
    if (path.error().kind != ErrorKind::conflict) return again(path.error());
    auto reading = store_of(request, services).read();
    const auto taken = find_story(reading, actor.agency, story->id);
    if (!taken) return again(path.error());
    return show(request, services,
                {.code = typed,
                 .errors = {bad_input("This code was taken over already", "code")},
                 .taken_contact = address_of(taken->contact),
                 .taken_when = moment_in_words(taken->taken_at)});
}

} // namespace pages_hand_over_detail

design::Html story_section(const Services& services, const std::optional<TakenStory>& story)
{
    if (!story) return {};
    static const check::Languages languages;
    const auto& words = languages.find("en");
    std::vector<std::pair<std::string, std::string>> answers;
    const auto read = story->read();
    const auto school = pages_hand_over_detail::school_in(services, read);
    const auto council = pages_hand_over_detail::council_in(services, read);
    for (const auto& told : check::told_answers(words, story->answers, {school, council}))
        answers.emplace_back(told.name, told.value);
    return told_story(onroll::in_words(story->made_on), answers);
}

void add_hand_over_pages(http::Router& router, const Services& services)
{
    using namespace pages_hand_over_detail;
    const auto& guard = *services.guard;
    router.get("/advice/contacts/code", guard.policy("advice.create"),
               [&services](const http::Request& request) { return show_form(request, services); });
    router.post("/advice/contacts/code", forms::taking(guard.policy("advice.create"), {"code"}),
                [&services](const http::Request& request) { return take(request, services); });
}

} // namespace onroll::casework
