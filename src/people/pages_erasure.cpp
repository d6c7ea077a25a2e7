// Requests to erase: /people/{person}/erasure and /data-protection/erasures. trust.md G-04, G-08.
#include "people/forms.h"
#include "people/pages_asked.h"
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_data_protection.h"
#include "people/store_erasure.h"
#include "people/views_erasure.h"
#include "people/views_paper.h"

#include "forms/asked.h"

#include <utility>

namespace onroll::people {

namespace pages_erasure_detail {

using namespace pages_shared;

constexpr std::string_view changes = "records_request.change";

http::Response show_agency(const http::Request& request, const Services& services)
{
    AllErasuresView view{.today = today_of(services)};
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.requests = erasures_of_agency(reader, access::actor(request).agency);
    }
    return protection_page(request, services, "Requests to erase", all_erasures_view(view),
                           "/data-protection");
}

http::Response show_all(const http::Request& request, const Services& services,
                        const Entered& entered, FormView form)
{
    const auto& actor = access::actor(request);
    const auto here = path_of(entered.person->id, "/erasure");
    const bool wrong = !form.errors.empty();
    ErasuresView view{.form = std::move(form), .action = here};
    view.start = start_of(request, here);
    view.by_consent = actor.agency_kind == access::AgencyKind::advice_service;
    view.today = today_of(services);
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.top =
            top_of(reader, actor.agency, *entered.person, view.today, "Requests to erase").bar;
        view.requests = erasures_of(reader, actor.agency, entered.person->id);
    }
    return page(request, services, "Requests to erase", erasures_view(view),
                path_of(entered.person->id, "/requests"), wrong);
}

http::Response receive(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, changes);
    if (entered.instead) return *entered.instead;
    const auto form = form_of(request);
    Errors errors;
    const auto ground = erasure_ground_named(form["ground"]);
    if (!ground) errors.push_back(bad_input("Choose why they ask", "ground"));
    const auto first = asked_first(form, errors);
    const auto& id = entered.person->id;
    if (errors.empty()) {
        const auto saved =
            save(request, services, "receive erasure request", form,
                 [&](db::Transaction& transaction) -> Result<std::string> {
                     const auto done = receive_erasure(
                         transaction, scope_of(request, services, changes, entered.subject), id,
                         {first.by, *ground, std::string(form["wanted"]), *first.received_on,
                          first.must_show_identity});
                     if (!done) return done.error();
                     return path_of(id, "/erasure/") + done->text();
                 });
        if (saved) return http::redirect(*saved);
        errors.push_back(saved.error());
    }
    return show_all(request, services, entered, {form.fields, std::move(errors)});
}

std::optional<ErasureRequest> request_of(const http::Request& request, const Services& services,
                                         const Entered& entered)
{
    return request_in_path<ErasureId>(request, services, entered, find_erasure);
}

http::Response show_one(const http::Request& request, const Services& services,
                        const Entered& entered, const ErasureRequest& asked, FormView form)
{
    const auto& actor = access::actor(request);
    const auto here = path_of(entered.person->id, "/erasure/") + asked.id.text();
    const bool wrong = !form.errors.empty();
    ErasureView view{.request = asked};
    view.form = std::move(form);
    view.action = here;
    view.step_start = start_of(request, here, asked.version);
    view.decide_start = start_of(request, here, asked.version);
    view.carry_out_start = start_of(request, here, asked.version);
    view.staff_name = [&services, agency = actor.agency](const access::UserId& user) {
        return services.staff_name(agency, user.text());
    };
    view.decided_by_me = asked.decided_by == actor.user;
    view.today = today_of(services);
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        view.top =
            top_of(reader, actor.agency, *entered.person, view.today, "A request to erase").bar;
    }
    return page(request, services, "A request to erase", erasure_view(view),
                path_of(entered.person->id, "/erasure"), wrong);
}

/// What a form of this page does to the request as the form saw it, then back to it.
template <class Work>
http::Response change(const http::Request& request, const Services& services,
                      const Entered& entered, std::string_view act, const Work& work)
{
    auto asked = request_of(request, services, entered);
    if (!asked) return http::not_found();
    const auto form = form_of(request);
    asked->version = version_of(form);
    Errors errors;
    const auto saved =
        save(request, services, "change erasure request", form,
             [&](db::Transaction& transaction) -> Result<std::string> {
                 return work(transaction, scope_of(request, services, act, entered.subject), *asked,
                             form, errors);
             });
    if (saved) return http::redirect(*saved);
    if (errors.empty()) errors.push_back(saved.error());
    const auto present = request_of(request, services, entered);
    return show_one(request, services, entered, present ? *present : *asked,
                    {form.fields, std::move(errors)});
}

std::string page_of(const ErasureRequest& asked)
{
    return path_of(asked.person, "/erasure/") + asked.id.text();
}

http::Response step(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, changes);
    if (entered.instead) return *entered.instead;
    return change(request, services, entered, changes,
                  [](db::Transaction& transaction, const Scope& scope, const ErasureRequest& asked,
                     const http::Form& form, Errors& errors) -> Result<std::string> {
                      const auto step = form["step"];
                      Result<void> done = bad_input("Choose what happened", "step");
                      if (step == "longer") {
                          done = erasure_takes_longer(transaction, scope, asked, form["why"]);
                      } else if (step == "identity" || step == "answered") {
                          const auto on =
                              read_date(form, "on", "The day it happened", Blank::refused, errors);
                          if (!on) return errors.front();
                          done = step == "identity"
                                     ? erasure_identity_shown(transaction, scope, asked, *on)
                                     : answer_erasure(transaction, scope, asked, *on);
                      }
                      if (!done) return done.error();
                      return page_of(asked);
                  });
}

