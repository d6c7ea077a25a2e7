// After a call in which somebody says another thing than before of how they may be reached: what
// holds from now on. trust.md M-03, F-07.
#include "casework/pages_contact.h"
#include "casework/rules_safe_contact.h"
#include "casework/views_caller_reach.h"

#include "forms/asked.h"
#include "forms/store.h"

#include <utility>

namespace onroll::casework {
namespace pages_caller_reach_detail {

std::optional<ReachQuestion> question_in(const http::Request& request, const Services& services,
                                         const Contact& contact)
{
    auto reading = store_of(request, services).read();
    return reach_question(reading, access::actor(request).agency, contact);
}

http::Response ask(const http::Request& request, const Services& services, const Contact& contact,
                   const ReachQuestion& question, std::vector<Error> errors)
{
    const auto address = address_of(contact.id);
    const bool wrong = !errors.empty();
    return page(
        request, services, "Which way is safe?",
        caller_reach_view({.action = address + "/reach",
                           .start = {.page = address + "/reach",
                                     .form_token = access::actor(request).sign_in.form_token},
                           .name = question.name,
                           .holds = safe_contact_in_words(question.holds),
                           .said = safe_contact_in_words(question.said),
                           .answer = {},
                           .errors = std::move(errors),
                           .leave = address}),
        wrong);
}

http::Response show_question(const http::Request& request, const Services& services)
{
    auto found = entered_contact(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    const auto& contact = std::get<Contact>(found);
    const auto question = question_in(request, services, contact);
    if (!question) return http::redirect(address_of(contact.id));
    return ask(request, services, contact, *question, {});
}

http::Response decide_question(const http::Request& request, const Services& services)
{
    auto found = entered_contact(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    const auto& contact = std::get<Contact>(found);
    const auto question = question_in(request, services, contact);
    if (!question) return http::redirect(address_of(contact.id));
    const auto& form = request.form();
    const bool as_said = form["holds"] == "said";
    if (!as_said && form["holds"] != "stricter")
        return ask(request, services, contact, *question,
                   {bad_input("Select which of the two holds", "holds")});
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    const auto path =
        forms::save_once(store_of(request, services), "decide how to reach", owner_of(actor), form,
                         now, [&](db::Transaction& transaction) -> Result<std::string> {
                             // What is kept already is saved again, so that who decided stands in
                             // the record.
                             const auto saved = people::save_safe_contact(
                                 transaction, people_scope(request, now), question->person,
                                 as_said ? question->said : question->holds);
                             if (!saved) return saved.error();
                             return address_of(contact.id);
                         });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_caller_reach_detail

void add_caller_reach_pages(http::Router& router, const Services& services)
{
    using namespace pages_caller_reach_detail;
    const auto change = services.guard->policy("advice.change");
    const std::string own = "/advice/contacts/{contact}/reach";
    router.get(own, change, [&services](const http::Request& request) {
        return show_question(request, services);
    });
    router.post(own, forms::taking(change, {"holds"}), [&services](const http::Request& request) {
        return decide_question(request, services);
    });
}

} // namespace onroll::casework
