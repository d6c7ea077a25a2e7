#include "access/pages_purpose.h"

#include "access/rules_sign_in.h"
#include "access/staff_page.h"
#include "access/views_purpose.h"

#include "audit/store.h"
#include "audit/store_purposes.h"
#include "forms/asked.h"
#include "forms/store.h"

#include <utility>

namespace onroll::access {

namespace pages_purpose_detail {

forms::Owner owner_of(const Actor& actor)
{
    return {actor.agency.text(), actor.user.text()};
}

/// An own path; the start page for anything else.
std::string own_path(std::string_view path)
{
    return is_own_path(path) ? std::string(path) : "/";
}

http::Response page_of(const http::Request& request, const GuardedServices& services,
                       const PurposeView& view)
{
    return staff_page(*services.services, request,
                      {.title = "Why are you opening this record?",
                       .section = "Records",
                       .has_errors = !view.error.empty()},
                      purpose_view(view), view.error.empty() ? 200 : 400);
}

http::Response ask(const http::Request& request, const GuardedServices& services)
{
    return page_of(request, services,
                   {.start = {.page = "/purpose", .form_token = actor(request).sign_in.form_token},
                    .kind = std::string(request.query("kind")),
                    .record = std::string(request.query("record")),
                    .next = own_path(request.query("next"))});
}

http::Response give(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    const auto& form = request.form();
    const auto next = own_path(form["next"]);
    const auto purpose = purpose_named(form["purpose"]);
    const std::string record(form["record"]), kind(form["kind"]);
    if (!purpose || !audit::may_be_noted(record) || !audit::may_be_noted(kind) || record.empty())
        return page_of(request, services,
                       {.start = {.page = "/purpose", .form_token = who.sign_in.form_token},
                        .kind = kind,
                        .record = record,
                        .next = next,
                        .error = "Choose why you are opening this record"});
    const auto now = services.guard->clock().now();
    const auto saved = forms::save_once(
        *services.guard->place_of(who).database, "give purpose", owner_of(who), form, now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            audit::give_purpose(transaction,
                                {who.agency.text(), who.user.text(), who.sign_in.id.text(), record},
                                key_of(*purpose), now);
            auto deed = deed_of(request, "purpose.give");
            deed.record_kind = kind;
            deed.record = record;
            deed.purpose = key_of(*purpose);
            audit::note(transaction, deed, now);
            return next;
        });
    return saved ? http::redirect(*saved) : http::failure(saved.error());
}

http::Response show_drafts(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    auto reader = services.guard->place_of(who).database->read();
    const DraftsView view{forms::drafts_of(reader, owner_of(who)), who.sign_in.form_token};
    return staff_page(
        *services.services, request,
        {.title = "Work that was not saved", .section = "Your account", .back = "/account"},
        drafts_view(view));
}

http::Response drop_draft(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    const auto saved = forms::save_once(
        *services.guard->place_of(who).database, "drop draft", owner_of(who), request.form(),
        services.guard->clock().now(), [&](db::Transaction& transaction) -> Result<std::string> {
            forms::drop_draft(transaction, owner_of(who), request.form()["draft"]);
            return std::string("/drafts");
        });
    return saved ? http::redirect(*saved) : http::failure(saved.error());
}

/// What stands in a form that nobody has sent yet, from time to time, so that a closed lid or a
/// sign-in that ends loses nothing.
http::Response keep_draft(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    forms::keep_draft(*services.guard->place_of(who).database, *services.drafts, owner_of(who),
                      request.form(), services.guard->clock().now());
    return http::no_content();
}

} // namespace pages_purpose_detail

void add_purpose_pages(http::Router& router, const GuardedServices& services)
{
    using namespace pages_purpose_detail;
    const auto& guard = *services.guard;
    router.get("/purpose", guard.policy("purpose.give"),
               [&services](const http::Request& request) { return ask(request, services); });
    router.post("/purpose",
                forms::taking(guard.policy("purpose.give"), {"purpose", "next", "record", "kind"}),
                [&services](const http::Request& request) { return give(request, services); });
    router.get("/drafts", guard.policy("draft.view"), [&services](const http::Request& request) {
        return show_drafts(request, services);
    });
    router.post(
        "/drafts", forms::taking(guard.policy("draft.drop"), {"draft"}),
        [&services](const http::Request& request) { return drop_draft(request, services); });
    // Keeps what any form holds; what it may hold is asked when the form itself is sent.
    router.post(
        "/drafts/keep", guard.policy("draft.keep"),
        [&services](const http::Request& request) { return keep_draft(request, services); });
}

KeepDraft draft_keeper(std::function<db::Database&(const AgencyId&)> database_of,
                       const crypto::Key& key, const Clock& clock)
{
    return [database_of = std::move(database_of), &key,
            &clock](const http::Request& request, const AgencyId& agency, const UserId& user) {
        forms::keep_draft(database_of(agency), key, {agency.text(), user.text()}, request.form(),
                          clock.now());
    };
}

} // namespace onroll::access