http::Response decide(const http::Request& request, const Services& services)
{
    const auto entered = enter(request, services, changes);
    if (entered.instead) return *entered.instead;
    return change(request, services, entered, changes,
                  [](db::Transaction& transaction, const Scope& scope, const ErasureRequest& asked,
                     const http::Form& form, Errors& errors) -> Result<std::string> {
                      ErasureAnswer answer{.words = std::string(form["words"])};
                      answer.decision =
                          erasure_decision_named(form["decision"]).value_or(ErasureDecision::open);
                      for (const auto key : form.all("parts"))
                          if (const auto part = erasable_part_named(key))
                              answer.parts.push_back(*part);
                      for (const auto key : form.all("refusals"))
                          if (const auto reason = keep_reason_named(key))
                              answer.refusals.push_back(*reason);
                      errors = problems_of(answer);
                      if (!errors.empty()) return errors.front();
                      const auto done = decide_erasure(transaction, scope, asked, answer);
                      if (!done) return done.error();
                      return page_of(asked);
                  });
}

http::Response carry_out(const http::Request& request, const Services& services)
{
    const auto entered = enter_for_two(request, services, "retention.delete");
    if (entered.instead) return *entered.instead;
    return change(request, services, entered, "retention.delete",
                  [&](db::Transaction& transaction, const Scope& scope, const ErasureRequest& asked,
                      const http::Form&, Errors&) -> Result<std::string> {
                      const auto done = carry_out_erasure(
                          transaction, scope, asked,
                          holds_more(transaction, services, access::actor(request), asked.person));
                      if (!done) return done.error();
                      return asked.decision == ErasureDecision::whole
                                 ? std::string("/data-protection/erasures")
                                 : page_of(asked);
                  });
}

enum class Medium : std::uint8_t { page, file };

http::Response show_letter(const http::Request& request, const Services& services, Medium medium)
{
    const auto entered =
        enter(request, services,
              medium == Medium::file ? "records_request.letter" : "records_request.view");
    if (entered.instead) return *entered.instead;
    auto asked = request_of(request, services, entered);
    if (!asked || asked->decision == ErasureDecision::open) return http::not_found();
    const auto& actor = access::actor(request);
    const auto here = page_of(*asked);
    ErasureLetter letter{actor.agency_name, called(entered.person->name), *std::move(asked)};
    letter.today = today_of(services);
    {
        auto reader = database_of(request, services).read(db::View::snapshot);
        letter.whom_to_ask = ways_to_ask(reader, actor.agency);
    }
    const auto document = erasure_letter(letter);
    if (medium == Medium::file) {
        auto pdf = as_pdf(document, "answer.pdf");
        return pdf ? *std::move(pdf) : http::failure(pdf.error());
    }
    return leaving_page(services, document.title, paper_view(document, here + "/letter/pdf", here));
}

} // namespace pages_erasure_detail

void add_erasure_pages(http::Router& router, const Services& services)
{
    using namespace pages_erasure_detail;
    const auto& guard = *services.guard;
    router.get(
        "/data-protection/erasures", guard.policy("data_protection.view"),
        [&services](const http::Request& request) { return show_agency(request, services); });
    router.get("/people/{person}/erasure", guard.policy("records_request.view"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "records_request.view");
                   if (entered.instead) return *entered.instead;
                   return show_all(request, services, entered, first_view(request, services, {}));
               });
    router.post("/people/{person}/erasure",
                forms::taking(guard.policy(changes),
                              {"asked_by", "wanted", "ground", "received_on", "identity"}),
                [&services](const http::Request& request) { return receive(request, services); });
    router.get("/people/{person}/erasure/{request}", guard.policy("records_request.view"),
               [&services](const http::Request& request) {
                   const auto entered = enter(request, services, "records_request.view");
                   if (entered.instead) return *entered.instead;
                   const auto asked = request_of(request, services, entered);
                   if (!asked) return http::not_found();
                   return show_one(request, services, entered, *asked,
                                   first_view(request, services, {}));
               });
    router.post("/people/{person}/erasure/{request}",
                forms::taking(guard.policy(changes), {"step", "on", "why"}),
                [&services](const http::Request& request) { return step(request, services); });
    router.post("/people/{person}/erasure/{request}/decision",
                forms::taking(guard.policy(changes), {"decision", "parts", "refusals", "words"}),
                [&services](const http::Request& request) { return decide(request, services); });
    router.post("/people/{person}/erasure/{request}/carry-out",
                forms::taking(guard.policy("retention.delete"), forms::Asked{}),
                [&services](const http::Request& request) { return carry_out(request, services); });
    router.get("/people/{person}/erasure/{request}/letter", guard.policy("records_request.view"),
               [&services](const http::Request& request) {
                   return show_letter(request, services, Medium::page);
               });
    router.get("/people/{person}/erasure/{request}/letter/pdf",
               guard.policy("records_request.letter"), [&services](const http::Request& request) {
                   return show_letter(request, services, Medium::file);
               });
}

} // namespace onroll::people
