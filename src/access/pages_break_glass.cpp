#include "access/pages_break_glass.h"

#include "access/rules_sign_in.h"
#include "access/staff_page.h"
#include "access/store_break_glass.h"
#include "access/store_users.h"
#include "access/views_break_glass.h"

#include "audit/store.h"
#include "forms/asked.h"
#include "forms/store.h"

#include <algorithm>
#include <utility>

namespace onroll::access {

namespace pages_break_glass_detail {

forms::Owner owner_of(const Actor& actor)
{
    return {actor.agency.text(), actor.user.text()};
}

NamesOfStaff names_in(db::Queries& reader, const Actor& actor)
{
    NamesOfStaff names;
    for (const auto& user : users_of_agency(reader, actor.agency))
        names.emplace(user.id.text(), user.name);
    return names;
}

std::vector<std::string> told_in(db::Queries& reader, const Actor& actor)
{
    std::vector<std::string> told;
    if (const auto users = alerted_of(reader, actor.agency))
        for (const auto& user : *users)
            if (const auto found = find_user(reader, actor.agency, user))
                told.push_back(found->name);
    return told;
}

http::Response page_of(const http::Request& request, const GuardedServices& services,
                       std::string title, const design::Html& view, std::string back,
                       const FieldTrouble& trouble = {})
{
    const bool wrong = !trouble.message.empty();
    return staff_page(*services.services, request,
                      {.title = std::move(title),
                       .section = "Audit",
                       .active = "/audit",
                       .back = std::move(back),
                       .has_errors = wrong},
                      view, wrong ? 400 : 200);
}

FieldTrouble trouble_of(const Error& error)
{
    return {error.where, error.message};
}

/// The record as the policy sees it; nothing where its part knows none in this agency.
std::optional<Subject> subject_of(const GuardedServices& services, const Actor& actor,
                                  std::string_view kind, std::string_view record)
{
    const auto found = services.kinds.find(kind);
    if (found == services.kinds.end()) return std::nullopt;
    const auto standing = found->second.find(actor, record);
    if (!standing) return std::nullopt;
    return Subject{.kind = std::string(kind), .record = std::string(record), .standing = *standing};
}

http::Response ask(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    const auto kind = request.query("kind"), record = request.query("record");
    const auto subject = subject_of(services, who, kind, record);
    if (!subject) return services.guard->missing(request, "break_glass.open", kind, record);
    if (auto instead = services.guard->enter(request, "break_glass.open", *subject))
        return *instead;
    auto reader = services.services->database->read();
    return page_of(request, services, "Open this record in an emergency",
                   open_glass_view({.start = {.page = "/break-glass/open",
                                              .form_token = who.sign_in.form_token},
                                    .kind = subject->kind,
                                    .record = subject->record,
                                    .next = std::string(request.query("next")),
                                    .reason = {},
                                    .told = told_in(reader, who),
                                    .trouble = {}}),
                   "/");
}

http::Response open(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    const auto& form = request.form();
    const auto subject = subject_of(services, who, form["kind"], form["record"]);
    if (!subject)
        return services.guard->missing(request, "break_glass.open", form["kind"], form["record"]);
    if (auto instead = services.guard->enter(request, "break_glass.open", *subject))
        return *instead;
    const std::string next = is_own_path(form["next"]) ? std::string(form["next"]) : "/";
    const auto now = services.guard->clock().now();
    const auto saved =
        forms::save_once(*services.services->database, "break glass", owner_of(who), form, now,
                         [&](db::Transaction& transaction) -> Result<std::string> {
                             const auto glass = break_glass(transaction, who, subject->kind,
                                                            subject->record, form["reason"], now);
                             if (!glass) return glass.error();
                             note(transaction, request, "break_glass.open", *subject, now);
                             return next;
                         });
    if (saved) return http::redirect(*saved);
    auto reader = services.services->database->read();
    const auto trouble = trouble_of(saved.error());
    return page_of(request, services, "Open this record in an emergency",
                   open_glass_view({.start = {.page = "/break-glass/open",
                                              .form_token = who.sign_in.form_token},
                                    .kind = subject->kind,
                                    .record = subject->record,
                                    .next = next,
                                    .reason = std::string(form["reason"]),
                                    .told = told_in(reader, who),
                                    .trouble = trouble}),
                   "/", trouble);
}

http::Response show_list(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    auto reader = services.services->database->read(db::View::snapshot);
    return page_of(request, services, "Records opened in an emergency",
                   glass_list_view({.glasses = glasses_of(reader, who.agency),
                                    .names = names_in(reader, who),
                                    .told = told_in(reader, who),
                                    .today = services.guard->clock().today()}),
                   "/audit");
}

http::Response show_glass(const http::Request& request, const GuardedServices& services,
                          const FieldTrouble& trouble = {})
{
    const auto& who = actor(request);
    const auto id = request.path<GlassId>("glass");
    if (!id) return http::not_found();
    auto reader = services.services->database->read(db::View::snapshot);
    const auto glass = find_glass(reader, who.agency, *id);
    if (!glass) return http::failure(glass.error());
    return page_of(
        request, services, "A record opened in an emergency",
        glass_view({.glass = *glass,
                    .names = names_in(reader, who),
                    .seen_href = "/audit/records/" + glass->record_kind + "/" + glass->record,
                    .today = services.guard->clock().today(),
                    .is_open = services.guard->clock().now() < glass->ends_at,
                    .may_review = glass->user != who.user,
                    .start = {.page = request.path(), .form_token = who.sign_in.form_token},
                    .finding = std::string(request.form()["finding"]),
                    .words = std::string(request.form()["words"]),
                    .trouble = trouble}),
        "/break-glass", trouble);
}

http::Response review(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    const auto id = request.path<GlassId>("glass");
    if (!id) return http::not_found();
    const auto finding = finding_named(request.form()["finding"]);
    if (!finding)
        return show_glass(request, services,
                          {"finding", "Choose whether it was right to open the record"});
    const auto now = services.guard->clock().now();
    const auto saved = forms::save_once(
        *services.services->database, "review break-glass", owner_of(who), request.form(), now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto done =
                review_glass(transaction, who, *id, *finding, request.form()["words"], now);
            if (!done) return done.error();
            auto deed = deed_of(request, "break_glass.review");
            deed.record_kind = "break_glass";
            deed.record = id->text();
            audit::note(transaction, deed, now);
            return request.path();
        });
    if (saved) return http::redirect(*saved);
    if (saved.error().kind == ErrorKind::not_found) return http::failure(saved.error());
    return show_glass(request, services, trouble_of(saved.error()));
}

http::Response show_told(const http::Request& request, const GuardedServices& services,
                         const FieldTrouble& trouble = {})
{
    const auto& who = actor(request);
    auto reader = services.services->database->read(db::View::snapshot);
    ToldView view{.start = {.page = "/break-glass/people", .form_token = who.sign_in.form_token},
                  .staff = {},
                  .trouble = trouble};
    for (const auto& user : users_of_agency(reader, who.agency))
        if (user.state == UserState::active) view.staff.emplace(user.id.text(), user.name);
    if (const auto told = alerted_of(reader, who.agency)) {
        view.first = (*told)[0].text();
        view.second = (*told)[1].text();
    }
    if (request.form().contains("first")) {
        view.first = request.form()["first"];
        view.second = request.form()["second"];
    }
    return page_of(request, services, "Who is told when a record is opened in an emergency",
                   told_view(view), "/break-glass", trouble);
}

http::Response save_told(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    const auto now = services.guard->clock().now();
    const auto saved = forms::save_once(
        *services.services->database, "name who is told", owner_of(who), request.form(), now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            std::vector<UserId> chosen;
            for (const auto* field : {"first", "second"}) {
                const auto id = UserId::parse(request.form()[field]);
                if (!id || !find_user(transaction, who.agency, *id))
                    return bad_input("Choose a colleague", field);
                chosen.push_back(*id);
            }
            const auto done = set_alerted(transaction, who.agency, {chosen[0], chosen[1]});
            if (!done) return done.error();
            audit::note(transaction, deed_of(request, "break_glass.people"), now);
            return std::string("/break-glass");
        });
    return saved ? http::redirect(*saved) : show_told(request, services, trouble_of(saved.error()));
}

http::Response show_alerts(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    std::vector<AlertView> views;
    auto reader = services.services->database->read(db::View::snapshot);
    const auto names = names_in(reader, who);
    for (const auto& alert : alerts_of(reader, who.agency, who.user)) {
        const auto glass = find_glass(reader, who.agency, alert.glass);
        if (!glass) continue;
        const auto name = names.find(glass->user.text());
        views.push_back(
            {alert, *glass, name == names.end() ? "Somebody who has left" : name->second});
    }
    return page_of(request, services, "Alerts",
                   alerts_view({views,
                                who.has(Role::data_protection_officer),
                                {.page = "/alerts", .form_token = who.sign_in.form_token}}),
                   "/account");
}

http::Response take_alerts_as_read(const http::Request& request, const GuardedServices& services)
{
    const auto& who = actor(request);
    const auto now = services.guard->clock().now();
    const auto saved =
        forms::save_once(*services.services->database, "read alerts", owner_of(who), request.form(),
                         now, [&](db::Transaction& transaction) -> Result<std::string> {
                             read_alerts(transaction, who.agency, who.user, now);
                             return std::string("/alerts");
                         });
    return saved ? http::redirect(*saved) : http::failure(saved.error());
}

} // namespace pages_break_glass_detail

void add_break_glass_pages(http::Router& router, const GuardedServices& services)
{
    using namespace pages_break_glass_detail;
    const auto& guard = *services.guard;
    router.get("/break-glass/open", guard.policy("break_glass.open"),
               [&services](const http::Request& request) { return ask(request, services); });
    router.post(
        "/break-glass/open",
        forms::taking(guard.policy("break_glass.open"), {"kind", "record", "next", "reason"}),
        [&services](const http::Request& request) { return open(request, services); });
    router.get("/break-glass", guard.policy("break_glass.view"),
               [&services](const http::Request& request) { return show_list(request, services); });
    router.get("/break-glass/people", guard.policy("break_glass.view"),
               [&services](const http::Request& request) { return show_told(request, services); });
    router.post("/break-glass/people",
                forms::taking(guard.policy("break_glass.people"), {"first", "second"}),
                [&services](const http::Request& request) { return save_told(request, services); });
    router.get("/break-glass/{glass}", guard.policy("break_glass.view"),
               [&services](const http::Request& request) { return show_glass(request, services); });
    router.post("/break-glass/{glass}",
                forms::taking(guard.policy("break_glass.review"), {"finding", "words"}),
                [&services](const http::Request& request) { return review(request, services); });
    router.post("/alerts", forms::taking(guard.policy("alert.change"), forms::Asked{}),
                [&services](const http::Request& request) {
                    return take_alerts_as_read(request, services);
                });
    router.get("/alerts", guard.policy("alert.view"), [&services](const http::Request& request) {
        return show_alerts(request, services);
    });
}

} // namespace onroll::access
